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
  readonly name: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const folders: string[] = [];
for await (const path of glob("packages/*/package.json", { cwd: root })) {
  const manifest = JSON.parse(await readFile(join(root, path), "utf8")) as { private?: boolean };
  if (manifest.private !== true) folders.push(path.replace("/package.json", ""));
}

folders.sort();
// All at once: starting npm takes longer than what it does.
const { stdout } = await exec(
  "npm",
  ["pack", "--dry-run", "--json", "--ignore-scripts", ...folders.map((folder) => `./${folder}`)],
  { cwd: root },
);
const packed = JSON.parse(stdout) as readonly Packed[];

describe.each(folders.map((folder, index) => [folder, packed[index]] as const))(
  "%s, packed",
  (folder, one) => {
    it("has what users need and nothing else", () => {
      expect(`@trunkline/${folder.split("/").at(-1)}`).toBe(one?.name);
      // Chunks carry a digest of their content, and are cut anew with every import.
      const names = (one?.files ?? []).map(({ path }) => path.replace(/[^/]+-[\w-]{8}(?=\.)/, "*"));
      const files = [...new Set(names)].sort();
      expect(files.filter((path) => /\.map$|^src\/|^test\/|\.tsbuildinfo$/.test(path))).toEqual([]);
      expect(files).toMatchSnapshot();
      expect(one?.unpackedSize).toBeLessThan(LARGEST);
    });

    it("declares each type once, for both formats", async () => {
      const paths = (one?.files ?? []).map(({ path }) => path);
      for (const path of paths.filter((name) => name.endsWith(".d.mts"))) {
        if (!paths.includes(path.replace(".d.mts", ".d.cts"))) continue;
        const text = await readFile(join(root, folder, path), "utf8");
        expect(text, path).toMatch(/^export \* from "\.\/[\w.-]+\.cjs";\n$/);
      }
    });
  },
);
