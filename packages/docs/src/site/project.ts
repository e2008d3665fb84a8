import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { SiteFiles } from "./site-files.ts";

/** Tells Astro where pages are, and to name them by their paths as they are. */
const COLLECTIONS = `import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";

const generateId = ({ entry }) => entry.replace(/\\.md$/, "").replace(/(.)\\/index$/, "$1");
export const collections = {
  docs: defineCollection({ loader: docsLoader({ generateId }), schema: docsSchema() }),
};
`;

/** Two tracks, and one that leaves them. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#3d50f5"/><path d="M6 21h20M6 11h6c6 0 6 10 12 10" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>\n`;

/** Astro bundles what the project depends on and is made of its own components. */
const MANIFEST = `${JSON.stringify({ type: "module", private: true, dependencies: { "@astrojs/starlight": "*", astro: "*" } })}\n`;

/** Makes the folder of a project of Astro's, with the packages that this one has. */
export async function makeProject({ pages, plain }: SiteFiles): Promise<string> {
  // Astro takes a path that has nothing in common with its root for one below it.
  const installed = await modules();
  const cache = join(installed, ".cache");
  await mkdir(cache, { recursive: true });
  const folder = await realpath(await mkdtemp(join(cache, "trunkline-site-")));
  try {
    for (const [path, text] of pages) await write(join(folder, "src/content/docs", path), text);
    for (const [path, text] of plain) await write(join(folder, "public", path), text);
    await write(join(folder, "public/favicon.svg"), ICON);
    await write(join(folder, "src/content.config.ts"), COLLECTIONS);
    await write(join(folder, "package.json"), MANIFEST);
    await symlink(installed, join(folder, "node_modules"), "junction");
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return folder;
}

/** The folder that Astro and Starlight are installed in. */
async function modules(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const found = resolve.paths("astro") ?? [];
  for (const folder of found) {
    const is = await realpath(join(folder, "astro/package.json")).catch(() => undefined);
    if (is !== undefined) return folder;
  }
  throw new Error("Astro is not installed beside @trunkline/docs. Install the package again.");
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
