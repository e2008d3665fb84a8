import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { installed, repository, work } from "./folders.ts";
import { must } from "./run.ts";

/** A document that clients are made of. */
export interface Document {
  readonly name: "petstore" | "agentref" | "github" | "github-issues";
  readonly title: string;
  /** As everybody gets it, in one file. */
  readonly path: string;
}

/** The documents, from small to large. */
export const DOCUMENTS: readonly Document[] = [
  {
    name: "petstore",
    title: "petstore (20 operations, 33 kB)",
    path: installed("@readme/oas-examples/3.0/json/petstore.json"),
  },
  {
    name: "agentref",
    title: "AgentRef (91 operations, ours)",
    path: `${repository}packages/agentref/openapi.yaml`,
  },
  {
    name: "github",
    title: "GitHub (1,223 operations, 13 MB)",
    path: installed("@octokit/openapi/generated/api.github.com.json"),
  },
];

/** The document with a name. */
export function documentOf(name: Document["name"]): Document {
  const document = DOCUMENTS.find((one) => one.name === name);
  if (!document) throw new Error(`No document ${name}.`);
  return document;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly type: string;
}

/** A GET route, as far as a program that calls it must know it. */
export interface Route {
  readonly id: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
}

interface JsonDocument {
  readonly paths: Record<string, Record<string, unknown>>;
  readonly components?: { readonly parameters?: Record<string, JsonParameter> };
}
interface JsonParameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: { readonly type?: string | string[]; readonly enum?: readonly unknown[] };
}

/** The first routes that can be called with path parameters alone: every generator has them, under names of its own. */
export async function callableRoutes(document: Document, count: number): Promise<readonly Route[]> {
  const { paths, components } = await readDocument(document);
  const resolve = (parameter: JsonParameter): JsonParameter =>
    parameter.$ref === undefined
      ? parameter
      : (components?.parameters?.[parameter.$ref.split("/").at(-1) ?? ""] ?? parameter);
  const routes = Object.entries(paths).flatMap(([path, item]): Route[] => {
    const get = item.get as
      | { operationId?: string; deprecated?: boolean; parameters?: JsonParameter[] }
      | undefined;
    if (get?.operationId === undefined || get.deprecated === true) return [];
    const own = [...((item.parameters as JsonParameter[] | undefined) ?? []), ...(get.parameters ?? [])];
    const parameters = own.map(resolve).map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.required === true,
      type: parameter.schema?.enum ? "enum" : String(parameter.schema?.type),
    }));
    const needed = parameters.filter(({ required }) => required);
    if (!needed.every((one) => one.in === "path" && ["string", "integer"].includes(one.type))) return [];
    return [{ id: get.operationId, path, parameters: needed }];
  });
  // From all over the document, so that no single resource decides.
  const step = Math.max(1, Math.floor(routes.length / count));
  return routes.filter((_, i) => i % step === 0).slice(0, count);
}

async function readDocument({ name, path }: Document): Promise<JsonDocument> {
  if (path.endsWith(".json")) return JSON.parse(await readFile(path, "utf8")) as JsonDocument;
  const json = `${work}documents/${name}.json`;
  await mkdir(`${work}documents`, { recursive: true });
  await must("node", [installed("@redocly/cli/bin/cli.js"), "bundle", path, "--ext", "json", "-o", json]);
  if (!existsSync(json)) throw new Error(`${json} was not written.`);
  return JSON.parse(await readFile(json, "utf8")) as JsonDocument;
}
