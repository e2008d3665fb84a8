import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // For machines that do other things too: a limit that is met says that something hangs, not that it is slow.
    testTimeout: 60_000,
    // Prism takes a second to load: once is enough for all files.
    isolate: false,
    maxWorkers: 1,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
