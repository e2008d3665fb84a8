import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { repository } from "../folders.ts";

const LAYERS = `${repository}packages/runtime/src/request/call.ts`;

/** What the layers of a client are without a place for plug-ins. */
const WITHOUT: readonly (readonly [RegExp, string])[] = [
  [/ {2}const \{ middleware, quota \} = options;\n[\s\S]*?"memoryQuota"\);\n/, ""],
  [/return call\(\n/, "return (\n"],
  [/attempt\(\n/, "(\n"],
  [/wire\(metered\((sending\([\w.]+\))\)\)/, "$1"],
  [/\{ \.\.\.parts\.retrying, refused \}/, "parts.retrying"],
  [/\(quota \? undefined : (exhaustion\([^)]*\))\)/, "($1)"],
];

/** Compressed bytes that a client has for middleware, tracing and quotas, though it is given none. */
export async function weighSeam(): Promise<number> {
  return (await weigh(false)) - (await weigh(true));
}

async function weigh(isCut: boolean): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { APIClient } from "${repository}packages/runtime/src/client.ts"; globalThis.client = APIClient;`,
      resolveDir: repository,
    },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    write: false,
    logLevel: "silent",
    plugins: [
      {
        name: "seam",
        setup({ onLoad }) {
          onLoad({ filter: /request\/call\.ts$/ }, async () => {
            const code = await readFile(LAYERS, "utf8");
            return { contents: isCut ? cut(code) : code, loader: "ts" };
          });
        },
      },
    ],
  });
  return gzipSync(outputFiles[0]?.text ?? "", { level: 9 }).length;
}

function cut(code: string): string {
  return WITHOUT.reduce((left, [what, instead]) => {
    if (!what.test(left)) throw new Error(`${LAYERS} does not have ${what}.`);
    return left.replace(what, instead);
  }, code);
}
