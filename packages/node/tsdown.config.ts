import { writeFile } from "node:fs/promises";
import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts"],
  format: {
    esm: { dts: false },
    // Its declarations serve both formats, so that there is one of each type.
    cjs: { onSuccess: () => writeFile("dist/index.d.mts", 'export * from "./index.cjs";\n') },
  },
  dts: true,
  target: "node20",
  fixedExtension: true,
  // The declarations have the doc comments.
  outputOptions: { comments: { jsdoc: false } },
});
