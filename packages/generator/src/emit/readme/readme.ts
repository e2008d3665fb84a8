import type { Model } from "../../model/types.ts";
import { markdownBlocks, markdownFence, markdownText } from "../markdown.ts";
import { emitExample } from "../typescript/example.ts";
import { credentials, environments } from "./access.ts";
import { everyCall, pages, rawCalls, retries, webhooks } from "./behaviour.ts";
import { errors } from "./errors.ts";
import { methods } from "./methods.ts";
import { simplest } from "./simplest.ts";

/** README.md of an emitted package: install, first call, credentials, pages, errors, and every method. */
export function emitReadme(model: Model, { packageName }: { readonly packageName: string }): string {
  const sections = [
    `# ${packageName}`,
    introduction(model),
    `## Install\n\n${markdownFence("sh", `npm install ${packageName}`)}`,
    firstCall(model, packageName),
    credentials(model),
    environments(model),
    pages(model),
    errors(model, packageName),
    retries(model),
    everyCall(model),
    rawCalls(packageName),
    webhooks(model, packageName),
    methods(model),
  ];
  return `${sections.filter((section) => section !== undefined).join("\n\n")}\n`;
}

function introduction({ title, apiVersion, description }: Model): string {
  const about = description === undefined ? "" : `\n\n${markdownBlocks(description)}`;
  return `Typed client for the ${markdownText(title)}, version ${markdownText(apiVersion)}.${about}

It runs wherever \`fetch\` does: Node.js 20.19 or newer, Deno, Bun, Workers and browsers; as ESM and as CommonJS.`;
}

/** A client that reads no variable is given its secrets: without them it could send nothing. */
function construction(name: string, options: readonly string[], env: string | undefined): string {
  if (env !== undefined) return `const client = new ${name}(); // reads ${env}`;
  const given = options.slice(0, 1).map((option) => `${option}: "…"`);
  return `const client = new ${name}(${given.length === 0 ? "" : `{ ${given.join(", ")} }`});`;
}

function firstCall(model: Model, packageName: string): string | undefined {
  const operation = simplest(model);
  if (!operation) return undefined;
  const { name, credentials: secrets } = model.client;
  const env = secrets.find((secret) => secret.env !== undefined)?.env;
  const example = emitExample(operation, "client");
  const text = `import { ${name} } from "${packageName}";

${construction(
  name,
  secrets.map(({ option }) => option),
  env,
)}

${example}`;
  return `## First call\n\n${markdownFence("ts", text)}`;
}
