import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const packageManagerNames = ["npm", "pnpm", "yarn", "bun"] as const;

export type PackageManagerName = (typeof packageManagerNames)[number];

/** File of a folder -> the package manager whose it is. */
const files: readonly (readonly [string, PackageManagerName])[] = [
  ["pnpm-workspace.yaml", "pnpm"],
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
];

/** What package managers record of an installation. */
export const lockfiles: readonly string[] = files.map(([file]) => file).filter((file) => /lock/.test(file));

/**
 * The package manager that `packageManager` of a package.json names, or whose files stand in the folder or above it.
 *
 * @param agent what runs this command, as package managers tell it (`pnpm/10.1.0 npm/? node/…`): it decides where no file does
 */
export function packageManagerNameOf(folder: string, agent: string = ""): PackageManagerName {
  for (let above = folder; ; above = dirname(above)) {
    const named = /^(npm|pnpm|yarn|bun)@[\w.-]+(?:\+[\w.]+)?$/.exec(
      namedIn(join(above, "package.json")),
    )?.[1];
    if (named !== undefined) return named as PackageManagerName;
    const found = files.find(([file]) => existsSync(join(above, file)));
    if (found !== undefined) return found[1];
    // What stands above a repository is of somebody else.
    if (existsSync(join(above, ".git")) || dirname(above) === above) break;
  }
  return packageManagerNames.find((name) => agent.startsWith(`${name}/`)) ?? "npm";
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
