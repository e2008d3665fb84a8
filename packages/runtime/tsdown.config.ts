import { defineConfig, type UserConfig } from "tsdown";

const options = (...entry: string[]): UserConfig => ({
  entry,
  format: ["esm", "cjs"],
  dts: true,
  target: "es2022",
  platform: "neutral",
  fixedExtension: true,
  // The declarations have the doc comments.
  outputOptions: { comments: { jsdoc: false } },
  inputOptions: (rolldown, format) => ({
    ...rolldown,
    plugins: [clientBeside(format === "cjs" ? "cjs" : "mjs"), rolldown.plugins],
  }),
});

/** Each file delays a user's start: what emitted code imports is one file, which the other entries find beside them. */
function clientBeside(extension: "cjs" | "mjs"): object {
  return {
    name: "client-beside",
    resolveId: (id: string) =>
      id === "./client.ts" ? { id: `./client.${extension}`, external: true } : undefined,
  };
}

export default defineConfig([
  options("src/client.ts"),
  { ...options("src/index.ts", "src/raw.ts"), clean: false },
  { ...options("src/otel.ts"), clean: false },
  // What receives has no client.
  { ...options("src/webhooks.ts"), clean: false },
  { ...options("src/replays.ts"), clean: false },
]);
