import { beforeAll, describe, expect, it } from "vitest";
import { allCases } from "../../src/faults/cases/all.ts";
import { type FaultCell, runFaults } from "../../src/index.ts";
import { PASSES } from "./naive-passes.ts";

const NAIVE = new URL("../fixtures/naive/", import.meta.url);
let cells: readonly FaultCell[];

describe("a naive client", () => {
  beforeAll(async () => {
    // A dozen of the cases hang with it until their deadline, so that it is short; what is right may ask for more.
    const first = await runFaults(NAIVE, { deadline: 900 });
    const late = first.cells
      .filter(({ id, verdict }) => verdict === "fail" && PASSES[id])
      .map(({ id }) => id);
    const again = await runFaults(NAIVE, { cases: late });
    cells = first.cells.map((cell) => again.cells.find(({ id }) => id === cell.id) ?? cell);
  }, 120_000);

  it("meets every case", () => {
    expect(cells.map(({ id }) => id)).toEqual(allCases.map(({ id }) => id));
    expect(Object.keys(PASSES).filter((id) => !cells.some((cell) => cell.id === id))).toEqual([]);
  });

  it.each(allCases.map(({ id }) => [id, PASSES[id] === undefined ? "fail" : "pass"] as const))(
    "%s: %s",
    (id, expected) => {
      const cell = cells.find((one) => one.id === id);
      expect(cell?.verdict, `${cell?.detail} (${PASSES[id] ?? "a naive client must fail this"})`).toBe(
        expected,
      );
    },
  );
});
