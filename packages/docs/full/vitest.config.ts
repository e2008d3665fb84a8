import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["full/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Sites are built and browsers run: one at a time.
    fileParallelism: false,
    reporters: ["default", ["json", { outputFile: "reports/vitest-full.json" }]],
  },
});
