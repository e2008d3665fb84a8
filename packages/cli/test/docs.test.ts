import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { document } from "./support/workspace.ts";

const BIN = fileURLToPath(new URL("../bin/trunkline.cjs", import.meta.url));

/** A workspace of one vendor whose package is not made yet. */
async function workspace(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-docs-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "specs/acme"), { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true, "trunkline": { "scope": "@acme" } }');
  await writeFile(join(folder, "specs/acme/openapi.yaml"), document);
  return folder;
}

function trunkline(
  cwd: string,
  ...args: readonly string[]
): Promise<{ code: unknown; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [BIN, ...args],
      { cwd, env: { ...process.env, NO_COLOR: "1" } },
      (error, out, err) => resolve({ code: error?.code ?? 0, out, err }),
    );
  });
}

it.each([[["docs", "--markdown", "out"]], [["docs", "acme", "--markdown", "out"]]])(
  "%j writes the pages of a workspace's vendors",
  async (args) => {
    const folder = await workspace();
    expect(await trunkline(folder, ...args)).toEqual({
      code: 0,
      out: "6 files in out; begin with index.md\n",
      err: "",
    });
    expect(await readdir(join(folder, "out"))).toEqual([
      ".trunkline-docs.json",
      "acme",
      "index.md",
      "llms.txt",
    ]);
    const page = await readFile(join(folder, "out/acme/methods/things.get.md"), "utf8");
    expect(page).toContain('import { Acme } from "@acme/acme";');
    expect(page).toContain("// reads ACME_API_KEY");
  },
);

it("takes the path of a document, and says what is wrong with a source, or with a folder", async () => {
  const folder = await workspace();
  expect(await trunkline(folder, "docs", "specs/acme/openapi.yaml", "--markdown", "out")).toMatchObject({
    code: 0,
  });
  expect(await trunkline(folder, "docs", "globex", "--markdown", "out")).toMatchObject({
    code: 1,
    err: expect.stringContaining('"globex" is neither a file, nor a folder, nor a package'),
  });
  await mkdir(join(folder, "mine"));
  await writeFile(join(folder, "mine/index.md"), "mine");
  expect(await trunkline(folder, "docs", "acme", "--markdown", "mine")).toMatchObject({
    code: 1,
    err: expect.stringContaining("was not written by this command"),
  });
  expect(await trunkline(folder, "docs", "acme", "--base", "https://x.test/")).toMatchObject({
    code: 2,
    err: expect.stringContaining("A base is a path such as /docs/."),
  });
});
