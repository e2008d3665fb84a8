import { defineConfig, type UserConfig } from "tsdown";

const common: UserConfig = { format: "esm", dts: true, fixedExtension: false };

export default defineConfig([
  {
    ...common,
    entry: { index: "src/index.ts", compiled: "src/compiled.ts", msw: "src/msw.ts" },
    target: "es2022",
    platform: "neutral",
    // Its package names its ES modules as neutral platforms look for them.
    inputOptions: (rolldown) => ({
      ...rolldown,
      resolve: { ...rolldown.resolve, mainFields: ["module", "main"] },
    }),
  },
  { ...common, clean: false, entry: { node: "src/node.ts" }, target: "node20" },
]);
