import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export type PackageManagerName = "npm" | "pnpm" | "yarn" | "bun";

/** File of a folder -> the package manager whose it is. */
const files: readonly (readonly [string, PackageManagerName])[] = [
  ["pnpm-workspace.yaml", "pnpm"],
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
];

/** The package manager that `packageManager` of a package.json names, or whose files stand in the folder or above it. */
export function packageManagerNameOf(folder: string): PackageManagerName {
  for (let above = folder; ; above = dirname(above)) {
    const named = /^(npm|pnpm|yarn|bun)@/.exec(namedIn(join(above, "package.json")))?.[1];
    if (named !== undefined) return named as PackageManagerName;
    const found = files.find(([file]) => existsSync(join(above, file)));
    if (found !== undefined) return found[1];
    // What stands above a repository is of somebody else.
    if (existsSync(join(above, ".git")) || dirname(above) === above) return "npm";
  }
}

/** What runs an installed command: only what is installed, never what the registry has of that name. */
export function runnerOf(folder: string): string {
  return {
    npm: "npm exec --",
    pnpm: "pnpm exec",
    yarn: "yarn run",
    bun: "bun run",
  }[packageManagerNameOf(folder)];
}

/** A package.json that cannot be read names none: who needs what it says tells what is wrong. */
function namedIn(path: string): string {
  try {
    const { packageManager } = JSON.parse(readFileSync(path, "utf8")) as { packageManager?: unknown };
    return typeof packageManager === "string" ? packageManager : "";
  } catch {
    return "";
  }
}
