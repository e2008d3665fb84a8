import { beforeAll, describe, expect, it } from "vitest";
import { callAll } from "./call-all.ts";
import { type CellsResult, runCells, someOfEach } from "./cells.ts";
import { bounds, cells, files, lock, messages, names, outputs, reach, variables } from "./detectors.ts";
import { formatPackages } from "./format-packages.ts";
import { fullDocument, smallDocument } from "./full-document.ts";
import { fullOverlay } from "./full-overlay.ts";
import { guards } from "./guards.ts";
import { activeParts } from "./inert.ts";
import { payloads } from "./payloads.ts";
import { placesOf, placesOfData } from "./places.ts";
import { costly, refusable, refusableInOverlay } from "./refusable.ts";
import type { Subject } from "./subject.ts";
import { mutant, original } from "./variant.ts";

describe("every place of a document times every payload", () => {
  const places = someOfEach(placesOf(fullDocument()), 2);
  const isDear = (id: string): boolean => refusable.has(id) || costly.has(id);
  const takers = places.filter(({ id }) => !isDear(id));
  // Of a text that is refused, only the error is looked at: a small document has that, too.
  const small = someOfEach(placesOf(smallDocument()), 2);
  const refusers = small.filter(({ id }) => refusable.has(id));
  const costers = small.filter(({ id }) => costly.has(id));
  const results = new Map<string, CellsResult>();
  const fired: string[] = [];

  beforeAll(async () => {
    Object.defineProperty(globalThis, "fired", {
      value: (id: unknown) => fired.push(String(id)),
      configurable: true,
    });
    const make = await original<Subject["make"]>("make-package.ts");
    const base = smallDocument();
    for (const name of Object.keys(payloads)) {
      results.set(name, await runCells({ make }, name, { places: takers }));
      results.set(`${name}, refused`, await runCells({ make }, name, { base, places: refusers }));
      results.set(`${name}, costly`, await runCells({ make }, name, { base, places: costers }));
    }
    const made = new Map([...results].flatMap(([name, one]) => (one.made ? [[name, one.made]] : [])));
    for (const [name, one] of await formatPackages(made)) {
      const result = results.get(name);
      if (result) results.set(name, { ...result, made: one });
    }
  }, 600_000);

  it("takes each place, to refuse or to make something of", () => {
    const ids = new Set([...takers, ...refusers, ...costers].map(({ id }) => id));
    expect(places.filter(({ id }) => !ids.has(id))).toEqual([]);
    expect([...new Set(refusers.map(({ id }) => id))].sort()).toEqual([...refusable].sort());
    expect([...new Set(costers.map(({ id }) => id))].sort()).toEqual([...costly].sort());
  });

  it.each(Object.keys(payloads))("%s is refused or inert", (name) => {
    const [taken, refused] = [results.get(name), results.get(`${name}, refused`)];
    for (const result of [taken, refused, results.get(`${name}, costly`)]) {
      expect(result?.violations).toEqual([]);
      expect(result?.made).toBeDefined();
      expect(result && activeParts(result)).toEqual([]);
    }
    // A place that refused by mistake would never be tried in an output.
    expect([...(taken?.refused.keys() ?? [])]).toEqual([]);
  });

  it("knows which places refuse", () => {
    const ids = [...results.values()].flatMap(({ refused }) => [...refused.keys()].map(({ id }) => id));
    expect([...new Set(ids)].sort()).toEqual([...refusable].sort());
  });

  it.each([...costly])("leaves out operations for a text at %s", async (id) => {
    const make = await original<Subject["make"]>("make-package.ts");
    const own = costers.filter((place) => place.id === id).slice(0, 1);
    const { made, refused, violations } = await runCells({ make }, '"', {
      base: smallDocument(),
      places: own,
    });
    expect([refused.size, violations]).toEqual([0, []]);
    expect(made?.leftOut).toBeGreaterThan(0);
  });

  it("runs nothing while it generates", () => {
    expect(fired).toEqual([]);
  });

  it("runs nothing when the packages are imported and every method is called", async () => {
    const packages = new Map(
      [...results].flatMap(([name, { made }]) => (made ? [[name, made] as const] : [])),
    );
    const report = await callAll(packages);
    expect(report.fired).toEqual([]);
    expect(report.polluted).toEqual([]);
    expect(report.failures).toEqual([]);
    expect(report.packages).toBe(results.size);
    expect(report.requests).toBeGreaterThan(report.packages);
  }, 120_000);
});

/** Payloads that guards are judged on. */
const judged = [
  '"',
  '"]:',
  "#",
  "*/",
  "---",
  "__proto__",
  "`",
  "code sample",
  "link",
  "newline",
  "order to a tool",
  "yaml",
];
judged.push("reference link", "right to left", "soft hyphens");

describe("places of an overlay", () => {
  const base = smallDocument();
  const overlay = fullOverlay();
  const places = placesOfData(overlay);

  // The full suite takes all of them.
  it.each(['"', "*/", "---", "__proto__", "link", "newline", "right to left", "variable of another program"])(
    "%s is refused or inert",
    async (name) => {
      const make = await original<Subject["make"]>("make-package.ts");
      const result = await runCells({ make }, name, { base, overlay, places });
      expect(result.violations).toEqual([]);
      expect(result.made).toBeDefined();
      // Whoever writes the overlay may choose any.
      const persons = ["SHOP_SECRET", "AWS_SECRET_ACCESS_KEY"];
      expect(activeParts(result, { persons })).toEqual([]);
      const refused = [...result.refused.keys()].map(({ id }) => id);
      expect(refused.filter((id) => !refusableInOverlay.test(id))).toEqual([]);
    },
  );
});

describe("without one guard the corpus is red", () => {
  it.each(guards)("%s", async (_guard, file, from, to, detector) => {
    expect(await detector(mutant({ file, from, to }))).not.toEqual([]);
  });
});

describe("with all of them it is green", () => {
  it.each(
    Object.entries({
      bounds,
      cells: cells(...judged),
      files,
      lock,
      messages,
      names,
      outputs: outputs(),
      reach,
      variables,
    }),
  )("%s", async (_name, detector) => {
    expect(await detector(original)).toEqual([]);
  });
});
