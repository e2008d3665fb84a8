import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { format } from "../../../document/scripts/derive.ts";
import { keysOf } from "../../../document/scripts/derive-table.ts";
import type { Format } from "../../../document/scripts/schema.ts";
import { modelOf } from "../support/emit.ts";
import { withPackage } from "../support/run-model.ts";
import { typeCheck } from "../support/type-check.ts";
import { admitted } from "./admitted.ts";
import { behaviours as ofCalls } from "./behaviours.ts";
import { bulkBehaviours } from "./bulk-behaviours.ts";
import { webhookBehaviours } from "./webhook-behaviours.ts";

const behaviours = [...ofCalls, ...bulkBehaviours, ...webhookBehaviours];

/** A key as the table of CONTRIBUTING shows it: what several places share, once. */
function listed(path: string): string {
  const [kind = "", ...rest] = path.split(".");
  const key = rest.join(".");
  const isShared = kind === "operation" && /^pagination(?:\[\])?\./.test(key);
  return isShared ? `document ${key.replace(/^pagination(?:\[\])?\./, "pagination.*.")}` : `${kind} ${key}`;
}

/** Keys that the mock server alone follows: its own tests show them with these documents. */
const shownByTheMock: readonly (readonly [key: string, document: string])[] = [
  ...["", ".missing", ".type", ".value", ".format"].map(
    (key) => [`document refusals${key}`, "shapes.yaml"] as const,
  ),
  ...["document webhooks", "operation webhook"].flatMap((place) =>
    ["", ".timeoutSeconds", ".retrySeconds"].map(
      (key) => [`${place}.delivery${key}`, "webhooks.yaml"] as const,
    ),
  ),
];
const ofTheMock = shownByTheMock.map(([key]) => key);

// biome-ignore lint/suspicious/noExplicitAny: a document is whatever it is
type Fields = any;

function unproven(one: Format): readonly string[] {
  const proven = new Set([...behaviours.flatMap(({ keys }) => keys), ...ofTheMock]);
  return [...new Set(keysOf(one).map(({ path }) => listed(path)))].filter((key) => !proven.has(key));
}

describe("every key of x-trunkline", () => {
  it("is shown to do what it says", () => {
    expect(unproven(format)).toEqual([]);
  });

  it("that stands in the format alone is noticed", () => {
    const server = {
      ...format.$defs.server,
      properties: { ...format.$defs.server?.properties, region: { type: "string" } },
    };
    expect(unproven({ ...format, $defs: { ...format.$defs, server } })).toEqual(["server region"]);
  });

  it("that is shown is one of the format", () => {
    const known = new Set(keysOf(format).map(({ path }) => listed(path)));
    const shown = [...behaviours.flatMap(({ keys }) => keys), ...ofTheMock];
    expect(shown.filter((key) => !known.has(key))).toEqual([]);
  });

  it.each(shownByTheMock)("%s is set where the mock's tests show it", (key, name) => {
    const folder = new URL("../../../mock/test/fixtures/", import.meta.url);
    const document = parse(readFileSync(new URL(name, folder), "utf8"));
    const [kind, path = ""] = key.split(" ");
    const place = kind === "document" ? document : Object.values<Fields>(document.webhooks)[0]?.post;
    expect(place["x-trunkline"]).toHaveProperty(path.split("."));
  });

  it.each(behaviours.map((one) => [one.keys.join(", "), one] as const))(
    "%s",
    async (_, { document, show }) => {
      const model = modelOf(document, undefined, "3.1.0");
      expect(model.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      await withPackage(model, show);
    },
  );
});

describe("every value that the format admits", () => {
  it("gives a package that the runtime's types admit", async () => {
    const models = [...admitted(format), ...behaviours.map(({ document }) => document)].map((document) =>
      modelOf(document),
    );
    expect(models.length).toBeGreaterThan(50);
    expect(await typeCheck(models)).toEqual([]);
  });
});
