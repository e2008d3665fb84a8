import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyChanges, compareFiles } from "../src/write/write-files.ts";

type Files = Readonly<Record<string, string>>;

const text = (what: string): string => `${what}\n`.repeat(2000);
const old: Files = {
  "package.json": text("old package"),
  "src/a.ts": text("old a"),
  "src/gone/b.ts": text("old b"),
  "src/same.ts": text("same"),
};
const wanted: Files = {
  "package.json": text("new package"),
  "src/a.ts": text("new a"),
  "src/same.ts": text("same"),
  "src/resources/c.ts": text("new c"),
};
const oldLock: Files = { "names.lock": text("old lock") };
const newLock: Files = { "names.lock": text("new lock") };

// Each point starts a process: some of them in each run, all with POINTS=all.
const step = process.env.POINTS === "all" ? 1 : 4;

describe("a run that is killed while it writes", () => {
  let folder: string;
  let target: string;
  let lock: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trunkline-killed-"));
    target = join(folder, "packages/shop");
    lock = join(folder, "specs/shop");
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("leaves whole files, which the next run brings in line", async () => {
    await start();
    const calls = Number(kill(0).stdout);
    expect(calls).toBeGreaterThan(25);
    const states = new Set<string>();
    for (let point = 1; point <= calls; point++) {
      // The last are those after which nothing is left to write.
      if (point % step > 0 && point < calls - 2) continue;
      await start();
      expect(kill(point).signal).toBe("SIGKILL");
      const left = { ...(await read(target)), ...(await read(lock)) };
      states.add(Object.values(left).join());
      for (const [name, before] of Object.entries({ ...old, ...oldLock })) {
        const after = { ...wanted, ...newLock }[name];
        expect([before, after], `${name} at ${point}`).toContain(left[name]);
      }
      for (const [name, found] of Object.entries(left)) {
        expect([{ ...old, ...oldLock }[name], { ...wanted, ...newLock }[name]], name).toContain(found);
      }
      await write(target, wanted, lock, newLock);
      expect(await read(folder)).toEqual(all(wanted, newLock));
    }
    // Before, in the middle of, and after the renames.
    expect(states.size).toBeGreaterThan(2);
  });

  async function start(): Promise<void> {
    await rm(folder, { recursive: true, force: true });
    for (const [path, value] of Object.entries(all(old, oldLock))) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), value);
    }
  }

  /** @param point - of the calls to the file system; 0 is none */
  function kill(point: number): { readonly signal: string | null; readonly stdout: string } {
    const child = fileURLToPath(new URL("support/killed-write.mjs", import.meta.url));
    const goal = JSON.stringify({ files: Object.entries(wanted), lock: Object.entries(newLock) });
    return spawnSync(process.execPath, [child, target, lock, goal, String(point)], { encoding: "utf8" });
  }
});

function all(files: Files, lock: Files): Files {
  const below = (folder: string, some: Files): [string, string][] =>
    Object.entries(some).map(([name, value]) => [`${folder}/${name}`, value]);
  return Object.fromEntries([...below("packages/shop", files), ...below("specs/shop", lock)]);
}

async function write(target: string, files: Files, lock: string, locks: Files): Promise<void> {
  const [all, names] = [new Map(Object.entries(files)), new Map(Object.entries(locks))];
  await applyChanges(
    { target, files: all, changes: await compareFiles(target, all) },
    { target: lock, files: names, changes: await compareFiles(lock, names, []) },
  );
}

/** Everything below a folder. */
async function read(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map(async ({ parentPath, name }): Promise<[string, string]> => {
    const path = join(parentPath, name);
    return [path.slice(folder.length + 1), await readFile(path, "utf8")];
  });
  return Object.fromEntries(await Promise.all(texts));
}
