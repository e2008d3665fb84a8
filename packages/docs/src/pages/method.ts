import {
  about,
  emitWalkExample,
  firstSentence,
  joinId,
  type Model,
  markdownFence,
  markdownTable,
  type OperationModel,
  type ParameterModel,
  pageSizePlaces,
  quotaSentence,
} from "@trunkline/generator/reference";
import { showsAnswer } from "../answer-example.ts";
import { type Field, fieldTable } from "../fields.ts";
import { linkBetween, type Page } from "../page.ts";
import type { Places } from "../places.ts";
import type { Reference } from "../reference.ts";
import { sampleOf } from "../sample.ts";
import { blocks, cell, code } from "../text.ts";
import { type LinkOf, typeMarkdown } from "../type-markdown.ts";

/** Everything that a caller of one method has to know. */
export function methodPage(operation: OperationModel, reference: Reference, places: Places): Page {
  const path = places.methods.get(operation.id) ?? "";
  const linkOf: LinkOf = (name) => {
    const place = places.types.get(name);
    return place === undefined ? undefined : linkBetween(path, place);
  };
  const { model } = reference;
  const parts = [
    ...(operation.deprecated ? ["**Deprecated.** It still works, but do not use it in new code."] : []),
    ...about(operation).map(blocks),
    sample(operation, reference),
    ...(showsAnswer(reference.document, operation.pointer)
      ? []
      : ["The document has no example of an answer of this call, so a mock server cannot answer it."]),
    `## Call\n\n${signature(operation, linkOf, path)}\n\n${facts(operation, model)}`,
    `## Parameters\n\n${parameters(operation, model, linkOf)}`,
    `## Answer\n\n${answer(operation, linkOf)}`,
    ...(operation.page === undefined ? [] : [`## Pages\n\n${pages(operation, path)}`]),
    `## Errors\n\n${errors(operation, model, linkOf, path)}`,
  ];
  return {
    path,
    title: titleOf(operation),
    summary: firstSentence(operation.summary ?? operation.description),
    group: "Methods",
    body: parts.join("\n\n"),
  };
}

/** `client.leads.upload`. */
export function titleOf({ resource, method }: OperationModel): string {
  return `client.${joinId(resource, method)}`;
}

function sample(operation: OperationModel, reference: Reference): string {
  return markdownFence("ts", sampleOf(operation, reference));
}

function signature(operation: OperationModel, linkOf: LinkOf, path: string): string {
  const [argument] = positional(operation);
  const { params, keyed, page, result } = operation;
  const given = [
    ...(argument === undefined ? [] : [`${code(`${argument.arg}:`)} ${typeMarkdown(argument.type, linkOf)}`]),
    `${code(params?.required ? "params:" : "params?:")} ${params === undefined ? code("NoParams") : typeMarkdown({ kind: "reference", name: params.name }, linkOf)}`,
    `${code("options?:")} [${code(keyed === false ? "RequestOptions" : "IdempotentRequestOptions")}](${linkBetween(path, "client.md#for-every-call")})`,
  ];
  const returned =
    page === undefined
      ? `${code("APIPromise")} of ${typeMarkdown(result.type, linkOf)}`
      : `${code("PagePromise")} of ${typeMarkdown({ kind: "reference", name: page.name }, linkOf)}, of ${typeMarkdown(page.item, linkOf)}`;
  return `${code(titleOf(operation))} takes ${given.join(", ")}. It returns ${returned}.`;
}

/** One path parameter stands before `params`; several are fields of it. */
function positional({ parameters: all }: OperationModel): readonly ParameterModel[] {
  const inPath = all.filter((one) => one.in === "path");
  return inPath.length === 1 ? inPath : [];
}

function facts(operation: OperationModel, model: Model): string {
  const { client } = model;
  const { httpMethod, path, scopes, body, server, walk, bulk, aliases, variant } = operation;
  const rows: (readonly [string, string])[] = [
    ["Route", code(`${httpMethod} ${path}`)],
    ...row("Server", server === undefined ? undefined : code(server)),
    ...row("Scope", scopes.length === 0 ? undefined : scopes.map(code).join(", ")),
    ...row("Body", body === undefined ? undefined : code(body.mediaType)),
    ...row("Form", variant === undefined ? undefined : `${code(variant.mediaType)}, a form of its own`),
    ["Idempotency", idempotency(operation, client)],
    ["Sent again", sentAgain(operation)],
    ...row("Quotas", quotasOf(operation, model)),
    ...row(
      "All pages",
      walk === undefined ? undefined : code(titleOf({ ...operation, method: walk.method })),
    ),
    ...row(
      "Rows in bulk",
      bulk === undefined ? undefined : code(titleOf({ ...operation, method: bulk.method })),
    ),
    ...row("Former names", aliases.length === 0 ? undefined : aliases.map(code).join(", ")),
  ];
  return markdownTable(["", ""], rows);
}

function row(name: string, value: string | undefined): (readonly [string, string])[] {
  return value === undefined ? [] : [[name, value]];
}

