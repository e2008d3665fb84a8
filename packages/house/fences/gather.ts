import { glob, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { pagesOf, readReference } from "@trunkline/docs";
import { type Fence, fencesOfComments, fencesOfPage, inSources } from "./extract.ts";
import type { PackedPackage } from "./packed.ts";

/** Where fences stand, in the order in which they are told. */
export const KINDS = ["READMEs", "doc comments", "guides", "skills", "reference pages"] as const;

export type Kind = (typeof KINDS)[number];

/** Every fence of the repository. */
export async function gatherFences(
  root: string,
  packages: readonly PackedPackage[],
): Promise<ReadonlyMap<Kind, readonly Fence[]>> {
  return new Map<Kind, readonly Fence[]>([
    [
      "READMEs",
      await ofPages(root, ["README.md", "{packages,examples}/*/README.md", "{bench,runtimes}/README.md"]),
    ],
    ["doc comments", (await Promise.all(packages.map((one) => ofComments(root, one)))).flat()],
    ["guides", await ofPages(root, ["docs/**/*.md", "{ARCHITECTURE,CONTRIBUTING,SECURITY}.md"])],
    ["skills", (await Promise.all(packages.map((one) => ofSkills(root, one)))).flat()],
    ["reference pages", await ofReference(packages)],
  ]);
}

/** The pages of every client, made of the document that its tarball has. */
async function ofReference(packages: readonly PackedPackage[]): Promise<Fence[]> {
  const clients = packages.filter(({ client }) => client !== undefined);
  const references = await Promise.all(clients.map(({ folder }) => readReference(folder)));
  return [...pagesOf(references).files].flatMap(([path, text]) =>
    fencesOfPage(text, `reference pages: ${path}`),
  );
}

/** What agents read in the tarball, told at the page that it was packed from. */
async function ofSkills(root: string, { home, folder }: PackedPackage): Promise<Fence[]> {
  const fences = await ofPages(folder, ["skills/**/*.md"]);
  return fences.map((fence) => {
    const path = join(relative(root, home), fence.path);
    return { ...fence, path, page: path };
  });
}

async function ofPages(root: string, patterns: readonly string[]): Promise<Fence[]> {
  const paths = await sorted(glob([...patterns], { cwd: root }));
  const pages = await Promise.all(
    paths.map(async (path) => fencesOfPage(await readFile(join(root, path), "utf8"), path)),
  );
  return pages.flat();
}

/** What declarations in the tarball show on hover, once where both formats have it, told at the source. */
async function ofComments(root: string, { name, home, folder }: PackedPackage): Promise<Fence[]> {
  const read = async (base: string, pattern: string): Promise<Fence[]> => {
    const paths = await sorted(glob(pattern, { cwd: base, exclude: (path) => path === "node_modules" }));
    const files = paths.map(async (path) => {
      const told = join(relative(root, home), path);
      return fencesOfComments(await readFile(join(base, path), "utf8"), told, name);
    });
    return (await Promise.all(files)).flat();
  };
  const [shipped, sources] = await Promise.all([
    read(folder, "dist/**/*.d.{ts,mts,cts}"),
    read(home, "src/**/*.ts"),
  ]);
  const once = new Map(shipped.map((fence) => [fence.text, fence]));
  return inSources([...once.values()], sources);
}

async function sorted(paths: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const path of paths) found.push(path);
  return found.sort();
}
