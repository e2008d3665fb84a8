import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { type ContractReport, formatReport, runContract } from "../src/index.ts";
import { fakeModule } from "./fixtures/fake-client.ts";
import { MUTATIONS, type MutationRow } from "./fixtures/mutations.ts";

const FOLDER = fileURLToPath(new URL("fixtures/synthetic/", import.meta.url));

async function runRow({ given, file }: Pick<MutationRow, "given" | "file">): Promise<ContractReport> {
  const options = { module: fakeModule(given) };
  if (file === undefined) return runContract(FOLDER, options);
  const folder = await mkdtemp(join(tmpdir(), "contract-"));
  try {
    await cp(FOLDER, folder, { recursive: true });
    const path = join(folder, file[0]);
    const text = await readFile(path, "utf8");
    expect(text).toContain(file[1]);
    await writeFile(path, text.replace(file[1], file[2]));
    return await runContract(folder, options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("contract suite", () => {
  it("passes a client that keeps every promise", async () => {
    const report = await runContract(FOLDER, { module: fakeModule() });
    expect(report.results.filter((result) => result.problems.length > 0)).toEqual([]);
    expect(report.coverage.rows.flatMap((row) => row.missing)).toEqual([]);
    expect(report).toMatchObject({ passed: true, operations: 9, cases: 50, failures: 0 });
    const counts: Record<string, number> = {};
    for (const { kind } of report.results) counts[kind] = (counts[kind] ?? 0) + 1;
    expect(counts).toEqual({
      response: 23,
      request: 7,
      walk: 7,
      idempotency: 10,
      credential: 1,
      alias: 1,
      exchange: 1,
    });
  });

  it.each(MUTATIONS)("fails on %s", async (_, row) => {
    const report = await runRow(row);
    const failed = report.results.filter((result) => result.problems.length > 0);
    expect([...new Set(failed.map((result) => result.operation))].sort()).toEqual(row.fails);
    expect(failed.flatMap((result) => result.problems)).toContainEqual(expect.stringMatching(row.want));
    expect(report.passed).toBe(false);
  });

  it("is not content with passed cases while a field is never set", async () => {
    const report = await runRow({
      file: ["openapi.yaml", "size: { type:", "shape: { type: string }\n                size: { type:"],
    });
    expect(report.failures).toBe(0);
    expect(report.coverage.rows.flatMap((row) => row.missing)).toEqual(["body shape is never set"]);
    expect(report.passed).toBe(false);
  });

  it("prints what failed, an aligned table and the numbers", async () => {
    const report = await runContract(FOLDER, {
      module: fakeModule({ value: (id, value, body) => (id === "things.get" ? body : value) }),
    });
    const lines = stripVTControlCharacters(formatReport(report)).split("\n");
    expect(lines).toContain("✗ things.get: 200 default");
    const table = lines.slice(lines.findIndex((line) => line.startsWith("operation")));
    expect(table[0]).toBe("operation            statuses  examples  requests  fields");
    expect(table[2]).toBe("things.list               2/2       5/5         -     6/6");
    expect(table[4]).toMatch(/^things\.get {16}\d\/3 {7}2\/4 {9}- {5}1\/1 {2}status 200;/);
    expect(lines.at(-1)).toMatch(/^synthetic-client: \d+ passed, \d+ failed \(\d+ ms\)$/);
  });
});
