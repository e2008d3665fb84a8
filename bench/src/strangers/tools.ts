import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { repository, work } from "../folders.ts";
import { withNeeded } from "../needed.ts";
import { must } from "../run.ts";

/** Folder above all workspaces, whose installed tools they find. */
export const tools: string = `${work}strangers/`;

const PACKED = ["runtime", "mock", "conformance", "cli"];

/**
 * Installs the command as users get it, from tarballs, and what emitted packages are built and checked with, in the
 * versions that their package.json asks for.
 *
 * @returns a digest of our tarballs, which tells one build from another
 */
export async function installTools(): Promise<string> {
  await rm(tools, { recursive: true, force: true });
  await mkdir(`${tools}packed`, { recursive: true });
  const packed = await withNeeded(PACKED);
  for (const name of packed) {
    await must("pnpm", ["pack", "--pack-destination", `${tools}packed`], {
      cwd: `${repository}packages/${name}`,
    });
  }
  const tarballs = await readdir(`${tools}packed`);
  const ours = Object.fromEntries(
    packed.map((name) => {
      const tarball = tarballs.find((one) => one.startsWith(`trunkline-${name}-`));
      return [`@trunkline/${name}`, `file:./packed/${tarball}`];
    }),
  );
  const manifest = {
    ...{ name: "tools", private: true },
    dependencies: { ...ours, ...(await emittedTools()) },
    overrides: Object.fromEntries(Object.keys(ours).map((name) => [name, `$${name}`])),
  };
  await writeFile(`${tools}package.json`, JSON.stringify(manifest));
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"];
  await must("npm", ["install", ...quiet], { cwd: tools, limit: 600 });
  const digest = createHash("sha256");
  for (const tarball of tarballs.toSorted()) digest.update(await readFile(`${tools}packed/${tarball}`));
  return digest.digest("hex").slice(0, 12);
}

/** What an emitted package of this repository is developed with, in the catalog's versions. */
async function emittedTools(): Promise<Readonly<Record<string, string>>> {
  const { devDependencies } = JSON.parse(
    await readFile(`${repository}packages/agora/package.json`, "utf8"),
  ) as {
    devDependencies: Readonly<Record<string, string>>;
  };
  const names = Object.keys(devDependencies).filter((name) => !name.startsWith("@trunkline/"));
  const versions = await Promise.all(
    names.map(async (name) => {
      const path = `${repository}packages/agora/node_modules/${name}/package.json`;
      const { version } = JSON.parse(await readFile(path, "utf8")) as { version: string };
      return [name, version] as const;
    }),
  );
  return Object.fromEntries(versions);
}
