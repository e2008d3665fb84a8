import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/harness.ts", "src/index.ts", "src/vitest.ts"],
  format: "esm",
  dts: true,
  target: "node22",
  fixedExtension: false,
  deps: { neverBundle: ["vitest"] },
});
