import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Counts of tests. A suite that could not be loaded counts as one failed test. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
}

/** Adds up the JSON reports that vitest left in `packages/<name>/reports`. */
export async function sumReports(root: string): Promise<Counts> {
  let passed = 0;
  let failed = 0;
  for await (const path of glob("packages/*/reports/*.json", { cwd: root })) {
    const report = JSON.parse(await readFile(join(root, path), "utf8")) as Report;
    passed += report.numPassedTests;
    failed += report.numFailedTests || Math.min(1, report.numFailedTestSuites);
  }
  return { passed, failed };
}