function idempotency({ keyed, httpMethod }: OperationModel, { idempotency: own }: Model["client"]): string {
  if (keyed === false)
    return /^(?:GET|HEAD|OPTIONS|QUERY)$/.test(httpMethod)
      ? "needs no key: it changes nothing"
      : "takes no key";
  const keys = typeof keyed === "string" ? keyed : own?.keys;
  return keys === "auto"
    ? "the client makes a key for each call and keeps it over its own retries; `idempotencyKey` to repeat a call yourself"
    : "takes an `idempotencyKey`; without one it is sent once";
}

function sentAgain({ retry, keyed, httpMethod }: OperationModel): string {
  if (retry === "never") return "never, once it may have arrived";
  if (retry === "always") return "after every failure that may be temporary";
  if (keyed !== false) return "with a key, after failures that may be temporary";
  return /^(?:POST|PATCH)$/.test(httpMethod)
    ? "only where it certainly was not sent"
    : "after failures that may be temporary, twice at most";
}

/** Scopes that every operation counts in. */
const OF_ALL: ReadonlySet<string> = new Set(["account", "key", "address", "operation"]);

/** What the vendor allows of the operation, as far as the document says. */
function quotasOf({ quotas }: OperationModel, { client, operations }: Model): string | undefined {
  const own = (client.quotas ?? []).filter(({ scope }) => OF_ALL.has(scope) || quotas?.includes(scope));
  return own.length === 0 ? undefined : own.map((one) => quotaSentence(one, operations)).join("; ");
}

function parameters(operation: OperationModel, model: Model, linkOf: LinkOf): string {
  const [argument] = positional(operation);
  const own = argument === undefined ? [] : [{ ...fieldOf(argument), place: "path" }];
  const declaration = model.declarations.find(({ name }) => name === operation.params?.name);
  const shape = declaration?.shape;
  const properties = shape?.kind === "interface" ? shape.properties : [];
  const fields: readonly Field[] = [
    ...own,
    ...properties.map((property) => ({ ...property, place: placeOf(property.name, operation) })),
  ];
  const parts = [
    ...(fields.length === 0 ? [] : [fieldTable(fields, linkOf, true)]),
    ...(shape?.kind === "interface" && shape.extends.length > 0
      ? [
          `Besides, \`params\` has the fields of ${shape.extends.map((one) => typeMarkdown(one, linkOf)).join(" and ")}.`,
        ]
      : []),
    ...(shape?.kind === "alias" ? [`\`params\` is ${typeMarkdown(shape.type, linkOf)}.`] : []),
  ];
  return parts.length === 0
    ? "None. `params` is empty; it is there so that a later field does not break calls."
    : parts.join("\n\n");
}

function fieldOf({ arg, required, type, docs }: ParameterModel): Field {
  return { name: arg, optional: !required, type, docs };
}

function placeOf(name: string, { parameters: all, nested }: OperationModel): string {
  for (const [group, home] of Object.entries(nested)) if (home === name) return group;
  return all.find(({ arg, wire }) => arg === name || wire === name)?.in ?? "body";
}

function answer({ result }: OperationModel, linkOf: LinkOf): string {
  const { kind, type, description, statuses } = result;
  const what = {
    json: `${typeMarkdown(type, linkOf)}.`,
    text: `${typeMarkdown(type, linkOf)}, as text.`,
    binary: "The `Response`, its body unread.",
    none: "Nothing.",
    stream: `${typeMarkdown(type, linkOf)}: a stream, which can be read once. Leaving the loop ends the connection.`,
  }[kind];
  const told = statuses.length === 0 ? "" : ` Status ${statuses.map(code).join(", ")}.`;
  const words = description === undefined ? "" : `\n\n${blocks(description)}`;
  return `${what}${told}${words}`;
}

function pages(operation: OperationModel, path: string): string {
  const { page, walk } = operation;
  const styles = (page?.styles ?? []).map(({ style }) => WAYS[style]);
  const sizes = pageSizePlaces(operation).map((place) => code(place.join(".")));
  const walking = walk === undefined ? [] : [markdownFence("ts", emitWalkExample(operation, "client"))];
  return [
    `Await it for the first page, iterate over it with \`for await\` for the items of all pages, or over \`.iterPages()\` for pages. It goes on ${styles.join(", or ")}.`,
    ...(sizes.length === 0 ? [] : [`Size of a page: ${sizes.join(", ")}.`]),
    ...walking,
    `A walk that would go round for ever, or meets an empty page before the total is reached, ends with an error that says where to resume ([errors](${linkBetween(path, "client.md#errors")})).`,
  ].join("\n\n");
}

const WAYS = {
  cursor: "by a cursor that the answer gives",
  page: "by the number of the page",
  offset: "by an offset",
  link: "by the address of the next page that the answer gives",
  lastItem: "by the id of the last item",
} as const;

function errors({ errors: own }: OperationModel, model: Model, linkOf: LinkOf, path: string): string {
  const rows = own.map(({ status, className, body, description }) => [
    status === "DEFAULT" ? "any other" : status,
    code(className),
    body === undefined ? "" : typeMarkdown(body, linkOf),
    cell(description ?? ""),
  ]);
  const rest = `The page of [the client](${linkBetween(path, "client.md#errors")}) lists what else can be thrown.`;
  if (rows.length === 0)
    return `The document does not name any. All are instances of ${code(model.errors.base)}. ${rest}`;
  return `${markdownTable(["Status", "Class", "Body", "When"], rows)}\n\nAll are instances of ${code(model.errors.base)}. ${rest}`;
}
