import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/client.ts", "src/raw.ts"],
  format: ["esm", "cjs"],
  dts: true,
  target: "es2022",
  platform: "neutral",
  fixedExtension: true,
  outputOptions: {
    // The declarations have the doc comments.
    comments: { jsdoc: false },
    // Each file and each kilobyte delays a user's start: one file beside the entries, declarations as they come.
    codeSplitting: { groups: [{ name: "shared", test: /\/src\/(?!.*\.d\.[cm]?ts).*\.ts$/ }] },
  },
});
