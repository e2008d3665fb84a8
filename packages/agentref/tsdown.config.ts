import { readFile, writeFile } from "node:fs/promises";
import { defineConfig } from "tsdown";

const entries = ["index", "raw"];

export default defineConfig({
  entry: entries.map((name) => `src/${name}.ts`),
  target: "es2022",
  platform: "neutral",
  fixedExtension: true,
  // The declarations have the doc comments.
  outputOptions: { comments: { jsdoc: false } },
  format: {
    cjs: {
      dts: true,
      // Nobody reads the types of a whole document, and a fifth of them is indentation.
      async onSuccess() {
        const types = await readFile("dist/raw.d.cts", "utf8");
        await writeFile("dist/raw.d.cts", types.replace(/^ +/gm, ""));
      },
    },
    // Declarations of CommonJS serve both formats, so that there is one of each type, and half the bytes.
    esm: {
      dts: false,
      plugins: [
        {
          name: "declarations",
          generateBundle() {
            for (const name of entries) {
              const source = `export * from "./${name}.cjs";\n`;
              this.emitFile({ type: "asset", fileName: `${name}.d.mts`, source });
            }
          },
        },
      ],
    },
  },
});
