import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Files leave nothing in modules, and wait for Redis and for windows: they can wait side by side. More than two
    // would keep Redis from answering in time on a machine with two processors.
    isolate: false,
    maxWorkers: 2,
    // For machines that do other things too: a limit that is met says that something hangs, not that it is slow.
    testTimeout: 60_000,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
