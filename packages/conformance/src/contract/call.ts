import { type JsonValue, listOf, objectOf, stringsField, textOf } from "@trunkline/document";
import { type DocumentContent, fieldType, type OpenDocument } from "@trunkline/mock/document";
import { DocumentGap } from "./document-gap.ts";
import { inexpressible } from "./expressible.ts";
import { exampleBytes, isBinary, withFiles } from "./files.ts";
import type { ClientPackage } from "./package.ts";
import { requestContent } from "./samples.ts";
import type { Sample, Target } from "./types.ts";

/** The arguments with which a method sends `sample`: path, params and options, as names.lock places them. */
export function callArguments(pack: ClientPackage, target: Target, sample: Sample): readonly unknown[] {
  const { names } = target;
  const params: Record<string, unknown> = {};
  const place = (group: string, fields: Iterable<readonly [string, unknown]>): void => {
    const entries = [...fields];
    if (entries.length === 0) return;
    const nested = names.nested[group];
    if (nested === undefined) Object.assign(params, Object.fromEntries(entries));
    else params[nested] = Object.fromEntries(entries);
  };
  const renamed = (
    fields: ReadonlyMap<string, unknown>,
    where: string,
  ): readonly (readonly [string, unknown])[] =>
    [...fields].map(([name, value]) => [argumentName(target, where, name), value]);

  const path = names.path.map((_, index) => [...templateOrder(target, sample)][index]);
  if (path.length > 1) for (const [index, name] of names.path.entries()) params[name] = path[index];
  place("query", renamed(sample.query, "query"));
  place("header", renamed(sample.header, "header"));
  place("cookie", renamed(sample.cookie, "cookie"));
  placeBody(pack, target, sample, params);

  const options = sample.idempotencyKey === undefined ? {} : { idempotencyKey: sample.idempotencyKey };
  const empty = Object.keys(params).length === 0;
  return [...(path.length === 1 ? path : []), empty ? undefined : params, options];
}

/** Path values in the order of the template; one that stands twice is one. */
function templateOrder(target: Target, sample: Sample): readonly unknown[] {
  const names = [...target.operation.path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? "");
  return [...new Set(names)].map((name) => sample.path.get(name));
}

/** Name that the document gives a parameter in the client, where it is not the one on the wire. */
function argumentName(target: Target, where: string, name: string): string {
  const parameter = target.operation.parameters.find((one) => one.in === where && one.name === name);
  return parameter?.extension.name ?? name;
}

function placeBody(
  pack: ClientPackage,
  target: Target,
  sample: Sample,
  params: Record<string, unknown>,
): void {
  if (sample.body === undefined) return;
  const { names } = target;
  const value = bodyValue(pack, target, sample);
  if (names.body === "fields" && names.nested.body === undefined) {
    const fields = objectOf(value);
    // What the schema declares was given a name of its own; what it does not declare has none.
    const clash = Object.keys(fields).find((name) => Object.hasOwn(params, name));
    if (clash !== undefined)
      throw new DocumentGap(
        `an example of the body has the field ${JSON.stringify(clash)}, which its schema does not declare, and a parameter is called so`,
      );
    Object.assign(params, fields);
  } else params[names.nested.body ?? "body"] = value;
}

function bodyValue(pack: ClientPackage, target: Target, { body }: Sample): unknown {
  if (body === undefined) return undefined;
  const schema = requestContent(target)?.schema;
  const { value } = body.example;
  refuseEmptyLists(pack.document, requestContent(target), value);
  refuseUnstyled(pack, requestContent(target), value);
  if (body.type.startsWith("multipart/")) return withFiles(pack.document, schema, value);
  const isText = /^text\/|[/+](json|x-www-form-urlencoded)$|^\*\/\*$/.test(body.type);
  // A vendor's own type says nothing about its notation: what is not text is JSON.
  const isValue = isText || (/^application\/vnd\.[^+]+$/.test(body.type) && typeof value === "object");
  if (isValue && !isBinary(pack.document, schema)) return value;
  // Of a media type that is none of these, a schema tells that it is text.
  if (objectOf(pack.document.resolve(schema)).type === "string" && !isBinary(pack.document, schema))
    return typeof value === "string" ? value : JSON.stringify(value);
  return new Blob([new Uint8Array(exampleBytes(value))], { type: body.type });
}

/** A form has no way to say that a list has no elements; a client refuses one that must be there. */
function refuseEmptyLists(
  document: OpenDocument,
  content: DocumentContent | undefined,
  value: JsonValue,
): void {
  if (content === undefined || !/^multipart\/|x-www-form-urlencoded/.test(content.type)) return;
  const isOnePart = (name: string): boolean =>
    /json/.test(fieldType(content.encoding[name]) ?? "") ||
    objectOf(content.encoding[name]).explode === false;
  const empty = requiredNames(document, content.schema).find((name) => {
    const field = objectOf(value)[name];
    return Array.isArray(field) && field.length === 0 && !isOnePart(name);
  });
  if (empty !== undefined)
    throw new DocumentGap(
      `an example of the body has an empty list in the field ${JSON.stringify(empty)}, which must be there, and a form cannot say that`,
    );
}

function refuseUnstyled(
  { extension }: ClientPackage,
  content: DocumentContent | undefined,
  value: JsonValue,
): void {
  if (!content?.type.includes("x-www-form-urlencoded")) return;
  for (const [name, encoding] of Object.entries(content.encoding)) {
    const { style, explode, allowReserved } = objectOf(encoding);
    const field = objectOf(value)[name];
    const isStyled = [style, explode, allowReserved].some((one) => one !== undefined);
    const reason =
      isStyled && field !== undefined
        ? inexpressible(textOf(style) ?? "form", extension.lists, field)
        : undefined;
    if (reason !== undefined) throw new DocumentGap(`the example of the form field "${name}" ${reason}`);
  }
}

function requiredNames(document: OpenDocument, schema: JsonValue | undefined): readonly string[] {
  const own = objectOf(document.resolve(schema));
  return [
    ...stringsField(own, "required"),
    ...listOf(own.allOf).flatMap((part) => requiredNames(document, part)),
  ];
}

/**
 * The method of a client that names.lock promises, bound to its resource.
 *
 * @throws Error when there is none
 */
export function methodOf(
  client: object,
  resource: string,
  method: string,
): (...args: readonly unknown[]) => unknown {
  let holder: unknown = client;
  for (const name of resource === "" ? [] : resource.split(".")) {
    holder =
      holder !== null && typeof holder === "object" ? (holder as Record<string, unknown>)[name] : undefined;
  }
  const found =
    holder === undefined || holder === null ? undefined : (holder as Record<string, unknown>)[method];
  if (typeof found !== "function")
    throw new Error(`The client has no method ${[resource, method].filter(Boolean).join(".")}.`);
  return (...args) => (found as (...all: unknown[]) => unknown).apply(holder, [...args]);
}
