import { defineConfig } from "tsdown";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    document: "src/document/index.ts",
    "judge-thread": "src/judge/judge-thread.ts",
  },
  format: "esm",
  dts: true,
  target: "node20",
  fixedExtension: false,
});
