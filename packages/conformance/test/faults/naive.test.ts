import { beforeAll, describe, expect, it } from "vitest";
import { allCases } from "../../src/faults/cases/all.ts";
import { type FaultReport, runFaults } from "../../src/index.ts";
import { PASSES } from "./naive-passes.ts";

let report: FaultReport;

describe("a naive client", () => {
  // A dozen of the cases hang with it until their deadline.
  beforeAll(async () => {
    report = await runFaults(new URL("../fixtures/naive/", import.meta.url), { deadline: 1500 });
  }, 120_000);

  it("meets every case", () => {
    expect(report.cells.map(({ id }) => id)).toEqual(allCases.map(({ id }) => id));
    expect(Object.keys(PASSES).filter((id) => !report.cells.some((cell) => cell.id === id))).toEqual([]);
  });

  it.each(allCases.map(({ id }) => [id, PASSES[id] === undefined ? "fail" : "pass"] as const))(
    "%s: %s",
    (id, expected) => {
      const cell = report.cells.find((one) => one.id === id);
      expect(cell?.verdict, `${cell?.detail} (${PASSES[id] ?? "a naive client must fail this"})`).toBe(
        expected,
      );
    },
  );
});
