import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Exchange, type JsonValue, objectOf, readExtension, valueAt } from "@trunkline/document";
import type { OperationModel } from "@trunkline/generator/reference";
import { type CompiledDocument, compileDocument } from "@trunkline/mock-fetch";
import { bodyExample, showsAnswer } from "./answer-example.ts";
import { foldersOf } from "./folders.ts";
import type { Page } from "./page.ts";
import { placesOf } from "./places.ts";
import type { Reference } from "./reference.ts";
import type { RunData } from "./run/contract.ts";
import { bundleEngine } from "./run/engine.ts";
import { stripSample } from "./run/strip.ts";
import { sampleOf } from "./sample.ts";

/** How the sample on a method's page runs: the attributes of its `<tl-run>`. */
export interface Run {
  /** Path of the sample's data, below the folder of runs. */
  readonly src: string;
  /** Statuses that a reader can choose: those of which the document shows an answer. */
  readonly statuses: readonly string[];
  /** The sample, as it is on the page. */
  readonly sample: string;
}

/** Samples that run, and all the files that they need. */
export interface Runs {
  /** Path of a page -> its run. A page that is missing has a sample that does not run. */
  readonly runs: ReadonlyMap<string, Run>;
  /** Path below the folder of runs -> text: `tl-run.js`, the engine of each package, the data of each method. */
  readonly files: ReadonlyMap<string, string>;
  /** Packages whose samples do not run, and why. */
  readonly missing: readonly string[];
}

/**
 * Makes what the samples need to run on the pages of methods: the real client, bundled once for each package, and the
 * examples of each method.
 *
 * @example
 * ```ts
 * import { pagesOf, readReference, runsOf, withRun } from "@trunkline/docs";
 *
 * const references = [await readReference("@trunkline/agora")];
 * const { runs, files } = await runsOf(references);
 * const pages = pagesOf(references).pages.map((page) => withRun(page, runs.get(page.path), "/run/"));
 * console.log(pages.length, [...files.keys()]); // the files go below /run/, and pages load /run/tl-run.js as a module
 * ```
 */
export async function runsOf(references: readonly Reference[]): Promise<Runs> {
  const folders = foldersOf(references);
  const runs = new Map<string, Run>();
  const files = new Map<string, string>();
  const missing: string[] = [];
  for (const [index, reference] of references.entries()) {
    const folder = folders[index] ?? "";
    const { packageName, model } = reference;
    if (reference.folder === undefined) {
      missing.push(`${packageName}: no package is made of it yet.`);
      continue;
    }
    try {
      files.set(`${folder}/engine.js`, await bundleEngine(reference.folder));
    } catch (error) {
      missing.push(`${packageName}: ${error instanceof Error ? error.message : String(error)}`);
      continue;
    }
    const { methods } = placesOf(model);
    for (const operation of model.operations) {
      const path = methods.get(operation.id);
      if (path === undefined || !showsAnswer(reference.document, operation.pointer)) continue;
      const { run, data } = runOf(operation, reference, path.replace(/^methods\//, "").replace(/\.md$/, ""));
      files.set(`${folder}/${run.src}`, JSON.stringify(data));
      runs.set(`${folder}/${path}`, { ...run, src: `${folder}/${run.src}` });
    }
  }
  for (const name of ["tl-run.js", "strip.js"])
    files.set(name, await readFile(fileURLToPath(new URL(`./run/${name}`, import.meta.url)), "utf8"));
  return { runs, files, missing };
}

/** The page, with `<tl-run>` around its sample; without a run, as it is. */
export function withRun<Part extends Pick<Page, "body">>(
  page: Part,
  run: Run | undefined,
  base: string,
): Part {
  if (run === undefined) return page;
  const start = page.body.indexOf(`\n${run.sample}\n`);
  const open = page.body.lastIndexOf("\n", start - 1) + 1;
  const fence = /^`+/.exec(page.body.slice(open))?.[0];
  if (start === -1 || fence === undefined) return page;
  const close = page.body.indexOf(`\n${fence}`, start + run.sample.length) + 1 + fence.length;
  const tag = `<tl-run src="${encodeURI(base + run.src)}" statuses="${run.statuses.join(" ")}">`;
  const sample = page.body.slice(open, close);
  return {
    ...page,
    body: `${page.body.slice(0, open)}${tag}\n\n${sample}\n\n</tl-run>${page.body.slice(close)}`,
  };
}

function runOf(
  operation: OperationModel,
  reference: Reference,
  name: string,
): { readonly run: Run; readonly data: RunData } {
  const { packageName, model, document, names } = reference;
  const sample = sampleOf(operation, reference);
  const route = `${operation.httpMethod} ${String(operation.pointer[1])}`;
  const compiled = compileDocument(document, {
    names,
    operations: [...new Set([route, ...exchanges(reference).map(({ operation }) => operation)])],
  });
  const credentials = credentialsOf(reference);
  return {
    run: { src: `${name}.json`, statuses: statusesOf(compiled, route), sample },
    data: {
      engine: "engine.js",
      packageName,
      client: model.client.name,
      credentials: Object.fromEntries(credentials.map(({ option, value }) => [option, value])),
      env: Object.fromEntries(
        credentials.flatMap(({ env, value }) => (env === undefined ? [] : [[env, value]])),
      ),
      sample,
      script: stripSample(sample),
      route,
      compiled,
    },
  };
}

/** Trades of a key for a token: clients ask for them before the other operations. */
function exchanges({ document }: Reference): readonly Exchange[] {
  const schemes = objectOf(objectOf(document.components).securitySchemes);
  return Object.values(schemes).flatMap((scheme: JsonValue | undefined) => {
    const { exchange } = readExtension("securityScheme", scheme);
    return exchange === undefined ? [] : [exchange];
  });
}

/** Values in place of secrets: those that the document shows, where it says what they look like. */
function credentialsOf(
  reference: Reference,
): readonly { option: string; env: string | undefined; value: string }[] {
  const { document, model } = reference;
  return model.client.credentials
    .filter((one) => one.instead === undefined)
    .map(({ option, env }) => {
      const exchange = exchanges(reference).find((one) => one.option === option);
      const shown = exchange && valueAt(bodyExample(document, exchange.operation), exchange.request);
      return { option, env, value: typeof shown === "string" ? shown : `example-${option}` };
    });
}

function statusesOf({ operations }: CompiledDocument, route: string): readonly string[] {
  const responses = operations.find((one) => one.route === route)?.responses ?? [];
  return responses
    .filter(
      ({ status, content }) =>
        /^[45]\d\d$/.test(status) && content.some(({ examples }) => examples.length > 0),
    )
    .map(({ status }) => status);
}
