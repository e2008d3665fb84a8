import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { defineConfig, type UserConfig } from "tsdown";

const options = (...entry: string[]): UserConfig => ({
  entry,
  format: { esm: { dts: false }, cjs: { onSuccess: () => shareTypes(entry) } },
  dts: true,
  target: "es2022",
  platform: "neutral",
  fixedExtension: true,
  // The declarations have the doc comments.
  outputOptions: { comments: { jsdoc: false }, dynamicImportInCjs: false },
  inputOptions: (rolldown, format) => ({
    ...rolldown,
    plugins: [clientBeside(format === "cjs" ? "cjs" : "mjs"), rolldown.plugins],
  }),
});

/** Declarations of CommonJS serve both formats, so that there is one of each type, and half the bytes. */
async function shareTypes(entry: readonly string[]): Promise<void> {
  for (const name of entry.map((path) => basename(path, ".ts")))
    await writeFile(`dist/${name}.d.mts`, `export * from "./${name}.cjs";\n`);
}

/** Each file delays a user's start: what emitted code imports is one file, which the other entries find beside them. */
function clientBeside(extension: "cjs" | "mjs"): object {
  return {
    name: "client-beside",
    resolveId(id: string) {
      const [, name] = /^\.\.?\/(client|fates)\.ts$/.exec(id) ?? [];
      return name && { id: `./${name}.${extension}`, external: true };
    },
  };
}

export default defineConfig([
  options("src/client.ts"),
  { ...options("src/index.ts", "src/raw.ts"), clean: false },
  { ...options("src/otel.ts"), clean: false },
  { ...options("src/bulk.ts"), clean: false },
  // Loaded with the first run.
  { ...options("src/bulk/fates.ts"), format: ["esm", "cjs"], dts: false, clean: false },
  { ...options("src/quota.ts"), clean: false },
  // What receives has no client.
  { ...options("src/webhooks.ts"), clean: false },
  { ...options("src/replays.ts"), clean: false },
]);
