import { glob, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type HomeFields, homeFields } from "../../packages/generator/src/emit/package/home.ts";
import { root } from "../run.ts";

interface Manifest extends HomeFields {
  readonly name: string;
  readonly private?: boolean;
  readonly description: string;
  readonly trunkline?: { readonly client?: string };
}

interface Configuration {
  readonly repository?: string;
  readonly homepage?: string;
  readonly bugs?: string;
}

/** What keeps the public packages from being published with provenance, as sentences; empty when nothing does. */
export async function homeFaults(): Promise<string> {
  const configuration = await readConfiguration();
  if (configuration.repository === undefined) {
    return (
      "The address of this repository is not set. npm publishes provenance for packages alone whose package.json names " +
      'the repository that they are built in. Put it into package.json, as "repository" under "trunkline", run ' +
      "`pnpm release:home`, and commit."
    );
  }
  const faults: string[] = [];
  for (const [path, manifest] of await readManifests()) {
    const { repository, homepage, bugs } = manifest;
    const wanted = homeOf(path, configuration);
    const is = { repository, homepage, bugs };
    if (!isDeepStrictEqual(is, { repository: undefined, homepage: undefined, bugs: undefined, ...wanted }))
      faults.push(`${path} does not name the repository, homepage and bugs that package.json gives.`);
  }
  return faults.length === 0 ? "" : `${faults.join("\n")}\nRun \`pnpm release:home\` and commit.`;
}

/** Writes them into the public packages that are not emitted: the others have them from the generator. */
export async function writeHomes(): Promise<void> {
  const configuration = await readConfiguration();
  for (const [path, manifest] of await readManifests()) {
    if (manifest.trunkline?.client !== undefined) continue;
    const { repository: _, homepage: __, bugs: ___, ...rest } = manifest;
    const fields = Object.entries(rest).flatMap(([key, value]) =>
      key === "description"
        ? [[key, value] as const, ...Object.entries(homeOf(path, configuration))]
        : [[key, value] as const],
    );
    await writeFile(join(root, path), `${JSON.stringify(Object.fromEntries(fields), undefined, 2)}\n`);
  }
}

function homeOf(path: string, { repository, homepage, bugs }: Configuration): HomeFields {
  return homeFields(
    repository === undefined ? undefined : { repository, homepage, bugs, directory: dirname(path) },
  );
}

export async function readConfiguration(): Promise<Configuration> {
  const { trunkline = {} } = (await readJson("package.json")) as { trunkline?: Configuration };
  return trunkline;
}

/** Of the public packages, by path. */
async function readManifests(): Promise<readonly (readonly [path: string, manifest: Manifest])[]> {
  const found: (readonly [string, Manifest])[] = [];
  for await (const path of glob("packages/*/package.json", { cwd: root })) {
    const manifest = (await readJson(path)) as Manifest;
    if (manifest.private !== true) found.push([path.replaceAll("\\", "/"), manifest]);
  }
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(join(root, path), "utf8"));
}
