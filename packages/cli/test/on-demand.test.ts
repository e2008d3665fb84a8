import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { load } from "../src/on-demand.ts";

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "trunkline-on-demand-")));
});
afterEach(() => rm(folder, { recursive: true }));

it("takes the package of the folder before its own", async () => {
  const home = join(folder, "node_modules/@trunkline/mock");
  await mkdir(home, { recursive: true });
  await writeFile(join(home, "package.json"), '{ "name": "@trunkline/mock", "exports": "./index.mjs" }');
  await writeFile(join(home, "index.mjs"), "export const startMock = 'of the folder';\n");
  expect((await load("@trunkline/mock", folder)).startMock).toBe("of the folder");
});

it("takes its own where the folder has none", async () => {
  expect((await load("@trunkline/mock", folder)).startMock).toBeTypeOf("function");
});

it.each([
  ["package-lock.json", "npm install --save-dev"],
  ["pnpm-lock.yaml", "pnpm add --dev"],
  ["yarn.lock", "yarn add --dev"],
  ["bun.lock", "bun add --dev"],
])("tells the line that installs it where %s is", async (file, line) => {
  await writeFile(join(folder, file), "");
  const missing = "@trunkline/none" as "@trunkline/mock";
  await expect(load(missing, folder)).rejects.toThrow(
    new RegExp(
      `^This needs @trunkline/none, .*Install it: ${line} @trunkline/none@\\^\\d+\\.\\d+\\.\\d+\\. `,
    ),
  );
});
