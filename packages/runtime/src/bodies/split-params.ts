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

const NONE: Readonly<Fields> = {};

/**
 * Sorts `params` by the operation's description. Every field is read once, and none is changed.
 *
 * @param pathValue value of the template's only parameter, which is positional
 * @throws UsageError for a name that the operation does not know
 */
export function splitParams(operation: Operation, params: unknown, pathValue?: unknown): SplitParams {
  const { id, nested = {}, body: encoding } = operation;
  const where = `params of ${id}`;
  const given = copyOf(params, where);
  const known: string[] = [];
  const group = (declared: Declared | undefined, holder?: string): Readonly<Fields> => {
    if (!declared) return NONE;
    const names = declared.map((parameter) => (typeof parameter === "string" ? parameter : parameter.name));
    known.push(...(holder === undefined ? names : [holder]));
    if (holder === undefined) return pick(given, names);
    const inside = `params.${holder} of ${id}`;
    const inner = copyOf(pick(given, [holder])[holder], inside);
    refuseUnknown(inner, names, inside);
    return pick(inner, names);
  };

  const names = pathParameterNames(operation.path);
  // What is positional is not taken from params too, so that a body field of the same name stays one.
  const path = names.length > 1 ? group(names) : { [names[0] ?? ""]: pathValue };
  const query = group(operation.query, nested.query);
  const header = group(operation.header?.names, nested.header);
  const cookie = group(operation.cookie?.names);

  const kind = typeof encoding === "object" ? encoding.in : encoding;
  let body: unknown;
  if (kind === "fields" && nested.body === undefined) {
    const fields = unknownNames(given, known);
    if (fields.length > 0) body = Object.fromEntries(fields.map((name) => [name, given[name]]));
  } else {
    const holder = nested.body ?? "body";
    body = kind && group([holder])[holder];
    refuseUnknown(given, known, where);
  }
  // `null` is a value of its own, which the vendor may refuse.
  if (kind === "fields" && operation.bodyRequired && body === undefined) body = NONE;
  return { path, query, header, cookie, body };
}

function copyOf(value: unknown, where: string): Fields {
  if (value !== undefined && (typeof value !== "object" || value === null || Array.isArray(value))) {
    throw new UsageError(`${where} is ${describeValue(value)}; an object is expected.`);
  }
  return { ...value };
}

function pick(from: Fields, names: readonly string[]): Fields {
  let fields: Fields = {};
  for (const name of names) {
    if (!Object.hasOwn(from, name)) continue;
    // Only a computed key defines a member of that name; it costs a copy.
    if (name === "__proto__") fields = { ...fields, [name]: from[name] };
    else fields[name] = from[name];
  }
  return fields;
}

function unknownNames(fields: Fields, known: readonly string[]): string[] {
  return Object.keys(fields).filter((name) => fields[name] !== undefined && !known.includes(name));
}

function refuseUnknown(fields: Fields, known: readonly string[], where: string): void {
  const unknown = unknownNames(fields, known);
  if (unknown.length > 0) {
    throw new UsageError(
      `${where} has unknown fields: ${unknown.join(", ")}. Known are: ${known.join(", ") || "none"}. What the document does not know goes into options.query.`,
    );
  }
}
