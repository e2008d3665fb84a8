import { describe, expect, it } from "vitest";
import { derived, format } from "../scripts/derive.ts";
import { keysOf } from "../scripts/derive-table.ts";
import { deriveTypes } from "../scripts/derive-types.ts";
import type { Format, Schema } from "../scripts/schema.ts";

describe("what is derived from the format of x-trunkline", () => {
  it.each(derived().map(({ file, is, should }) => [file.replace(/^.*\/(?=[^/]+\/[^/]+$)/, ""), is, should]))(
    "%s is fresh (`pnpm run derive`)",
    (_, is, should) => {
      expect(is).toBe(should);
    },
  );

  it("stops at a keyword that nothing derives", () => {
    expect(() => deriveTypes(withKey({ type: "string", maxLength: 3 } as Schema))).toThrow(
      "keyword maxLength",
    );
  });

  it("stops at a style of pagination that is not described", () => {
    const { pagination = {} } = format.$defs;
    const style = {
      ...pagination.properties?.style,
      enum: [...(pagination.properties?.style?.enum ?? []), "token"],
    };
    const changed = { ...pagination, properties: { ...pagination.properties, style } };
    const more: Format = { ...format, $defs: { ...format.$defs, pagination: changed } };
    expect(() => deriveTypes(more)).toThrow("pagination does not say what each of its 6 choices means");
  });
});

describe("each key", () => {
  const keys = keysOf(format);

  it("says what it says", () => {
    expect(keys.filter(({ schema }) => !schema.description).map(({ path }) => path)).toEqual([]);
  });

  it("says what it counts, where it is a number", () => {
    const numbers = keys.filter(({ schema }) =>
      [schema.type].flat().some((type) => type === "number" || type === "integer"),
    );
    expect(numbers.map(({ path, schema }) => [path.replace(/^.*\./, ""), schema.unit])).toEqual([
      ["maxRetryAfterSeconds", "seconds"],
      ["limit", "requests"],
      ["perSeconds", "seconds"],
      ["toleranceSeconds", "seconds"],
      ["timeoutSeconds", "seconds"],
      ["limit", "items"],
      ["first", "pages"],
      ["limit", "items"],
      ["first", "pages"],
      ["limit", "items"],
      ["first", "pages"],
      ["limit", "items"],
      ["max", "rows"],
      ["keyLifeSeconds", "seconds"],
      ["base", "rows"],
      ["timeoutSeconds", "seconds"],
    ]);
  });

  it("that is a time ends with its unit, or is the name that a standard gives it", () => {
    const times = keys
      .filter(({ schema }) => /seconds?$/.test(schema.unit ?? ""))
      .map(({ path }) => path.split(".").at(-1));
    expect(times).toEqual([
      ...["maxRetryAfterSeconds", "perSeconds", "toleranceSeconds", "timeoutSeconds", "expiresIn"],
      ...["keyLifeSeconds", "timeoutSeconds"],
    ]);
  });

  it("by a former name leads to one that is there", () => {
    const renamed = keys.flatMap(({ path, schema }) =>
      Object.values(schema.renamed ?? {}).map((now) => `${path}.${now}`),
    );
    expect(renamed).not.toEqual([]);
    expect(renamed.filter((path) => !keys.some((key) => key.path === path))).toEqual([]);
  });
});

function withKey(schema: Schema): Format {
  const server = { ...format.$defs.server, properties: { odd: schema } };
  return { ...format, $defs: { ...format.$defs, server } };
}
