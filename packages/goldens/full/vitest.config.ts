import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["full/**/*.test.ts"],
    // A document may take a minute, and two of the large ones at a time would take the machine's memory.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    reporters: ["default", ["json", { outputFile: "reports/vitest-full.json" }]],
  },
});
