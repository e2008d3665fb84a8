import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { formatFiles } from "../src/format/oxfmt.ts";
import { together } from "../src/format/together.ts";

describe("formatting together", () => {
  it("asks once for what is asked for at once, and gives each what it asked for", async () => {
    const asked: (readonly string[])[] = [];
    const format = together(async (files) => {
      asked.push([...files.keys()]);
      return new Map([...files].map(([name, text]) => [name, text.toUpperCase()]));
    });
    const first = format(
      new Map([
        ["src/a.ts", "a"],
        ["src/b.ts", "b"],
      ]),
    );
    const second = format(new Map([["src/c.ts", "c"]]));
    expect([...(await first)]).toEqual([
      ["src/a.ts", "A"],
      ["src/b.ts", "B"],
    ]);
    expect([...(await second)]).toEqual([["src/c.ts", "C"]]);
    expect([...(await format(new Map([["src/a.ts", "d"]])))]).toEqual([["src/a.ts", "D"]]);
    expect(asked).toEqual([["src/a.ts", "src/b.ts", "src/c.ts"], ["src/a.ts"]]);
  });

  it("fails for all who asked, and for nobody who asks later", async () => {
    const format = together(async (files) => {
      if (files.has("src/bad.ts")) throw new Error("bad");
      return files;
    });
    const both = [format(new Map([["src/a.ts", "a"]])), format(new Map([["src/bad.ts", "b"]]))];
    const failed = { status: "rejected", reason: new Error("bad") };
    expect(await Promise.allSettled(both)).toEqual([failed, failed]);
    expect([...(await format(new Map([["src/a.ts", "a"]])))]).toEqual([["src/a.ts", "a"]]);
  });
});

describe("formatting of emitted files", () => {
  it("formats TypeScript and JSON, and passes other files through", async () => {
    const files = new Map([
      ["README.md", "#   kept  as is"],
      ["src/index.ts", "import { b } from './b.js'\nexport { b }"],
      ["package.json", '{"name":"b", "version":"1","license":"MIT"}'],
    ]);
    expect([...(await formatFiles(files))]).toEqual([
      ["README.md", "#   kept  as is"],
      ["src/index.ts", 'import { b } from "./b.js";\nexport { b };\n'],
      ["package.json", '{\n  "name": "b",\n  "version": "1",\n  "license": "MIT"\n}\n'],
    ]);
  });

  it("writes heads of interfaces that are longer than a line as Biome does", async () => {
    const [long, many] = ["L".repeat(60), ["A", "B", "C"].map((letter) => letter.repeat(30))];
    const text = `export interface ${long} extends Page<${long}> { a: 1 }
export interface ${long} extends ${many.join(", ")} {}
export interface Two extends ${many.slice(1).join(", ")}, Pair<A, ${long}> { a: 1 }
export interface Short extends A, B {}
`;
    expect((await formatFiles(new Map([["src/heads.ts", text]]))).get("src/heads.ts")).toBe(
      `export interface ${long}\n  extends Page<${long}> {
  a: 1;
}
export interface ${long}\n  extends ${many.join(",\n    ")} {}
export interface Two\n  extends ${many.slice(1).join(",\n    ")},\n    Pair<A, ${long}> {
  a: 1;
}
export interface Short extends A, B {}
`,
    );
  });

  it("says what cannot be parsed", async () => {
    await expect(formatFiles(new Map([["src/index.ts", "export const = 1;"]]))).rejects.toThrow(
      /fault of the generator/,
    );
  });

  it("gives the same again, whatever other files stand beside", async () => {
    const one = new Map([["src/a.ts", "export const a=1"]]);
    const first = await formatFiles(one);
    expect(await formatFiles(new Map([...one, ["src/b.ts", "export const b=2"]]))).toEqual(
      new Map([...first, ["src/b.ts", "export const b = 2;\n"]]),
    );
    expect(await formatFiles(new Map([["src/a.ts", "export const a=3"]]))).toEqual(
      new Map([["src/a.ts", "export const a = 3;\n"]]),
    );
  });

  it.skipIf(process.platform === "win32").each(["SIGINT", "SIGTERM"] as const)(
    "leaves neither files nor programs behind when %s ends the process",
    async (signal) => {
      const folder = await mkdtemp(join(tmpdir(), "trunkline-formatter-"));
      try {
        const [program, started] = [join(folder, "formatter"), join(folder, "started")];
        const text = `#!/bin/sh\necho $$ > ${started}.part\nmv ${started}.part ${started}\nsleep 60\n`;
        await writeFile(program, text, { mode: 0o755 });
        await mkdir(join(folder, "tmp"));
        const module = new URL("../src/format/oxfmt.ts", import.meta.url).href;
        const script = `const { formatFiles } = await import(${JSON.stringify(module)});
          await formatFiles(new Map([["a.ts", "export {}"]]), undefined, [${JSON.stringify(program)}]);`;
        const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
          env: { ...process.env, TMPDIR: join(folder, "tmp") },
          stdio: "ignore",
        });
        const ended = once(child, "exit");
        const read = (): Promise<string> => readFile(started, "utf8");
        const formatter = Number(await vi.waitFor(read, { timeout: 20_000, interval: 10 }));
        child.kill(signal);
        expect(await ended).toEqual([null, signal]);
        expect(await readdir(join(folder, "tmp"))).toEqual([]);
        // Gone, or waiting for its parent to take note of that.
        const state = (): string => spawnSync("ps", ["-o", "stat=", "-p", `${formatter}`]).stdout.toString();
        await vi.waitFor(() => expect(state()).toMatch(/^(?:Z|$)/), { interval: 5 });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );

  it("leaves a signal to those who listen to it, and listens no longer than it formats", async () => {
    const before = process.listenerCount("SIGINT");
    const heard = new Promise<void>((resolve) => process.once("SIGINT", () => resolve()));
    const formatted = formatFiles(new Map([["src/heard.ts", "export {}"]]));
    process.emit("SIGINT", "SIGINT");
    await heard;
    expect(await formatted).toEqual(new Map([["src/heard.ts", "export {};\n"]]));
    expect(process.listenerCount("SIGINT")).toBe(before);
  });

  it.skipIf(process.platform === "win32")(
    "is too late, not broken, when the formatter has ended but not its output",
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "trunkline-formatter-"));
      try {
        const program = join(folder, "formatter");
        // What it leaves behind holds its output open, in a group of its own.
        await writeFile(program, "#!/bin/sh\nsetsid sleep 2 &\n", { mode: 0o755 });
        const late = formatFiles(new Map([["src/late.ts", "export {}"]]), 1, [program]);
        await expect(late).rejects.toThrow(/too long/);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});
