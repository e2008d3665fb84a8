import { mkdtemp, rm, writeFile } from "node:fs/promises";
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
