import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commandLine } from "../src/command-line.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "trunkline-line-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const installed = { "node_modules/.bin/trunkline": "" };

describe("the line that runs one of our commands", () => {
  it.each<[what: string, files: Readonly<Record<string, string>>, want: string]>([
    ["where nothing is installed", {}, "npx -p @trunkline/cli trunkline list"],
    ["where only a lockfile stands", { "yarn.lock": "" }, "npx -p @trunkline/cli trunkline list"],
    ["in an npm workspace", { ...installed, "package-lock.json": "{}" }, "npm exec -- trunkline list"],
    ["without a lockfile", installed, "npm exec -- trunkline list"],
    ["in a pnpm workspace", { ...installed, "pnpm-workspace.yaml": "" }, "pnpm exec trunkline list"],
    ["in a yarn workspace", { ...installed, "yarn.lock": "" }, "yarn run trunkline list"],
    ["in a bun workspace", { ...installed, "bun.lock": "" }, "bun run trunkline list"],
    ["in an older bun workspace", { ...installed, "bun.lockb": "" }, "bun run trunkline list"],
    [
      "where package.json names another than the lockfile",
      { ...installed, "package-lock.json": "", "package.json": '{"packageManager":"yarn@4.1.0"}' },
      "yarn run trunkline list",
    ],
    [
      "where package.json is broken",
      { ...installed, "pnpm-lock.yaml": "", "package.json": "{" },
      "pnpm exec trunkline list",
    ],
  ])("%s", async (_what, files, want) => {
    await mkdir(join(root, ".git"));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    const below = join(root, "packages/acme/src");
    await mkdir(below, { recursive: true });
    expect(commandLine("list", root)).toBe(want);
    expect(commandLine("list", below)).toBe(want);
  });
});
