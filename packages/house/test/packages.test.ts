import { glob, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { unpackPackages } from "../fences/packed.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Bytes that a package may take when it is installed. */
const LARGEST = 1_000_000;

interface Packed {
  readonly name: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const target = await mkdtemp(join(tmpdir(), "trunkline-packages-"));
afterAll(() => rm(target, { recursive: true }));
const packages = await unpackPackages(root, target);
const packed = await Promise.all(packages.map(async ({ name, folder }) => sizesOf(name, folder)));

async function sizesOf(name: string, folder: string): Promise<Packed> {
  const files: { readonly path: string }[] = [];
  let unpackedSize = 0;
  for await (const entry of glob("**/*", { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.push({ path: relative(folder, path) });
    unpackedSize += (await stat(path)).size;
  }
  return { name, unpackedSize, files };
}

describe.each(packages.map(({ home }, index) => [relative(root, home), packed[index]] as const))(
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
