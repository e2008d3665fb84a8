import type { Model } from "../../model/types.ts";
import { markdownBlocks, markdownFence, markdownText } from "../markdown.ts";
import { emitConstruction, emitExample } from "../typescript/example.ts";
import { credentials, environments } from "./access.ts";
import { everyCall, pages, rawCalls, retries } from "./behaviour.ts";
import { rowsInBulk } from "./bulk.ts";
import { errors } from "./errors.ts";
import { hooks } from "./hooks.ts";
import { exactIntegers } from "./integers.ts";
import { methods } from "./methods.ts";
import { middleware } from "./middleware.ts";
import { more } from "./more.ts";
import { network } from "./network.ts";
import { picking } from "./picking.ts";
import { quotas } from "./quotas.ts";
import { simplest } from "./simplest.ts";
import { testing } from "./testing.ts";
import { types } from "./types.ts";
import { uploads } from "./uploads.ts";
import { values } from "./values.ts";
import { webhooks } from "./webhooks.ts";

/** README.md of an emitted package: how it is used from the first call to tests, every method, and every type's name. */
export function emitReadme(model: Model, { packageName }: { readonly packageName: string }): string {
  const sections = [
    `# ${packageName}`,
    introduction(model),
    `## Install\n\n${markdownFence("sh", `npm install ${packageName}`)}`,
    firstCall(model, packageName),
    credentials(model),
    environments(model),
    pages(model),
    rowsInBulk(model, packageName),
    values(model, packageName),
    uploads(model),
    errors(model, packageName),
    retries(model),
    quotas(model, packageName),
    everyCall(model),
    picking(model, packageName),
    network(model.client, packageName),
    hooks(model),
    middleware(model.client, packageName),
    exactIntegers(model),
    rawCalls(model, packageName),
    webhooks(model, packageName),
    testing(model, packageName),
    methods(model),
    types(model),
    more(packageName),
  ];
  return `${sections.filter((section) => section !== undefined).join("\n\n")}\n`;
}

function introduction({ title, apiVersion, description }: Model): string {
  const about = description === undefined ? "" : `\n\n${markdownBlocks(description)}`;
  return `Typed client for the ${markdownText(title)}, version ${markdownText(apiVersion)}.${about}

It runs wherever \`fetch\` does: Node.js 20.19 or newer, Deno, Bun, Workers and browsers; as ESM and as CommonJS.`;
}

function firstCall(model: Model, packageName: string): string | undefined {
  const operation = simplest(model);
  if (!operation) return undefined;
  const { name } = model.client;
  const example = emitExample(operation, "client");
  const text = `import { ${name} } from "${packageName}";

${emitConstruction(model.client)}

${example}`;
  return `## First call\n\n${markdownFence("ts", text)}`;
}
