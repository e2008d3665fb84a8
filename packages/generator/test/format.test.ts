import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { formatFiles } from "../src/format/biome.ts";

describe("formatting of emitted files", () => {
  it("formats TypeScript, sorts imports, and passes other files through", async () => {
    const files = new Map([
      ["README.md", "#   kept  as is"],
      ["src/index.ts", "import { b } from './b.js'\nimport { a } from './a.js'\nexport { a,b }"],
    ]);
    expect([...(await formatFiles(files))]).toEqual([
      ["README.md", "#   kept  as is"],
      ["src/index.ts", 'import { a } from "./a.js";\nimport { b } from "./b.js";\n\nexport { a, b };\n'],
    ]);
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
        const [program, started] = [join(folder, "biome"), join(folder, "started")];
        const text = `#!/bin/sh\necho $$ > ${started}.part\nmv ${started}.part ${started}\nsleep 60\n`;
        await writeFile(program, text, { mode: 0o755 });
        await mkdir(join(folder, "tmp"));
        const biome = new URL("../src/format/biome.ts", import.meta.url).href;
        const script = `const { formatFiles } = await import(${JSON.stringify(biome)});
          await formatFiles(new Map([["a.ts", "export {}"]]));`;
        const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
          env: { ...process.env, BIOME_BINARY: program, TMPDIR: join(folder, "tmp") },
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
        const program = join(folder, "biome");
        // What it leaves behind holds its output open, in a group of its own.
        await writeFile(program, "#!/bin/sh\nsetsid sleep 2 &\n", { mode: 0o755 });
        vi.stubEnv("BIOME_BINARY", program);
        await expect(formatFiles(new Map([["src/late.ts", "export {}"]]), 1)).rejects.toThrow(/too long/);
      } finally {
        vi.unstubAllEnvs();
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});
