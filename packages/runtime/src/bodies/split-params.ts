import type { Operation } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { pathParameterNames } from "../paths/serialize-path.ts";
import { describeValue } from "../values/plain.ts";

type Fields = Record<string, unknown>;
type Declared = readonly (string | { readonly name: string })[];

/** A call's arguments by the place they travel in. */
export interface SplitParams {
  readonly path: Readonly<Fields>;
  readonly query: Readonly<Fields>;
  readonly header: Readonly<Fields>;
  readonly cookie: Readonly<Fields>;
  /** The body's value before it is encoded; `undefined` = no body. */
  readonly body: unknown;
}

/**
 * Sorts `params` by the operation's description. Every field is read once, and none is changed.
 *
 * @param pathValue value of the template's only parameter, which is positional
 * @throws UsageError for a name that the operation does not know
 */
export function splitParams(operation: Operation, params: unknown, pathValue?: unknown): SplitParams {
  const { id, nested = {}, body } = operation;
  const known: string[] = [];
  const rest = copyOf(params, `params of ${id}`);
  const group = (declared: Declared = [], holder?: string): Fields => {
    const names = declared.map((parameter) => (typeof parameter === "string" ? parameter : parameter.name));
    known.push(...(holder === undefined ? names : [holder]));
    if (holder === undefined) return take(rest, names);
    const inner = copyOf(take(rest, [holder])[holder], `params.${holder} of ${id}`);
    const fields = take(inner, names);
    refuseUnknown(inner, names, `params.${holder} of ${id}`);
    return fields;
  };

  const names = pathParameterNames(operation.path);
  // What is positional is not taken from params too, so that a body field of the same name stays one.
  const path = names.length > 1 ? group(names) : Object.fromEntries(names.map((name) => [name, pathValue]));
  const query = group(operation.query, nested.query);
  const header = group(operation.header?.names, nested.header);
  const cookie = group(operation.cookie?.names);

  const kind = typeof body === "object" ? body.in : body;
  if (kind === "fields" && nested.body === undefined) {
    for (const name of Object.keys(rest)) if (rest[name] === undefined) delete rest[name];
    const isSent = operation.bodyRequired || Object.keys(rest).length > 0;
    return { path, query, header, cookie, body: isSent ? rest : undefined };
  }
  const holder = nested.body ?? "body";
  const value = kind && group([holder])[holder];
  refuseUnknown(rest, known, `params of ${id}`);
  const isEmptyObject = value === undefined && kind === "fields" && operation.bodyRequired;
  return { path, query, header, cookie, body: isEmptyObject ? {} : value };
}

function copyOf(value: unknown, where: string): Fields {
  if (value !== undefined && (typeof value !== "object" || value === null || Array.isArray(value))) {
    throw new UsageError(`${where} is ${describeValue(value)}; an object is expected.`);
  }
  return Object.assign(Object.create(null), value);
}

function take(from: Fields, names: readonly string[]): Fields {
  const fields: Fields = Object.create(null);
  for (const name of names) {
    if (name in from) fields[name] = from[name];
    delete from[name];
  }
  return fields;
}

function refuseUnknown(fields: Fields, known: readonly string[], where: string): void {
  const unknown = Object.keys(fields).filter((name) => fields[name] !== undefined);
  if (unknown.length > 0) {
    throw new UsageError(
      `${where} has unknown fields: ${unknown.join(", ")}. Known are: ${known.join(", ") || "none"}. What the document does not know goes into options.query.`,
    );
  }
}
