import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["full/**/*.test.ts"],
    // A document may take a minute on a machine that does other things too.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // More at a time would take the memory of a small machine.
    maxWorkers: 2,
    reporters: ["default", ["json", { outputFile: "reports/vitest-full.json" }]],
  },
});
