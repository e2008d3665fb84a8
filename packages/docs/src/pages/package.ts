import {
  credentials,
  emitConstruction,
  emitExample,
  environments,
  errors,
  everyCall,
  hooks,
  joinId,
  type Model,
  markdownFence,
  markdownTable,
  middleware,
  network,
  type OperationModel,
  pages,
  quotas,
  retries,
  simplest,
  webhooks,
} from "@trunkline/generator/reference";
import { linkBetween, type Page } from "../page.ts";
import type { Places } from "../places.ts";
import type { Reference } from "../reference.ts";
import { blocks, cell, code, text, withoutTemplates } from "../text.ts";
import { type LinkOf, typeMarkdown } from "../type-markdown.ts";

const INDEX = "index.md";
const CLIENT = "client.md";
const WEBHOOKS = "webhooks.md";

/** What a package is, and its methods. */
export function indexPage({ packageName, model }: Reference, places: Places): Page {
  const { title, apiVersion, description, resources, operations, client } = model;
  const first = simplest(model);
  const own = operations.filter(({ resource }) => resource === "");
  const sections = [{ id: "", description: undefined, operations: own }, ...resources]
    .filter((one) => one.operations.length > 0)
    .map(({ id, description: words, operations: all }) =>
      [
        `### client${id === "" ? "" : `.${id}`}`,
        ...(words === undefined ? [] : [blocks(words)]),
        methodTable(all, places),
      ].join("\n\n"),
    );
  const types = [...places.typePages.keys()].map(
    (path) => `[${code(path.slice(6, -3))}](${linkBetween(INDEX, path)})`,
  );
  const parts = [
    `Typed client for the ${text(title)}, version ${text(apiVersion)}.`,
    ...(description === undefined ? [] : [blocks(description)]),
    markdownFence("sh", `npm install ${packageName}`),
    ...(first === undefined
      ? []
      : [
          markdownFence(
            "ts",
            `import { ${client.name} } from ${JSON.stringify(packageName)};\n\n${emitConstruction(client)}\n\n${emitExample(first, "client")}`,
          ),
        ]),
    `[The client](${linkBetween(INDEX, CLIENT)}): credentials, options, retries, errors.`,
    ...(hasEvents(model)
      ? [`[Webhooks](${linkBetween(INDEX, WEBHOOKS)}): what the API sends to your endpoint.`]
      : []),
    ...(sections.length === 0 ? [] : [`## Methods\n\n${sections.join("\n\n")}`]),
    ...(types.length === 0 ? [] : [`## Types\n\n${types.join(", ")}`]),
  ];
  return { path: INDEX, title: packageName, summary: title, group: "Package", body: parts.join("\n\n") };
}

function methodTable(operations: readonly OperationModel[], places: Places): string {
  const isScoped = operations.some(({ scopes }) => scopes.length > 0);
  const rows = operations.map((operation) => {
    const name = code(joinId(operation.resource, operation.method));
    return [
      `[${name}](${linkBetween(INDEX, places.methods.get(operation.id) ?? "")})`,
      code(`${operation.httpMethod} ${operation.path}`),
      ...(isScoped ? [operation.scopes.map(code).join(", ")] : []),
      `${operation.deprecated ? "**Deprecated.** " : ""}${cell(operation.summary ?? "")}`,
    ];
  });
  return markdownTable(["Method", "Route", ...(isScoped ? ["Scope"] : []), ""], rows);
}

/** What holds for every call: the words of the package's README. */
export function clientPage({ packageName, model }: Reference): Page {
  const { name } = model.client;
  const parts = [
    markdownFence(
      "ts",
      `import { ${name} } from ${JSON.stringify(packageName)};\n\n${emitConstruction(model.client)}`,
    ),
    credentials(model),
    environments(model),
    pages(model),
    errors(model, packageName),
    retries(model).replace("that are marked below", "that say so"),
    quotas(model, packageName),
    everyCall(model),
    network(model.client, packageName),
    hooks(model),
    middleware(model.client, packageName),
  ];
  return {
    path: CLIENT,
    title: `The client ${name}`,
    summary: "Credentials, options, retries, quotas, errors.",
    group: "Package",
    body: withoutTemplates(parts.filter((part) => part !== undefined).join("\n\n")),
  };
}

function hasEvents({ webhooks: sent, callbacks }: Model): boolean {
  return (sent?.events.length ?? 0) + (callbacks?.events.length ?? 0) > 0;
}

/** What the API sends by itself; `undefined` = nothing. */
export function webhooksPage({ packageName, model }: Reference, places: Places): Page | undefined {
  if (!hasEvents(model)) return undefined;
  const linkOf: LinkOf = (name) => {
    const place = places.types.get(name);
    return place === undefined ? undefined : linkBetween(WEBHOOKS, place);
  };
  const tables = [model.webhooks, model.callbacks].flatMap((map) => {
    if (map === undefined || map.events.length === 0) return [];
    const rows = map.events.map(({ event, type, docs }) => [
      code(event),
      typeMarkdown(type, linkOf),
      cell(docs.text ?? ""),
    ]);
    const heading = map === model.callbacks ? "Callbacks" : "Events";
    return [`## ${heading}`, markdownTable(["Event", "Payload", ""], rows)];
  });
  const about = webhooks(model, packageName)?.replace(/^## Webhooks\n\n/, "");
  return {
    path: WEBHOOKS,
    title: "Webhooks",
    summary: "What the API sends to your endpoint.",
    group: "Package",
    body: [...(about === undefined ? [] : [withoutTemplates(about)]), ...tables].join("\n\n"),
  };
}
