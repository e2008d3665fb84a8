import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const programs = fileURLToPath(new URL("test/support/bin", import.meta.url));

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/support/warm-threads.ts"],
    // Output is compared as text; a CI server would have it in colour.
    env: { NO_COLOR: "1", PATH: `${programs}${delimiter}${process.env.PATH}` },
    // It takes longest, and has a machine to itself at the end; each case works in a folder of its own.
    maxWorkers: 2,
    // What commands load takes longer to load than most cases take; none leaves anything in a module.
    isolate: false,
    // For machines that do other things too: a limit that is met says that something hangs, not that it is slow.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
