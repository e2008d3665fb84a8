import { beforeAll, describe, expect, it } from "vitest";
import * as make from "../../src/make-package.ts";
import { callAll } from "./call-all.ts";
import { type CellsResult, runCells } from "./cells.ts";
import { formatPackages } from "./format-packages.ts";
import { fullSwagger } from "./full-swagger.ts";
import { activeParts } from "./inert.ts";
import { payloads } from "./payloads.ts";
import { type Place, placesOfData } from "./places.ts";

/** Texts that say what something is, or where it goes: another one costs operations, all of them for some. */
const telling: ReadonlySet<string | number | undefined> = new Set([
  ...["swagger", "host", "basePath", "$ref", "in", "type", "flow", "collectionFormat", "format", "default"],
  ...["authorizationUrl", "tokenUrl"],
]);

function tells({ is, pointer }: Place): boolean {
  const ofAccess = ["security", "schemes"].some((key) => pointer.includes(key));
  const ofPath = pointer[0] === "parameters" && pointer.at(-1) === "name";
  return ofAccess || ofPath || (is === "value" && telling.has(pointer.at(-1)));
}

describe("every place of a Swagger 2.0 document times every payload", () => {
  const base = fullSwagger();
  const places = placesOfData(base);
  const words = places.filter((place) => !tells(place));
  const results = new Map<string, CellsResult>();
  const told = new Map<string, CellsResult>();
  const fired: string[] = [];

  beforeAll(async () => {
    Object.defineProperty(globalThis, "fired", {
      value: (id: unknown) => fired.push(String(id)),
      configurable: true,
    });
    for (const name of Object.keys(payloads)) {
      results.set(name, await runCells({ make }, name, { base, places: words }));
      told.set(name, await runCells({ make }, name, { base, places: places.filter(tells) }));
    }
    const made = new Map([...results].flatMap(([name, one]) => (one.made ? [[name, one.made]] : [])));
    for (const [name, one] of await formatPackages(made)) {
      const result = results.get(name);
      if (result) results.set(name, { ...result, made: one });
    }
  }, 300_000);

  it.each(Object.keys(payloads))("%s is refused or inert", (name) => {
    for (const result of [results.get(name), told.get(name)]) {
      expect(result?.violations).toEqual([]);
      expect(result?.made).toBeDefined();
      expect(result && activeParts(result)).toEqual([]);
    }
    // What is left out by mistake would never be tried in an output.
    expect(results.get(name)?.made).toMatchObject({ operations: expect.any(Number) });
    expect(results.get(name)?.made?.operations).toBeGreaterThanOrEqual(name === "__proto__" ? 0 : 3);
  });

  it("refuses what says which version it is, what leads out, and names that nothing can have", () => {
    const codes = (map: ReadonlyMap<string, CellsResult>): readonly string[] =>
      [
        ...new Set(
          [...map].flatMap(([name, one]) => [...one.refused.values()].map((code) => `${name}: ${code}`)),
        ),
      ].sort();
    expect(codes(results)).toEqual(["__proto__: swagger-name"]);
    expect([...new Set(codes(told).map((one) => one.split(": ").at(-1)))].sort()).toEqual([
      "openapi-version",
      "ref-absolute",
      "ref-remote",
      "swagger-name",
    ]);
  });

  it("runs nothing while it generates, and when every method is called", async () => {
    const packages = new Map(
      [...results].flatMap(([name, { made }]) => (made ? [[name, made] as const] : [])),
    );
    const report = await callAll(packages);
    expect([...fired, ...report.fired]).toEqual([]);
    expect(report.polluted).toEqual([]);
    expect(report.failures).toEqual([]);
    expect(report.packages).toBe(results.size);
    expect(report.requests).toBeGreaterThan(0);
  }, 120_000);
});
