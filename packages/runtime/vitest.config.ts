import { globSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

/**
 * What needs a process of its own: a module is mocked before anybody has loaded it, growth is watched from the first call
 * on, and garbage is collected sooner where other tests have left none.
 */
const alone = globSync("test/**/*.test.ts", { cwd: import.meta.dirname }).filter((file) =>
  /\bvi\.(?:mock|resetModules)\(|\bwatchWalks\(|--expose-gc/.test(
    readFileSync(new URL(file, import.meta.url), "utf8"),
  ),
);

export default defineConfig({
  test: {
    // For machines that do other things too: a limit that is met says that something hangs, not that it is slow.
    testTimeout: 60_000,
    unstubEnvs: true,
    unstubGlobals: true,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    projects: [
      { extends: true, test: { name: "alone", include: alone } },
      // Loading what all of them use for each file anew takes longer than most of them.
      {
        extends: true,
        test: { name: "together", include: ["test/**/*.test.ts"], exclude: alone, isolate: false },
      },
    ],
  },
});
