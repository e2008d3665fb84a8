import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["full/**/*.test.ts"],
    testTimeout: 300_000,
    // Its figures are of processes that meet: no other file may run beside them.
    maxWorkers: 1,
    // All uploads at once: those that are stopped wait for their leases.
    maxConcurrency: 8,
    reporters: ["default", ["json", { outputFile: "reports/vitest-full.json" }]],
  },
});
