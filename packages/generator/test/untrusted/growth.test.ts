import { describe, expect, it } from "vitest";
import { ofText, ofYaml, units, yamlUnits } from "./growth.ts";
import { costOf, growsTooFast } from "./measure.ts";

/** Texts of a size: one piece again and again, alone, before an end that fits nothing, and after a beginning. */
const forms: readonly ((pieces: string) => string)[] = [
  (pieces) => pieces,
  (pieces) => `${pieces}\u0001x`,
  (pieces) => `a${pieces}`,
];

function textOf(unit: string, form: number, size: number): string {
  const pieces = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  return forms[form]?.(pieces) ?? pieces;
}

/** Characters of the first look: with their square, no computer is done in {@link QUICK}. */
const FIRST = 5000;

/** Milliseconds. */
const QUICK = 8;

describe("time grows with the length of a text", () => {
  it.each(Object.entries(ofText))("%s", async (_name, run) => {
    const found: string[] = [];
    for (const unit of units) {
      for (const form of forms.keys()) {
        if (found.length > 3) break;
        const work = (size: number): (() => unknown) => {
          const text = textOf(unit, form, size);
          return () => run(text);
        };
        const first = work(FIRST);
        const cost = await costOf(first);
        if (cost < QUICK) continue;
        const known = Math.min(cost, await costOf(first));
        if (known < QUICK) continue;
        if (await growsTooFast(work, FIRST, known)) found.push(`${JSON.stringify(unit)}, form ${form}`);
      }
    }
    expect(found).toEqual([]);
  });

  it("of anything that is read as YAML", async () => {
    const found: string[] = [];
    for (const unit of yamlUnits) {
      const work = (size: number): (() => unknown) => {
        const text = textOf(unit, 0, size);
        return () => ofYaml(text);
      };
      if (await growsTooFast(work, FIRST / 2)) found.push(JSON.stringify(unit));
    }
    expect(found).toEqual([]);
  });
});
