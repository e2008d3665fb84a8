import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Files leave nothing in modules: Prism, compilers and clients are loaded once for all of them.
    isolate: false,
    maxWorkers: 2,
    // What is built is loaded as users load it.
    server: { deps: { external: [/\/packages\/[\w-]+\/dist\//] } },
    // For machines that do other things too: a limit that is met says that something hangs, not that it is slow.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
