import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["full/**/*.test.ts"],
    testTimeout: 300_000,
    // Its figures are of processes that meet: nothing else may run beside them.
    maxWorkers: 1,
    reporters: ["default", ["json", { outputFile: "reports/vitest-full.json" }]],
  },
});
