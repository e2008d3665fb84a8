import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { root } from "../run.ts";
import { homeFaults, readConfiguration } from "./homes.ts";

/** What keeps a release of this clone from being published, as sentences; empty when nothing does. */
export async function releaseFaults(): Promise<string> {
  return (await homeFaults()) || (await originFault());
}

/** A package that names another repository than the one that it comes from sends its readers to strangers. */
async function originFault(): Promise<string> {
  const { repository = "" } = await readConfiguration();
  // As it is written: git may be told to ask for it elsewhere.
  const { stdout } = await promisify(execFile)("git", ["config", "--get", "remote.origin.url"], {
    cwd: root,
  }).catch(() => ({ stdout: "" }));
  const origin = plainAddress(stdout.trim());
  if (origin === plainAddress(repository)) return "";
  const is = origin === "" ? "This clone has no `origin`" : `The \`origin\` of this clone is ${origin}`;
  return (
    `${is}, and its packages name ${repository} as the repository that they come from. Release from a clone of that, or ` +
    'name the one that it is: "repository" under "trunkline" in package.json, and `pnpm release:home`.'
  );
}

/** `https://host/path`, however git is told it, and without what an address may hold to log in. */
export function plainAddress(address: string): string {
  const [, host, path] =
    /^(?:git\+)?(?:https|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(address) ??
    /^(?:[^@/]*@)?([^/:@]+):(?!\/\/)(.+)$/.exec(address) ??
    [];
  if (host === undefined || path === undefined) return address;
  return `https://${host.toLowerCase()}/${path
    .replace(/(?:\.git)?\/*$/, "")
    .replace(/^\/+/, "")
    .toLowerCase()}`;
}
