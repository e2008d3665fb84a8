import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Prism takes a second to load: once is enough for all files.
    isolate: false,
    maxWorkers: 1,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
