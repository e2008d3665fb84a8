import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { compareBudgets, REMEDY } from "../budgets/compare.ts";
import { budgetsFile } from "../budgets/folders.ts";
import { type Budgets, measure } from "../budgets/measure.ts";

const budgets = JSON.parse(await readFile(budgetsFile, "utf8")) as Budgets;

describe("what is built", () => {
  it("keeps its budgets of bytes, instantiations and requests", { timeout: 60_000 }, async () => {
    const exceeded = compareBudgets(budgets, await measure());
    expect(exceeded, [...exceeded, REMEDY].join("\n")).toEqual([]);
  });
});

describe("compareBudgets", () => {
  const base: Budgets = {
    bytes: { acme: { gzip: 10_000, parts: { "@trunkline/runtime": 20_000, "@trunkline/acme": 5000 } } },
    instantiationsPerCall: 12,
    requests: { "a walk": 100 },
  };
  const rows: [string, Budgets, string[]][] = [
    ["nothing of what is the same", base, []],
    ["nothing of bytes within the slack", withBytes(10_040), []],
    ["nothing of what shrank", { ...withBytes(9000), instantiationsPerCall: 3 }, []],
    [
      "which part made a client larger",
      withBytes(11_000, 21_500),
      [
        "bytes of acme: 10,000 before, 11,000 now (+1,000); before compression: @trunkline/runtime 20,000 before, 21,500 now (+1,500)",
      ],
    ],
    [
      "instantiations",
      { ...base, instantiationsPerCall: 12.5 },
      ["instantiations of a typed call: 12 before, 12.5 now (+0.5)"],
    ],
    [
      "requests that are too many",
      { ...base, requests: { "a walk": 101 } },
      ["requests of a walk: 100 before, 101 now (+1)"],
    ],
    [
      "a client without a budget",
      { ...base, bytes: { ...base.bytes, other: { gzip: 5, parts: {} } } },
      ["other has no budget of bytes; it has 5"],
    ],
  ];
  it.each(rows)("says %s", (_, now, want) => {
    expect(compareBudgets(base, now)).toEqual(want);
  });

  function withBytes(gzip: number, runtime = 20_000): Budgets {
    const parts = { "@trunkline/runtime": runtime, "@trunkline/acme": 5000 };
    return { ...base, bytes: { acme: { gzip, parts } } };
  }
});
