import { beforeAll, describe, expect, it } from "vitest";
import { allCases } from "../../src/faults/cases/all.ts";
import { type FaultCell, runFaults } from "../../src/index.ts";
import { HANGS, PASSES } from "./naive-passes.ts";

const NAIVE = new URL("../fixtures/naive/", import.meta.url);
const ids = allCases.map(({ id }) => id);
let cells: readonly FaultCell[];

describe("a naive client", () => {
  beforeAll(async () => {
    const deadline = 900;
    const run = async (cases: readonly string[]) => (await runFaults(NAIVE, { cases, deadline })).cells;
    // What hangs until its deadline hangs side by side; all others have the process for themselves.
    const hanging = await Promise.all(HANGS.map((id) => run([id])));
    const others = await run(ids.filter((id) => !HANGS.includes(id)));
    const first = [...hanging.flat(), ...others];
    // The deadline is short; what is right may ask for more.
    const late = first.filter(({ id, verdict }) => verdict === "fail" && PASSES[id]).map(({ id }) => id);
    const again = await runFaults(NAIVE, { cases: late });
    cells = ids.flatMap((id) => [...again.cells, ...first].find((cell) => cell.id === id) ?? []);
  }, 120_000);

  it("meets every case", () => {
    expect(cells.map(({ id }) => id)).toEqual(ids);
    expect(Object.keys(PASSES).filter((id) => !cells.some((cell) => cell.id === id))).toEqual([]);
  });

  it.each(ids.map((id) => [id, PASSES[id] === undefined ? "fail" : "pass"] as const))(
    "%s: %s",
    (id, expected) => {
      const cell = cells.find((one) => one.id === id);
      expect(cell?.verdict, `${cell?.detail} (${PASSES[id] ?? "a naive client must fail this"})`).toBe(
        expected,
      );
    },
  );
});
