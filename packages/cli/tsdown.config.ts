import { defineConfig } from "tsdown";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    "check-thread": "src/check/check-thread.ts",
    "complete-thread": "src/add/complete-thread.ts",
  },
  format: "esm",
  dts: true,
  target: "node22",
  fixedExtension: false,
});
