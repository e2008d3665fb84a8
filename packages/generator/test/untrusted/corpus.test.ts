import { beforeAll, describe, expect, it } from "vitest";
import { callAll } from "./call-all.ts";
import { type CellsResult, runCells } from "./cells.ts";
import { bounds, cells, files, finds, lock, messages, names, outputs, reach } from "./detectors.ts";
import { smallDocument } from "./full-document.ts";
import { fullOverlay } from "./full-overlay.ts";
import { guards } from "./guards.ts";
import { activeParts } from "./inert.ts";
import { payloads } from "./payloads.ts";
import { placesOfData } from "./places.ts";
import { refusable, refusableInOverlay } from "./refusable.ts";
import type { Subject } from "./subject.ts";
import { mutant, original } from "./variant.ts";

describe("every place of a document times every payload", () => {
  const results = new Map<string, CellsResult>();
  const fired: string[] = [];

  beforeAll(async () => {
    Object.defineProperty(globalThis, "fired", {
      value: (id: unknown) => fired.push(String(id)),
      configurable: true,
    });
    const make = await original<Subject["make"]>("make-package.ts");
    for (const name of Object.keys(payloads)) {
      results.set(name, await runCells({ make }, name));
    }
    const { formatFiles } = await original<Subject["biome"]>("format/biome.ts");
    await formatAll(results, formatFiles);
  }, 600_000);

  it.each(Object.keys(payloads))("%s is refused or inert", (name) => {
    const result = results.get(name);
    expect(result?.violations).toEqual([]);
    expect(result?.made).toBeDefined();
    expect(result && activeParts(result)).toEqual([]);
    // A place that is refused by mistake would never be tried in an output.
    const refused = [...(result?.refused.keys() ?? [])].map(({ id }) => id);
    expect(refused.filter((id) => !refusable.has(id))).toEqual([]);
  });

  it("knows which places refuse", () => {
    const refused = new Set(
      [...results.values()].flatMap((one) => [...one.refused.keys()].map(({ id }) => id)),
    );
    expect([...refused].sort()).toEqual([...refusable].sort());
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
    expect(report.packages).toBe(Object.keys(payloads).length);
    expect(report.requests).toBeGreaterThan(report.packages);
  }, 120_000);
});

/** Payloads that guards are judged on, and overlays; the full suite takes all of them. */
const judged = ['"', '"]:', "#", "*/", "---", "__proto__", "`", "link", "newline", "order to a tool", "yaml"];
judged.push("reference link", "right to left", "soft hyphens");

describe("places of an overlay", () => {
  const base = smallDocument();
  const overlay = fullOverlay();
  const places = placesOfData(overlay);

  it.each(judged)("%s is refused or inert", async (name) => {
    const make = await original<Subject["make"]>("make-package.ts");
    const result = await runCells({ make }, name, { base, overlay, places });
    expect(result.violations).toEqual([]);
    expect(result.made).toBeDefined();
    expect(activeParts(result)).toEqual([]);
    const refused = [...result.refused.keys()].map(({ id }) => id);
    expect(refused.filter((id) => !refusableInOverlay.test(id))).toEqual([]);
  });
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
    }),
  )("%s", async (_name, detector) => {
    expect(await detector(original)).toEqual([]);
  });
});

/** The packages as they are written: one run of the formatter for all. */
async function formatAll(
  results: Map<string, CellsResult>,
  format: Subject["biome"]["formatFiles"],
): Promise<void> {
  const entries = [...results].flatMap(([name, result], index) =>
    result.made ? [{ name, result, made: result.made, index }] : [],
  );
  const all = new Map(
    entries.flatMap(({ made, index }) =>
      [...made.files].map(([file, text]) => [`p${index}/${file}`, text] as const),
    ),
  );
  const formatted = await format(all);
  for (const { name, result, made, index } of entries) {
    const files = new Map(
      [...made.files.keys()].map((file) => [file, formatted.get(`p${index}/${file}`) ?? ""]),
    );
    results.set(name, { ...result, made: { ...made, files } });
  }
}
