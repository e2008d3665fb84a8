import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "@trunkline/runtime";
import type { JournalRecord } from "@trunkline/runtime/bulk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileJournal } from "../src/file-journal.ts";
import { type LineFile, openLines } from "../src/journal-lines.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "journal-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const unsent = (n: number): JournalRecord => ({ kind: "unsent", n, at: 1 });
const path = (): string => join(folder, "leads.journal");
const text = (): Promise<string> => readFile(path(), "utf8");
const isThere = (name: string): Promise<boolean> =>
  stat(name).then(
    () => true,
    () => false,
  );

async function write(...records: readonly JournalRecord[]): Promise<readonly JournalRecord[]> {
  const journal = fileJournal(path());
  const found = [...(await journal.open())];
  for (const record of records) await journal.put(record);
  await journal.close();
  return found;
}

describe("a journal in a file", () => {
  it("has a line of JSON for each record, and gives them back", async () => {
    expect(await write(unsent(0), unsent(1))).toEqual([]);
    expect(await text()).toBe('{"kind":"unsent","n":0,"at":1}\n{"kind":"unsent","n":1,"at":1}\n');
    expect(await write(unsent(2))).toEqual([unsent(0), unsent(1)]);
    expect(await write()).toEqual([unsent(0), unsent(1), unsent(2)]);
  });

  it("keeps the order of records that are put at the same time", async () => {
    const journal = fileJournal(path());
    await journal.open();
    await Promise.all(Array.from({ length: 50 }, (_, n) => journal.put(unsent(n))));
    await journal.close();
    expect(await write()).toEqual(Array.from({ length: 50 }, (_, n) => unsent(n)));
  });

  it.skipIf(process.platform === "win32")("is its owner's alone", async () => {
    const journal = fileJournal(path());
    await journal.open();
    for (const name of [path(), `${path()}.lock`])
      expect(((await stat(name)).mode & 0o777).toString(8)).toBe("600");
    await journal.close();
  });

  it("lies at a path that does not change with the process's folder", () => {
    expect(fileJournal("a.journal").place).toBe(join(process.cwd(), "a.journal"));
  });

  const torn: [what: string, tail: string][] = [
    ["half a line", '{"kind":"uns'],
    ["a line without its end", '{"kind":"unsent","n":1,"at":1}'],
    ["half a character", '{"kind":"\xc3'],
    ["bytes that a crash left", "\0\0\0\0"],
  ];
  it.each(torn)("cuts off %s, and what comes next is whole", async (_, tail) => {
    await write(unsent(0));
    await writeFile(path(), Buffer.from(`${await text()}${tail}`, "latin1"));
    expect(await write(unsent(5))).toEqual([unsent(0)]);
    expect(await write()).toEqual([unsent(0), unsent(5)]);
  });

  it("tells the line that is not JSON", async () => {
    await writeFile(path(), '{"kind":"unsent","n":0,"at":1}\nphone,name\n{}\n');
    await expect(write()).rejects.toThrow(/Line 2 of the journal .*leads\.journal is not JSON/);
    expect(await isThere(`${path()}.lock`)).toBe(false);
    expect(await text()).toContain("phone,name");
  });

  it("says why it cannot be opened", async () => {
    await mkdir(path());
    await expect(write()).rejects.toThrow(/cannot be opened: it is a folder/);
    const lost = fileJournal(join(folder, "no", "such.journal"));
    const error = await lost.open().catch((thrown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toMatch(/ENOENT/);
    expect(() => fileJournal("")).toThrow(/needs the path of a file/);
    await expect(fileJournal(path()).put(unsent(0))).rejects.toThrow(/is not open/);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")("… for want of a right", async () => {
    await writeFile(path(), "");
    await chmod(path(), 0o000);
    await expect(write()).rejects.toThrow(/EACCES/);
  });
});

describe("a disk that is full", () => {
  /** Takes so many bytes, some of them of a line, and no more. */
  function fullAfter(room: number): LineFile & { readonly kept: () => string } {
    let kept = Buffer.alloc(0);
    return {
      kept: () => kept.toString(),
      readFile: (async () => kept) as unknown as LineFile["readFile"],
      write: (async (bytes: Buffer, from: number, length: number) => {
        const free = room - kept.length;
        if (free <= 0) throw Object.assign(new Error("no space"), { code: "ENOSPC" });
        const taken = bytes.subarray(from, from + Math.min(length, free));
        kept = Buffer.concat([kept, taken]);
        return { bytesWritten: taken.length, buffer: bytes };
      }) as unknown as LineFile["write"],
      truncate: async (end = 0) => {
        kept = kept.subarray(0, end);
      },
      datasync: async () => {},
      close: async () => {},
    };
  }

  it("is told before what was to be told of is sent, and leaves whole lines", async () => {
    const file = fullAfter(40);
    const { lines } = await openLines(file, "j");
    await lines.add(unsent(0));
    await expect(lines.add(unsent(1))).rejects.toThrow("The journal j cannot be written: ENOSPC.");
    expect(file.kept()).toBe('{"kind":"unsent","n":0,"at":1}\n');
    await expect(lines.add(unsent(2))).rejects.toThrow(/ENOSPC/);
    await lines.add(1);
    expect(file.kept()).toBe('{"kind":"unsent","n":0,"at":1}\n1\n');
  });
});

describe("one run has a journal at a time", () => {
  it("in one process", async () => {
    const journal = fileJournal(path());
    await journal.open();
    const other = fileJournal(path());
    await expect(other.open()).rejects.toThrow(new RegExp(`is that of a run of process ${process.pid}\\.`));
    await other.close();
    await expect(fileJournal(path()).open()).rejects.toThrow(UsageError);
    await journal.close();
    await write(unsent(0));
  });

  it("among processes, and a killed one's is free again", { timeout: 60_000 }, async () => {
    const code = `
      import { fileJournal } from ${JSON.stringify(new URL("../src/file-journal.ts", import.meta.url).href)};
      await fileJournal(${JSON.stringify(path())}).open();
      process.stdout.write("open");
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    try {
      await new Promise((resolve) => child.stdout.once("data", resolve));
      await expect(write()).rejects.toThrow(new RegExp(`a run of process ${child.pid}\\.`));
    } finally {
      child.kill("SIGKILL");
      await ended;
    }
    expect(await isThere(`${path()}.lock`)).toBe(true);
    expect(await write(unsent(0))).toEqual([]);
    expect(await isThere(`${path()}.lock`)).toBe(false);
  });

  const lock = (holder: unknown): Promise<void> =>
    writeFile(`${path()}.lock`, typeof holder === "string" ? holder : JSON.stringify(holder));

  it("but none has it whose process has gone, though its number was given again", async () => {
    const gone = Number(execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }));
    await lock({ pid: gone, host: hostname(), since: "" });
    await write();
    await lock({ pid: process.pid, host: hostname(), since: "another start" });
    await write();
    for (const text of ["", "null", "4711", '{"pid":"1"}']) {
      await lock(text);
      await write();
    }
  });

  it("and nobody knows of another machine's", async () => {
    await lock({ pid: 1, host: "elsewhere", since: "" });
    await expect(write()).rejects.toThrow(
      /a run of process 1 of elsewhere\. .* remove .*leads\.journal\.lock/,
    );
  });

  it("of many that find a dead one's lock, one takes it", async () => {
    await lock({ pid: 999_999_999, host: hostname(), since: "" });
    const journals = Array.from({ length: 20 }, () => fileJournal(path()));
    const results = await Promise.allSettled(journals.map((journal) => journal.open()));
    expect(results.filter(({ status }) => status === "fulfilled").length).toBe(1);
    for (const journal of journals) await journal.close();
  });
  it("appears with its text, so that none that is being made is taken for a dead one's", async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 20; round++) {
      const journal = fileJournal(path());
      let isOpen = false;
      const opening = journal.open().finally(() => {
        isOpen = true;
      });
      while (!isOpen) {
        if (existsSync(`${path()}.lock`)) seen.add(readFileSync(`${path()}.lock`, "utf8"));
        await new Promise((resolve) => setImmediate(resolve));
      }
      await opening;
      await journal.close();
    }
    expect([...seen].map((text) => JSON.parse(text || "null")?.pid)).toEqual([process.pid]);
  });

  it("of many that begin at once, one takes it", async () => {
    const journals = Array.from({ length: 20 }, () => fileJournal(path()));
    const results = await Promise.allSettled(journals.map((journal) => journal.open()));
    expect(results.filter(({ status }) => status === "fulfilled").length).toBe(1);
    for (const journal of journals) await journal.close();
  });
});
