import type { BodyEncoder, Operation } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { pathParameterNames } from "../paths/serialize-path.ts";
import { describeValue } from "../values/plain.ts";

type Fields = Record<string, unknown>;

/** A call's arguments by the place they travel in. */
export interface SplitParams {
  readonly path: Fields;
  readonly query: Fields;
  readonly header: Fields;
  readonly cookie: Fields;
  /** The body's value before it is encoded; `undefined` = no body. */
  readonly body: unknown;
}

/**
 * Sorts `params` by the operation's description. Every field is read once, and none is changed.
 *
 * @param pathValue value of the template's only parameter, where it is positional
 * @throws UsageError for a name that the operation does not know
 */
export function splitParams(operation: Operation, params: unknown = {}, pathValue?: unknown): SplitParams {
  if (typeof params !== "object" || params === null || Array.isArray(params)) {
    throw new UsageError(`params of ${operation.id} is ${describeValue(params)}; an object is expected.`);
  }
  const rest: Fields = Object.assign(Object.create(null), params);
  const names = pathParameterNames(operation.path);
  const path: Fields = Object.create(null);
  if (pathValue !== undefined || names.length === 1) {
    // What is positional is not taken from params too, so that a body field of the same name stays one.
    const [only] = names;
    if (only !== undefined) path[only] = pathValue;
  } else {
    take(names, rest, path);
  }
  const { nested = {}, body } = operation;
  const query = group("query", operation.query, nested.query, rest, operation);
  const header = group("header", operation.header, nested.header, rest, operation);
  const cookie = group("cookie", operation.cookie, undefined, rest, operation);
  return { path, query, header, cookie, body: bodyOf(operation, body, nested.body, rest) };
}

function group(
  what: string,
  declared: readonly (string | { readonly name: string })[] = [],
  nested: string | undefined,
  rest: Fields,
  operation: Operation,
): Fields {
  const names = declared.map((parameter) => (typeof parameter === "string" ? parameter : parameter.name));
  const fields: Fields = Object.create(null);
  if (nested === undefined) {
    take(names, rest, fields);
    return fields;
  }
  const given = rest[nested];
  delete rest[nested];
  if (given === undefined) return fields;
  if (typeof given !== "object" || given === null) {
    throw new UsageError(
      `params.${nested} of ${operation.id} is ${describeValue(given)}; an object of ${what} fields is expected.`,
    );
  }
  const inner: Fields = Object.assign(Object.create(null), given);
  take(names, inner, fields);
  refuseUnknown(inner, names, `params.${nested}`, operation);
  return fields;
}

function bodyOf(
  operation: Operation,
  body: Operation["body"],
  nested: string | undefined,
  rest: Fields,
): unknown {
  const wanted = typeof body === "object" ? (body as BodyEncoder).in : body;
  if (wanted === "fields" && nested === undefined) {
    for (const name of Object.keys(rest)) if (rest[name] === undefined) delete rest[name];
    return Object.keys(rest).length > 0 || operation.bodyRequired ? rest : undefined;
  }
  const name = nested ?? "body";
  const value = wanted ? rest[name] : undefined;
  if (wanted) delete rest[name];
  refuseUnknown(rest, wanted ? [...knownNames(operation), name] : knownNames(operation), "params", operation);
  return value === undefined && operation.bodyRequired && wanted === "fields" ? {} : value;
}

function take(names: readonly string[], from: Fields, to: Fields): void {
  for (const name of names) {
    if (name in from) {
      to[name] = from[name];
      delete from[name];
    }
  }
}

function knownNames({ path, query = [], header = [], cookie = [], nested = {} }: Operation): string[] {
  const inPath = pathParameterNames(path);
  const flat = [...(nested.query ? [] : query), ...(nested.header ? [] : header), ...cookie];
  return [
    ...(inPath.length > 1 ? inPath : []),
    ...flat.map((parameter) => (typeof parameter === "string" ? parameter : parameter.name)),
    ...[nested.query, nested.header].filter((name) => name !== undefined),
  ];
}

function refuseUnknown(fields: Fields, known: readonly string[], where: string, operation: Operation): void {
  const unknown = Object.keys(fields).filter((name) => fields[name] !== undefined);
  if (unknown.length === 0) return;
  const hint = known.length > 0 ? `known are ${known.join(", ")}` : "none are known";
  throw new UsageError(
    `${where} of ${operation.id} has unknown fields: ${unknown.join(", ")}; ${hint}. Undocumented query fields can be given as options.query.`,
  );
}
