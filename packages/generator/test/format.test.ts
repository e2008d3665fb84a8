import { describe, expect, it } from "vitest";
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
});
