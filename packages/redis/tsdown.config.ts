import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts"],
  format: ["esm", "cjs"],
  dts: true,
  target: "node20",
  fixedExtension: true,
  // The declarations have the doc comments.
  outputOptions: { comments: { jsdoc: false } },
});
