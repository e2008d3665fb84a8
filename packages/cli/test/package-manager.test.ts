import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { packageManagerOf, startOf } from "../src/add/package-manager.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "trunkline-manager-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

it.each<[packageManager: unknown, command: readonly string[]]>([
  ["pnpm@12.21.0", ["npx", "-y", "pnpm@12.21.0"]],
  ["pnpm@12.21.0+sha512.66fd8278", ["npx", "-y", "pnpm@12.21.0"]],
  ["pnpm@13.0.0-rc.1+sha224.abc", ["npx", "-y", "pnpm@13.0.0-rc.1"]],
  ["npm@11.0.0", ["npm"]],
  ["pnpm@12; rm -rf x", ["npm"]],
  ["pnpm@12+a b", ["npm"]],
  [undefined, ["npm"]],
  [7, ["npm"]],
])("%s is run as %j", async (packageManager, command) => {
  await writeFile(join(root, "package.json"), JSON.stringify({ packageManager }));
  expect((await packageManagerOf(root)).command).toEqual(command);
});

it.each<
  [platform: NodeJS.Platform, file: string, args: readonly string[], want: readonly [boolean, ...string[]]]
>([
  ["linux", "npm", ["install", "a b"], [false, "install", "a b"]],
  ["win32", "npm", ["install", "--no-fund"], [true, "install", "--no-fund"]],
  ["win32", "npx", ["-y", "C:\\Users\\A B\\x.tgz"], [true, "-y", '"C:\\Users\\A B\\x.tgz"']],
  ["win32", "C:\\Program Files\\nodejs\\node.exe", ["C:\\A B\\x.js"], [false, "C:\\A B\\x.js"]],
  ["win32", "git", ["status", "--", "a b"], [false, "status", "--", "a b"]],
])("on %s %s is started with %j", (platform, file, args, [shell, ...want]) => {
  expect(startOf(platform, file, args)).toEqual({ file, args: want, shell });
});
