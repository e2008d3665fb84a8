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
  const body = `${shortened(stdout)}\nCheck our documents against these, then run \`trunkline drift --accept\` and commit.\n`;
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
  const issues = JSON.parse(await gh(open)) as { number: number; title: string }[];
  const issue = issues.find((one) => one.title === title);
  // Not as an argument: the system limits the length of one.
  if (issue === undefined) await gh(["issue", "create", "--title", title, "--body-file", "-"], body);
  else await gh(["issue", "edit", String(issue.number), "--body-file", "-"], body);
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

async function gh(args: readonly string[], input = ""): Promise<string> {
  const running = exec("gh", args, { cwd: root });
  running.child.stdin?.end(input);
  return (await running).stdout;
}
