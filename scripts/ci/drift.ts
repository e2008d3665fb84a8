import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { root } from "../run.ts";

const exec = promisify(execFile);
const title = "Vendors have changed their descriptions";

// Compares what vendors publish with what ours was checked against. With `--issue`, a difference becomes the text of one
// issue, which later runs bring up to date.
const { code, stdout, stderr } = await drift();
process.stdout.write(stdout);
process.stderr.write(stderr);
if (process.argv.includes("--issue") && stdout !== "") {
  const body = `${stdout}\nCheck our documents against these, then run \`trunkline drift --accept\` and commit.\n`;
  const open = [
    "issue",
    "list",
    "--state",
    "open",
    "--search",
    `"${title}" in:title`,
    "--json",
    "number,title",
  ];
  const issues = JSON.parse(await gh(...open)) as { number: number; title: string }[];
  const issue = issues.find((one) => one.title === title);
  if (issue === undefined) await gh("issue", "create", "--title", title, "--body", body);
  else await gh("issue", "edit", String(issue.number), "--body", body);
} else {
  process.exitCode = code;
}

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function drift(): Promise<Result> {
  try {
    return { code: 0, ...(await exec("trunkline", ["drift", "--markdown"], { cwd: root })) };
  } catch (error) {
    const { code, stdout = "", stderr = "" } = error as { code?: number; stdout?: string; stderr?: string };
    if (typeof code !== "number") throw error;
    return { code, stdout, stderr };
  }
}

async function gh(...args: readonly string[]): Promise<string> {
  return (await exec("gh", args, { cwd: root })).stdout;
}
