import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/untrusted/full/*.test.ts"],
    testTimeout: 300_000,
    // A document keeps a core and a half busy, and a file holds them one after the other.
    maxWorkers: 3,
    reporters: ["default", ["json", { outputFile: "reports/vitest-full.json" }]],
  },
});
