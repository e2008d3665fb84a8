import { defineConfig } from "tsdown";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    generate: "src/generate.ts",
    diagnostics: "src/diagnostics.ts",
    reference: "src/reference.ts",
    worker: "src/bounded/worker.ts",
  },
  format: "esm",
  dts: true,
  target: "node22",
  fixedExtension: false,
});
