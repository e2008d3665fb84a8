import { readdir, readFile, writeFile } from "node:fs/promises";
import { defineConfig } from "tsdown";

const entries = ["index", "raw", "webhooks"];

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
      // A tab is one byte. Nobody reads the types of a whole document: they do without.
      async onSuccess() {
        for (const name of (await readdir("dist")).filter((file) => file.endsWith(".d.cts"))) {
          const types = await readFile(`dist/${name}`, "utf8");
          const tabs = (spaces) => "\t".repeat(spaces.length / 2);
          const indented =
            name === "raw.d.cts" ? types.replace(/^ +/gm, "") : types.replace(/^(?: {2})+/gm, tabs);
          await writeFile(`dist/${name}`, indented);
        }
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
