import { spawn } from "node:child_process";
import { join } from "node:path";
import {
  type PackageManagerName,
  packageManagerNameOf,
  packageManagerNames,
} from "../package-manager-files.ts";
import { readJsonObject } from "../read-json.ts";

/** How packages are installed, and scripts run, in a workspace. */
export interface PackageManager {
  readonly name: PackageManagerName;
  readonly command: readonly [string, ...string[]];
  readonly install: readonly string[];
}

/** What is installed for the first time is in no lockfile yet. */
const install: Readonly<Record<PackageManagerName, readonly string[]>> = {
  npm: ["install", "--no-audit", "--no-fund"],
  pnpm: ["install", "--no-frozen-lockfile"],
  yarn: ["install"],
  bun: ["install"],
};

/** The package manager that a workspace names, or the one whose files it has. */
export async function packageManagerOf(root: string): Promise<PackageManager> {
  const name = packageManagerNameOf(root);
  const path = join(root, "package.json");
  const { packageManager } = (await readJsonObject(path, path)) ?? {};
  // Through npx, so that the version is the workspace's and nothing has to be installed before.
  // Without the hash of the package, which Corepack checks: to npm it would be another version.
  const pinned =
    name === "pnpm" && typeof packageManager === "string"
      ? /^(pnpm@[\w.-]+)(?:\+[\w.]+)?$/.exec(packageManager)?.[1]
      : undefined;
  const command: PackageManager["command"] = pinned === undefined ? [name] : ["npx", "-y", pinned];
  return { name, command, install: install[name] };
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
    const started = startOf(process.platform, file, args);
    const child = spawn(started.file, started.args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      // Yarn takes CI=true for the wish that its lockfile stays as it is.
      env: { ...process.env, DO_NOT_TRACK: "1", CI: "true", YARN_ENABLE_IMMUTABLE_INSTALLS: "false" },
      ...(seconds === undefined ? {} : { timeout: seconds * 1000, killSignal: "SIGKILL" }),
      shell: started.shell,
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

/** What are scripts on Windows, which a shell has to start. */
const scripts: ReadonlySet<string> = new Set([...packageManagerNames, "npx"]);

/** How a command is started. Only a shell needs marks around what holds a space. */
export function startOf(
  platform: NodeJS.Platform,
  file: string,
  args: readonly string[],
): { readonly file: string; readonly args: readonly string[]; readonly shell: boolean } {
  if (platform !== "win32" || !scripts.has(file)) return { file, args, shell: false };
  const marked = args.map((one) => (/^[\w@.:\\/=+-]+$/.test(one) ? one : `"${one.replaceAll('"', '""')}"`));
  return { file, args: marked, shell: true };
}
