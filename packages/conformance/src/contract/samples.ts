import { bareMediaType, type JsonValue, objectOf } from "@trunkline/document";
import { makeValue } from "@trunkline/document/values";
import type {
  DocumentContent,
  DocumentExample,
  DocumentParameter,
  OpenDocument,
} from "@trunkline/mock/document";
import { DocumentGap } from "./document-gap.ts";
import { inexpressible } from "./expressible.ts";
import type { ClientPackage } from "./package.ts";
import type { Sample, SampleBody, Target } from "./types.ts";

/** Header parameters that OpenAPI leaves to other parts of the description. */
const RESERVED_HEADERS: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

/** The call with everything in it: every parameter, and the named request example, else the fullest. */
export function fullSample(pack: ClientPackage, target: Target, example?: string): Sample {
  return sample(pack, target, () => true, exampleBody(pack, target, example));
}

/** The call with nothing in it that can be left out. */
export function requiredSample(pack: ClientPackage, target: Target, example?: string): Sample {
  const { body } = target.operation;
  const needed = example !== undefined || body?.required === true;
  const fallback = bodyExamples(target).some((one) => one.name === "minimal") ? "minimal" : undefined;
  return sample(
    pack,
    target,
    (parameter) => parameter.required,
    needed ? exampleBody(pack, target, example ?? fallback) : undefined,
  );
}

/** The media type that a client sends: what its names lock says, else JSON where it is offered. */
export function requestContent(target: Target): DocumentContent | undefined {
  // A GET takes none, whatever the document says.
  if (target.names.body === "none") return undefined;
  const content = target.operation.body?.content ?? [];
  const media = target.names.media ?? "application/json";
  const locked = content.find(({ type }) => bareMediaType(type) === bareMediaType(media));
  if (locked !== undefined) return locked;
  return content.find((one) => /[/+]json$/.test(one.type.split(";")[0] ?? "")) ?? content[0];
}

export function bodyExamples(target: Target): DocumentContent["examples"] {
  return requestContent(target)?.examples ?? [];
}

function exampleBody(pack: ClientPackage, target: Target, name: string | undefined): SampleBody | undefined {
  const content = requestContent(target);
  if (content === undefined) return undefined;
  const { examples, type } = content;
  const example = examples.find((one) => one.name === name) ?? usualExample(pack, content);
  if (example === undefined)
    throw new DocumentGap(`${target.operation.route} has no example of its request body.`);
  const reason = misfit(pack.document, content, example.value);
  if (reason !== undefined) throw new DocumentGap(`the example "${example.name}" of the body ${reason}`);
  const bare = type.split(";")[0]?.trim().toLowerCase() ?? type;
  return { type: isRange(bare) ? typeOf(example.value) : bare, example };
}

/** The fullest body that can be sent; one that is made in place of examples that nobody can send. */
export function usualExample(
  { document }: ClientPackage,
  content: DocumentContent | undefined,
): DocumentExample | undefined {
  if (content === undefined) return undefined;
  const { examples, schema } = content;
  const fitting = examples.filter(({ value }) => misfit(document, content, value) === undefined);
  const found = fitting.find((one) => one.name === "full") ?? fitting[0];
  if (found !== undefined || examples.length === 0) return found;
  const value = makeValue(schema, { direction: "request", resolve: document.resolve });
  return value === undefined ? examples[0] : { name: "made", value };
}

/** Why nobody can send a value as a body: its schema is of another kind. What is wrong within it, the mock server finds. */
function misfit(document: OpenDocument, { schema }: DocumentContent, value: JsonValue): string | undefined {
  const types = [objectOf(document.resolve(schema)).type ?? []].flat().map(String);
  const kind = kindOf(value);
  if (types.length === 0 || types.includes(kind)) return undefined;
  // A scalar is written as the same text, whichever it is.
  const isNested = (type: string): boolean => type === "object" || type === "array";
  if (!isNested(kind) && !types.every(isNested)) return undefined;
  return `is of type ${kind}, and its schema of type ${types.join(" or ")}`;
}

function kindOf(value: JsonValue): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

function isRange(type: string): boolean {
  return type === "*/*" || type === "application/*";
}

/** What a value is sent as where the document leaves it open; bytes stay open, for their example is text, too. */
function typeOf(value: JsonValue): string {
  return typeof value === "string" ? "*/*" : "application/json";
}

/** Name of the header parameter that carries the idempotency key, when the operation declares it. */
export function idempotencyHeader(pack: ClientPackage, target: Target): string | undefined {
  const name = pack.extension.idempotency?.header;
  if (name === undefined) return undefined;
  return declared(target, "header").find((one) => one.name.toLowerCase() === name.toLowerCase())?.name;
}

export function declared(target: Target, place: DocumentParameter["in"]): readonly DocumentParameter[] {
  return target.operation.parameters.filter(
    (one) => one.in === place && !(place === "header" && RESERVED_HEADERS.has(one.name.toLowerCase())),
  );
}

function sample(
  pack: ClientPackage,
  target: Target,
  wanted: (parameter: DocumentParameter) => boolean,
  body: SampleBody | undefined,
): Sample {
  const key = idempotencyHeader(pack, target);
  const values = (place: DocumentParameter["in"]): Map<string, JsonValue> =>
    new Map(
      declared(target, place)
        .filter((parameter) => wanted(parameter) && !(place === "header" && parameter.name === key))
        .flatMap((parameter) => {
          const value = exampleOf(pack.document, target, parameter);
          return canBeSaid(pack, parameter, value) ? [[parameter.name, value] as const] : [];
        }),
    );
  const keyed = declared(target, "header").find((one) => one.name === key && wanted(one));
  return {
    path: values("path"),
    query: values("query"),
    header: values("header"),
    cookie: values("cookie"),
    body,
    idempotencyKey: keyed && String(exampleOf(pack.document, target, keyed)),
  };
}

/** What may be left out is, where its style cannot write it. */
function canBeSaid({ extension }: ClientPackage, parameter: DocumentParameter, value: JsonValue): boolean {
  if (parameter.content !== undefined) return true;
  const lists = parameter.extension.lists ?? extension.lists;
  const reason = inexpressible(parameter.style, lists, value);
  if (reason !== undefined && parameter.required)
    throw new DocumentGap(`the example of the ${parameter.in} parameter "${parameter.name}" ${reason}`);
  return reason === undefined;
}

function exampleOf(document: OpenDocument, target: Target, parameter: DocumentParameter): JsonValue {
  const { resolve } = document;
  // A path cannot hold an empty value, whatever the document gives as one.
  const given = parameter.in === "path" && parameter.example === "" ? undefined : parameter.example;
  const made = (): JsonValue | undefined => makeValue(parameter.schema, { direction: "request", resolve });
  const value = given ?? made();
  if (value === undefined)
    throw new DocumentGap(
      `The ${parameter.in} parameter "${parameter.name}" of ${target.operation.route} has no example.`,
    );
  return value;
}
