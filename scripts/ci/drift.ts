import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { root } from "../run.ts";

const exec = promisify(execFile);

// Compares what vendors publish with what ours was checked against. With `--report`, a difference becomes drift.md in this folder, the
// text of an issue; it is empty when there is none.
const { code, stdout, stderr } = await drift();
process.stdout.write(stdout);
process.stderr.write(stderr);
const isReport = process.argv.includes("--report");
if (isReport) {
  const advice = "Check our documents against these, then run `trunkline drift --accept` and commit.";
  await writeFile("drift.md", stdout === "" ? "" : `${shortened(stdout)}\n${advice}\n`);
}
if (!isReport || stdout === "") process.exitCode = code;

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function drift(): Promise<Result> {
  try {
    return {
      code: 0,
      ...(await exec("trunkline", ["drift", "--markdown"], { cwd: root, maxBuffer: 64 * 1024 * 1024 })),
    };
  } catch (error) {
    const { code, stdout = "", stderr = "" } = error as { code?: number; stdout?: string; stderr?: string };
    if (typeof code !== "number") throw error;
    return { code, stdout, stderr };
  }
}

/** GitHub takes no issue of more than 65536 characters. */
function shortened(report: string): string {
  const most = 60_000;
  if (report.length <= most) return report;
  return `${report.slice(0, report.lastIndexOf("\n", most))}\n\n… and more: \`trunkline drift\` prints all of it.\n`;
}
