import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    // The mock server and the suites take seconds to load: once is enough for both files.
    isolate: false,
    maxWorkers: 1,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
