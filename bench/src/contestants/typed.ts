import { mkdir, readFile, rm, symlink } from "node:fs/promises";
import { documentOf, type Route } from "../documents.ts";
import { repository, work } from "../folders.ts";
import { GENERATORS, type Generated, type Generator, generate } from "../generators.ts";
import { must } from "../run.ts";

/** A client that a type checker reads. */
export interface Typed {
  readonly id: string;
  readonly name: string;
  readonly ours?: boolean;
  /** What the file begins with: imports and the client. */
  readonly head: string;
  /** Where completion is asked for. */
  readonly complete: string;
  /** An expression that calls a route and gives its answer. */
  readonly call: (route: Route) => string;
}

/** Something that may fail to come into being. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly ours?: boolean;
  readonly make: () => Promise<Typed | Generated>;
}

type Name = "agentref" | "github";

/** All clients of a document, each made when it is asked for. */
export function candidates(document: Name): readonly Candidate[] {
  const all: Candidate[] = [
    {
      id: "trunkline",
      name: document === "agentref" ? "@trunkline/agentref" : "Trunkline output, built",
      ours: true,
      make: () => (document === "agentref" ? trunklineInstalled() : trunklineBuilt()),
    },
    { id: "openapi-fetch", name: "openapi-fetch on paths", make: () => openapiFetch(document) },
    { id: "hey-api", name: "hey-api output", make: () => heyApi(document) },
    { id: "redocly", name: "Redocly output", make: () => redocly(document) },
  ];
  if (document === "github") all.push({ id: "octokit", name: "octokit", make: async () => octokit() });
  return all;
}

async function trunklineInstalled(): Promise<Typed> {
  const call = await trunklineCalls(`${work}node_modules/@trunkline/agentref/names.lock`);
  return {
    id: "trunkline",
    name: "@trunkline/agentref",
    ours: true,
    head: `import { AgentRef } from "@trunkline/agentref";\nconst client = new AgentRef();\n`,
    complete: "client.",
    call,
  };
}

async function trunklineBuilt(): Promise<Typed | Generated> {
  const made = await make(GENERATORS.trunkline);
  if (made.failed) return made;
  const folder = `${made.folder}/packages/github`;
  await mkdir(`${folder}/node_modules`, { recursive: true });
  await rm(`${folder}/node_modules/tsdown`, { recursive: true, force: true });
  const tsdown = `${repository}packages/runtime/node_modules/tsdown`;
  await symlink(tsdown, `${folder}/node_modules/tsdown`);
  await must("node", [`${tsdown}/dist/run.mjs`], { cwd: folder, limit: 180 });
  const { trunkline } = JSON.parse(await readFile(`${folder}/package.json`, "utf8")) as {
    trunkline: { client: string };
  };
  return {
    id: "trunkline",
    name: "Trunkline output, built",
    ours: true,
    head: `import { ${trunkline.client} } from "${folder}/dist/index.mjs";\nconst client = new ${trunkline.client}({ baseURL: "https://api.example.com" });\n`,
    complete: "client.",
    call: await trunklineCalls(`${folder}/names.lock`),
  };
}

interface Lock {
  readonly operations: Readonly<
    Record<string, { resource: string; method: string; path: readonly string[] }>
  >;
}

async function trunklineCalls(path: string): Promise<Typed["call"]> {
  const { operations } = JSON.parse(await readFile(path, "utf8")) as Lock;
  return (route) => {
    const name = operations[`GET ${route.path}`];
    if (!name) throw new Error(`${path} has no GET ${route.path}.`);
    const [only] = route.parameters;
    const args = name.path.length === 1 && only ? sample(only.type) : values(route);
    return `await client.${name.resource}.${name.method}(${args})`;
  };
}

async function openapiFetch(document: Name): Promise<Typed | Generated> {
  const made = await make(GENERATORS.openapiTypescript, document);
  if (made.failed) return made;
  return {
    id: "openapi-fetch",
    name: "openapi-fetch on paths",
    head: `import createClient from "openapi-fetch";\nimport type { paths } from "${made.folder}/schema.ts";\nconst client = createClient<paths>({ baseUrl: "https://api.example.com" });\n`,
    complete: "client.",
    call: (route) => {
      const rest = route.parameters.length > 0 ? `, { params: { path: ${values(route)} } }` : "";
      return `(await client.GET(${JSON.stringify(route.path)}${rest})).data`;
    },
  };
}

async function heyApi(document: Name): Promise<Typed | Generated> {
  const made = await make(GENERATORS.heyApi, document);
  if (made.failed) return made;
  const source = await readFile(`${made.folder}/client/sdk.gen.ts`, "utf8");
  const names = new Map<string, string>();
  for (const part of source.split("export const ").slice(1)) {
    const url = /\.get<.*?url: '([^']+)'/s.exec(part)?.[1];
    if (url !== undefined) names.set(url, /^\w+/.exec(part)?.[0] ?? "");
  }
  return {
    id: "hey-api",
    name: "hey-api output",
    head: `import * as sdk from "${made.folder}/client/sdk.gen.ts";\n`,
    complete: "sdk.",
    call: (route) => {
      const args = route.parameters.length > 0 ? `{ path: ${values(route)} }` : "";
      return `(await sdk.${names.get(route.path)}(${args})).data`;
    },
  };
}

async function redocly(document: Name): Promise<Typed | Generated> {
  const made = await make(GENERATORS.redocly, document);
  if (made.failed) return made;
  const source = await readFile(`${made.folder}/client.ts`, "utf8");
  const names = new Map<string, string>();
  for (const [, name = "", path = ""] of source.matchAll(
    /^\s+"?([\w$-]+)"?: \{ id: .*?method: "GET", path: "([^"]+)"/gm,
  )) {
    names.set(path, name);
  }
  return {
    id: "redocly",
    name: "Redocly output",
    head: `import { client } from "${made.folder}/client.ts";\n`,
    complete: "client.",
    call: (route) => {
      const args = route.parameters.length > 0 ? `{ path: ${values(route)} }` : "";
      return `await client.${names.get(route.path)}(${args})`;
    },
  };
}

function octokit(): Typed {
  return {
    id: "octokit",
    name: "octokit",
    head: `import { Octokit } from "octokit";\nconst client = new Octokit();\n`,
    complete: "client.rest.",
    call: (route) => {
      const args = route.parameters.length > 0 ? values(route) : "";
      return `(await client.rest.${octokitName(route).join(".")}(${args})).data`;
    },
  };
}

/** Scope and method that octokit has for an operation. */
export function octokitName({ id }: Route): readonly [string, string] {
  const [scope = "", method = ""] = id
    .split("/")
    .map((part) => part.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
  return [scope, method];
}

function make(generator: Generator, document: Name = "github"): Promise<Generated> {
  return generate(generator, documentOf(document));
}

function values({ parameters }: Route): string {
  return `{ ${parameters.map(({ name, type }) => `${JSON.stringify(name)}: ${sample(type)}`).join(", ")} }`;
}

function sample(type: string): string {
  return type === "integer" ? "1" : '"x"';
}
