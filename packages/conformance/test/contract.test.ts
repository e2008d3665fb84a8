import { describe, expect, it } from "vitest";
import { formatReport, runContract } from "../src/index.ts";
import { fakeModule } from "./fixtures/fake-client.ts";

const FOLDER = new URL("fixtures/synthetic/", import.meta.url);

describe("contract suite", () => {
  it("passes a client that keeps every promise", async () => {
    const report = await runContract(FOLDER, { module: fakeModule() });
    expect(report.results.filter((result) => result.problems.length > 0)).toEqual([]);
    expect(report.coverage.rows.flatMap((row) => row.missing)).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.operations).toBe(9);
    console.log(formatReport(report));
  });
});
