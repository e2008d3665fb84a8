import { mkdir, readFile, writeFile } from "node:fs/promises";
import { documentOf } from "../documents.ts";
import { work } from "../folders.ts";
import { GENERATORS, generate } from "../generators.ts";
import type { Failure } from "../result.ts";

/** Programs with our client of GitHub's document, by what they hold; each makes the same call, or none. */
export interface GitHubPrograms {
  /** Our package, generated; its entry in TypeScript. */
  readonly entry: string;
  /** The whole client, of which one call is made. */
  readonly whole: string;
  /** A client of the call's resource alone, of the same package. */
  readonly picked: string;
  /** The client of a document that has this resource and no other. */
  readonly alone: string;
}

/** The resource and the call of it that programs make. */
const RESOURCE = "issues";
const CALL = `issues.listForRepo({ owner: "a", repo: "b" })`;

const METHODS = /^(?:get|put|post|delete|options|head|patch|trace)$/;

/** Generates both packages. */
export async function makeGitHub(): Promise<GitHubPrograms | Failure> {
  const document = documentOf("github");
  const whole = await generate(GENERATORS.trunkline, document);
  if (whole.failed) return whole.failed;
  const path = `${work}generated/github-${RESOURCE}.json`;
  await mkdir(`${work}generated`, { recursive: true });
  await writeFile(path, await onlyResource(document.path));
  const alone = await generate(GENERATORS.trunkline, { ...document, name: "github-issues", path });
  if (alone.failed) return alone.failed;
  const folder = `${whole.folder}/packages/github`;
  const other = `${alone.folder}/packages/github-issues`;
  const [name, otherName] = [await clientOf(folder), await clientOf(other)];
  return {
    entry: `${folder}/src/index.ts`,
    whole: `import { ${name} } from "${folder}/src/index.ts"; console.log(await new ${name}().${CALL});`,
    picked: `import { create${name} } from "${folder}/src/pick.ts";
import { Issues } from "${folder}/src/resources/${RESOURCE}.ts";
console.log(await create${name}({ issues: Issues }).${CALL});`,
    alone: `import { ${otherName} } from "${other}/src/index.ts"; console.log(await new ${otherName}().${CALL});`,
  };
}

async function clientOf(folder: string): Promise<string> {
  const { trunkline } = JSON.parse(await readFile(`${folder}/package.json`, "utf8")) as {
    trunkline: { client: string };
  };
  return trunkline.client;
}

/** The document with the operations of one tag. */
async function onlyResource(path: string): Promise<string> {
  const document = JSON.parse(await readFile(path, "utf8")) as {
    paths: Record<string, Record<string, { tags?: string[] }>>;
  };
  const paths = Object.entries(document.paths).flatMap(([route, item]) => {
    const kept = Object.entries(item).filter(
      ([key, one]) => !METHODS.test(key) || one.tags?.includes(RESOURCE),
    );
    return kept.some(([key]) => METHODS.test(key)) ? [[route, Object.fromEntries(kept)] as const] : [];
  });
  return JSON.stringify({ ...document, paths: Object.fromEntries(paths) });
}
