import { spawn } from "node:child_process";
import { join } from "node:path";
import { readJsonObject } from "../read-json.ts";
import { exists } from "../workspace.ts";

/** How packages are installed, and scripts run, in a workspace. */
export interface PackageManager {
  readonly name: "npm" | "pnpm";
  readonly command: readonly [string, ...string[]];
  readonly install: readonly string[];
}

/** The package manager that a workspace names, or the one whose files it has. */
export async function packageManagerOf(root: string): Promise<PackageManager> {
  const path = join(root, "package.json");
  const { packageManager } = (await readJsonObject(path, path)) ?? {};
  // Through npx, so that the version is the workspace's and nothing has to be installed before.
  // Without the hash of the package, which Corepack checks: to npm it would be another version.
  const named =
    typeof packageManager === "string" ? /^(pnpm@[\w.-]+)(?:\+[\w.]+)?$/.exec(packageManager) : null;
  if (named?.[1] !== undefined) return pnpm(["npx", "-y", named[1]]);
  if (await exists(join(root, "pnpm-workspace.yaml"))) return pnpm(["pnpm"]);
  return { name: "npm", command: ["npm"], install: ["install", "--no-audit", "--no-fund"] };
}

function pnpm(command: readonly [string, ...string[]]): PackageManager {
  return { name: "pnpm", command, install: ["install", "--no-frozen-lockfile"] };
}

/** How a command ended, with everything that it printed. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/**
 * Runs a command in a folder, without a shell.
 *
 * @param seconds - after which it is stopped, and has failed @default none
 */
export function execute(
  [file = "", ...args]: readonly string[],
  cwd: string,
  seconds?: number,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, DO_NOT_TRACK: "1", CI: "true" },
      ...(seconds === undefined ? {} : { timeout: seconds * 1000, killSignal: "SIGKILL" }),
      // npm and npx are scripts there.
      shell: process.platform === "win32",
    });
    let output = "";
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const isStopped = seconds !== undefined && signal === "SIGKILL";
      if (isStopped) output += `It was stopped after ${seconds} seconds.\n`;
      resolve({ code: code ?? 1, output });
    });
  });
}
