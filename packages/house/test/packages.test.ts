import { execFile } from "node:child_process";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const exec = promisify(execFile);
const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Bytes that a package may take when it is installed. */
const LARGEST = 1_000_000;

interface Packed {
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const folders: string[] = [];
for await (const path of glob("packages/*/package.json", { cwd: root })) {
  const manifest = JSON.parse(await readFile(join(root, path), "utf8")) as { private?: boolean };
  if (manifest.private !== true) folders.push(path.replace("/package.json", ""));
}

describe.each(folders.sort())("%s, packed", (folder) => {
  it("has what users need and nothing else", { timeout: 60_000 }, async () => {
    const { stdout } = await exec("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: join(root, folder),
    });
    const [packed] = JSON.parse(stdout) as [Packed];
    // Chunks carry a digest of their content.
    const files = [...new Set(packed.files.map(({ path }) => path.replace(/-[\w-]{8}(?=\.)/, "-*")))].sort();
    expect(files.filter((path) => /\.map$|^src\/|^test\/|\.tsbuildinfo$/.test(path))).toEqual([]);
    expect(files).toMatchSnapshot();
    expect(packed.unpackedSize).toBeLessThan(LARGEST);
  });
});
