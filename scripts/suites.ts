import { glob, rm } from "node:fs/promises";
import { join } from "node:path";
import { sumReports } from "./reports.ts";
import { root, run } from "./run.ts";

/**
 * Runs turbo once or several times, and ends with one line that sums the reports of the suites of all runs. A run that
 * fails does not keep the next ones from running.
 *
 * @param runs arguments of each run: tasks and flags
 */
export async function runSuites(...runs: readonly (readonly string[])[]): Promise<void> {
  // A report of an earlier run would count a suite that did not run now; cached suites get theirs back from the cache.
  for await (const path of glob("packages/*/reports", { cwd: root })) {
    await rm(join(root, path), { recursive: true });
  }
  let code = 0;
  for (const args of runs) code = (await run("turbo", "run", ...args, "--output-logs=new-only")) || code;
  const { passed, failed } = await sumReports(root);
  if (code !== 0 && failed === 0) console.log("No test failed, but a task did: what it said is above.");
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = code === 0 && failed > 0 ? 1 : code;
}
