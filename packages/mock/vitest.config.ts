import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // For machines that do other things too: a limit that is met says that something hangs, not that it is slow.
    testTimeout: 60_000,
    // Prism takes a second to load: once is enough for all files.
    isolate: false,
    maxWorkers: 1,
    // Threads that judge start from TypeScript sources: this caches the code that is made of them.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL("node_modules/.cache/compiled", import.meta.url)) },
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
