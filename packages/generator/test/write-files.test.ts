import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyChanges, compareFiles } from "../src/write/write-files.ts";

let root: string;
let target: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "trunkline-write-"));
  target = join(root, "acme");
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(files: Record<string, string>): Promise<void> {
  const wanted = new Map(Object.entries(files));
  await applyChanges({ target, files: wanted, changes: await compareFiles(target, wanted) });
}

describe("writing emitted files", () => {
  it("writes new files, leaves equal ones alone and removes orphans with their empty folders", async () => {
    await write({ "src/index.ts": "1", "src/resources/old.ts": "2", "package.json": "{}" });
    const wanted = new Map([
      ["src/index.ts", "1"],
      ["package.json", "{ }"],
    ]);
    const changes = await compareFiles(target, wanted);
    expect(changes).toEqual({ changed: ["package.json"], removed: ["src/resources/old.ts"] });
    await applyChanges({ target, files: wanted, changes });
    expect(await readdir(join(target, "src"))).toEqual(["index.ts"]);
    expect(await readFile(join(target, "package.json"), "utf8")).toBe("{ }");
    expect(await readdir(root)).toEqual(["acme"]);
  });

  it("keeps files outside the folders that it owns", async () => {
    await mkdir(join(target, "node_modules"), { recursive: true });
    await writeFile(join(target, "CHANGELOG.md"), "kept");
    await write({ "src/index.ts": "1" });
    expect(await readFile(join(target, "CHANGELOG.md"), "utf8")).toBe("kept");
    expect(await readdir(target)).toEqual(["CHANGELOG.md", "node_modules", "src"]);
  });

  it("undoes everything when one file cannot be put in place", async () => {
    await write({ "src/a.ts": "old a", "src/z.ts": "old z", "src/gone.ts": "old gone" });
    const wanted = new Map([
      ["src/a.ts", "new a"],
      ["src/z.ts", "new z"],
      ["src/z.ts/impossible.ts", "below a file"],
    ]);
    await expect(
      applyChanges({
        target,
        files: wanted,
        changes: { changed: [...wanted.keys()], removed: ["src/gone.ts"] },
      }),
    ).rejects.toThrow();
    expect(await readFile(join(target, "src/a.ts"), "utf8")).toBe("old a");
    expect(await readFile(join(target, "src/z.ts"), "utf8")).toBe("old z");
    expect(await readFile(join(target, "src/gone.ts"), "utf8")).toBe("old gone");
    expect(await readdir(root)).toEqual(["acme"]);
  });

  it("clears what killed runs left behind, and leaves alone what others still use", async () => {
    const ended = spawnSync(process.execPath, ["--version"]).pid;
    const [used = "", ...left] = [process.ppid, ended, process.pid, "killed"].map(
      (who) => `.acme.staging-${who}-a`,
    );
    for (const name of [used, ...left]) await mkdir(join(root, name, "new"), { recursive: true });
    await write({ "src/index.ts": "1" });
    expect(await readdir(root)).toEqual([used, "acme"]);
  });

  it("goes on to undo when one step of that fails", async () => {
    await write({ "src/a.ts": "old a", "src/b.ts": "old b" });
    const files = new Map(["a", "b"].map((name) => [`src/${name}.ts`, `new ${name}`]));
    const path = join(target, "src/b.ts");
    let rounds = 0;
    const changed = Object.assign([...files.keys()], {
      *[Symbol.iterator]() {
        yield* files.keys();
        // The third time, both have been put in place.
        if (++rounds < 3) return;
        rmSync(path);
        mkdirSync(join(path, "below"), { recursive: true });
        throw new Error("The disk is full.");
      },
    });
    const writing = applyChanges({ target, files, changes: { changed, removed: [] } });
    await expect(writing).rejects.toThrow(/not all of its files could be put back.*\nThe disk is full\.\n/);
    expect(await readFile(join(target, "src/a.ts"), "utf8")).toBe("old a");
  });
});
