import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { emitSources } from "../../src/emit/typescript/sources.ts";
import type { Model } from "../../src/model/types.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const compiler = join(
  dirname(createRequire(import.meta.url).resolve("typescript-7/package.json")),
  "bin/tsc",
);

/** Type-checks what models become, against the runtime's source, under the settings of the workspace. */
export async function typeCheck(models: Iterable<Model>): Promise<readonly string[]> {
  const files = new Map<string, string>();
  let count = 0;
  for (const model of models) {
    for (const [path, text] of emitSources(model)) files.set(`${count}/${path}`, text);
    files.set(`${count}/src/version.ts`, 'export const VERSION: string = "0";\n');
    count++;
  }
  return typeCheckFiles(files);
}

/** The same of files as they are, whose paths have the form `<any>/src/<any>.ts`. */
export async function typeCheckFiles(given: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-types-"));
  try {
    const files = new Map(given);
    files.set("package.json", '{ "type": "module" }');
    files.set("tsconfig.json", JSON.stringify(configuration));
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await compile(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const configuration = {
  extends: join(root, "tsconfig.base.json"),
  compilerOptions: {
    paths: Object.fromEntries(
      ["client", "bulk", "webhooks", "replays"].map((entry) => [
        `@trunkline/runtime/${entry}`,
        [join(root, `packages/runtime/src/${entry}.ts`)],
      ]),
    ),
    typeRoots: [join(root, "node_modules/@types")],
    noUnusedLocals: true,
  },
  include: ["*/src"],
};

function compile(folder: string): Promise<readonly string[]> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [compiler, "-p", folder, "--pretty", "false"],
      { cwd: folder },
      (_error, stdout) => {
        // The runtime answers for its own files.
        resolve(stdout.split("\n").filter((line) => line.includes("error") && !line.startsWith("..")));
      },
    );
  });
}
