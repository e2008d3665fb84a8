import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/untrusted/full/*.test.ts"],
    testTimeout: 300_000,
    reporters: ["default", ["json", { outputFile: "reports/vitest-full.json" }]],
  },
});
