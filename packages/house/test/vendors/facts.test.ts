import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { differs, type Fact, readFacts, valueAt } from "./fact-table.ts";

// Every fact that a vendor's pages state has a row in specs/<vendor>/FACTS.md, which names the place of the document or
// the test that holds it. A row without one, a place that is not there, and a value that differs are found here.

const root = fileURLToPath(new URL("../../../../", import.meta.url));

async function faultsOf(
  vendor: string,
): Promise<{ readonly facts: readonly Fact[]; readonly faults: string[] }> {
  const facts = readFacts(await readFile(`${root}specs/${vendor}/FACTS.md`, "utf8"));
  const document: unknown = parse(await readFile(`${root}packages/${vendor}/openapi.yaml`, "utf8"), {
    maxAliasCount: -1,
  });
  const faults: string[] = [];
  for (const one of facts) {
    const say = (what: string): void => {
      faults.push(`FACTS.md:${one.line} ${one.fact}: ${what}`);
    };
    if (one.fact === "" || one.source === "") say("has no fact or no source");
    if (one.places.length === 0) say("has no place");
    for (const place of one.places) {
      const what = place.startsWith("#/")
        ? differs(valueAt(document, place), one.value)
        : await testFault(place);
      if (what !== undefined) say(`${place} ${what}`);
    }
  }
  return { facts, faults };
}

/** `packages/x/test/a.test.ts: the name of a test`. */
async function testFault(place: string): Promise<string | undefined> {
  const [, file = "", name = ""] = /^(\S+\.(?:test\.)?ts): (.+)$/.exec(place) ?? [];
  const text = await readFile(root + file, "utf8").catch(() => undefined);
  if (file === "" || text === undefined) return "is not a test";
  return text.includes(name) ? undefined : "is not in its file";
}

describe("the facts of", () => {
  it.each(["agora", "agoralia", "agentref", "buena"])("%s are held", async (vendor) => {
    const { facts, faults } = await faultsOf(vendor);
    expect(faults).toEqual([]);
    expect(facts.length).toBeGreaterThan(0);
    const twice = facts.filter((one, index) => facts.findIndex((other) => other.fact === one.fact) !== index);
    expect(twice.map(({ fact }) => fact)).toEqual([]);
  });
});

describe("a row", () => {
  const document = {
    paths: {
      "/a/{id}": {
        parameters: [{ name: "id", in: "path", schema: { type: "string" } }],
        get: { operationId: "a.get", parameters: [{ $ref: "#/components/parameters/Limit" }] },
      },
    },
    components: {
      parameters: {
        Limit: { name: "limit", in: "query", schema: { maximum: 100 }, description: "At\n most." },
      },
      schemas: { A: { allOf: [{ properties: { b: { type: ["string", "null"], enum: ["x", "y"] } } }] } },
    },
  };
  it.each<[string, string | undefined, string | undefined]>([
    ["#/operations/a.get/route", '"GET /a/{id}"', undefined],
    ["#/operations/a.get/parameters/limit/schema/maximum", "100", undefined],
    ["#/operations/a.get/parameters/limit/schema/maximum", "99", "is 100"],
    ["#/operations/a.get/parameters/limit/description", 'says "At most."', undefined],
    ["#/operations/a.get/parameters/limit/description", 'says "At least"', "does not say"],
    ["#/operations/a.get/parameters", 'has ["limit", "id"]', undefined],
    ["#/operations/a.get/parameters", 'has ["page"]', "lacks"],
    ["#/components/schemas/A/properties/b", "nullable", undefined],
    ["#/components/schemas/A/properties/b/enum", '["y", "x"]', undefined],
    ["#/components/schemas/A/properties/c", undefined, "leads nowhere"],
    ["#/components/schemas/A/properties/c", "absent", undefined],
    ["#/operations/a.list/route", undefined, "leads nowhere"],
  ])("%s with %s", (place, value, fault) => {
    const found = differs(valueAt(document, place), value);
    if (fault === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(fault);
  });

  it("is read with its places, its value, and bars in it", () => {
    const [row] = readFacts(
      "| fact | source | place | value |\n| --- | --- | --- | --- |\n| A \\| b | S | `#/a` | `[1]` |",
    );
    expect(row).toEqual({ line: 3, fact: "A | b", source: "S", places: ["#/a"], value: "[1]" });
  });
});
