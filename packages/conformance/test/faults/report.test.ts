import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type FaultCell, formatFaults, runFaults } from "../../src/index.ts";

const NAIVE = new URL("../fixtures/naive/", import.meta.url);

describe("a fault report", () => {
  it("counts, names and explains, as data and as a table", async () => {
    const seen: FaultCell[] = [];
    const cases = ["retry/get-after-reset", "retry/post-after-reset", "paths/dots"];
    const report = await runFaults(NAIVE, { cases, onCell: (cell) => seen.push(cell) });
    expect(report).toMatchObject({
      package: "naive-client",
      client: "Everything",
      passed: 1,
      failed: 2,
      notApplicable: 0,
    });
    expect(report.cells).toEqual(seen);
    expect(JSON.parse(JSON.stringify(report))).toMatchObject({
      cells: [{ id: "retry/post-after-reset" }, {}, {}],
    });
    const table = formatFaults(report);
    expect(table).toMatch(/^naive-client \(Everything\)\n/);
    expect(table).toMatch(/retry {2}1 ok, 1 failed, 0 n\/a/);
    expect(table).toMatch(/ok {4}retry\/get-after-reset/);
    expect(table).toMatch(
      /FAIL {2}retry\/post-after-reset .*\n +seen: the server saw 4 requests of POST, 1 expected\n +why: .*RFC 9112/,
    );
    expect(table).toMatch(/\n1 ok, 2 failed, 0 n\/a in [\d.]+ s$/);
  });

  it("can be limited to groups", async () => {
    const report = await runFaults(NAIVE, { groups: ["paths"] });
    expect(new Set(report.cells.map(({ group }) => group))).toEqual(new Set(["paths"]));
  });

  it("ends a case that hangs, and fails it", async () => {
    const report = await runFaults(NAIVE, { cases: ["time/stalled-body"], deadline: 300 });
    expect(report.cells).toMatchObject([{ verdict: "fail", detail: "nothing came of it within 0.3 s" }]);
    expect(report.duration).toBeLessThan(5000);
  });

  it("says what is wrong with a folder that is not a client package", async () => {
    const folder = await mkdtemp(join(tmpdir(), "faults-"));
    try {
      await expect(runFaults(folder)).rejects.toThrow("is not a client package: package.json is missing");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
