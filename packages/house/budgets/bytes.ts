import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { packages } from "./folders.ts";

/** What a client weighs in a browser. */
export interface Bytes {
  /** Minified and compressed, everything that it imports included. */
  readonly gzip: number;
  /** Minified, by the package that it comes from. */
  readonly parts: Readonly<Record<string, number>>;
}

/** Bundles a program that makes a client and nothing else. */
export async function weigh(vendor: string): Promise<Bytes> {
  const folder = join(packages, vendor);
  const { name, trunkline } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
    name: string;
    trunkline: { client: string };
  };
  const program = `import { ${trunkline.client} } from "${name}"; globalThis.client = new ${trunkline.client}();`;
  return bundled(folder, name, program, { [name]: join(folder, "dist/index.mjs") });
}

/** Bundles all that the entry `webhooks` of a package exports. */
export async function weighWebhooks(folderName: string): Promise<Bytes> {
  return bundled(
    join(packages, folderName),
    `@trunkline/${folderName}`,
    'export * from "./dist/webhooks.mjs";',
    {},
  );
}

async function bundled(
  folder: string,
  name: string,
  contents: string,
  alias: Readonly<Record<string, string>>,
): Promise<Bytes> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    outdir: "out",
    write: false,
    metafile: true,
    logLevel: "silent",
    alias,
  });
  const parts: Record<string, number> = {};
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const part = partOf(path, name);
      if (bytesInOutput > 0) parts[part] = (parts[part] ?? 0) + bytesInOutput;
    }
  }
  const gzip = outputFiles.reduce((sum, { contents: made }) => sum + gzipSync(made, { level: 9 }).length, 0);
  return { gzip, parts: Object.fromEntries(Object.entries(parts).sort()) };
}

function partOf(path: string, name: string): string {
  const module = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1];
  if (module !== undefined) return module;
  return path.includes("/runtime/dist/") ? "@trunkline/runtime" : name;
}
