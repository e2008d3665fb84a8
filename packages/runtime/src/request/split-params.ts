import { isCallOption } from "../arguments/known-options.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { Operation } from "../operation.ts";
import { pathParameterNames } from "../parameters/address.ts";
import { fieldsOf, tagOf } from "../values/plain.ts";

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
 * Sorts `params` by the operation's description. Every field is read once, and none of the caller's is changed.
 *
 * @param pathValue value of the template's only parameter, which is positional
 * @throws UsageError for a name that the operation does not know
 */
export function splitParams(operation: Operation, params: unknown, pathValue?: unknown): SplitParams {
  const { id, nested = {}, body: encoding } = operation;
  const where = `params of ${id}`;
  const kind = typeof encoding === "object" ? encoding.in : encoding;
  const formTag = typeof encoding === "object" ? encoding.whole : undefined;
  const isForm = formTag && typeof params === "object" && params !== null && tagOf(params) === formTag;
  const holder = kind && (nested.body ?? (kind === "body" && kind));
  const meant = holder ? `A body is given as \`${holder}\`: \`{ ${holder}: … }\`.` : "";
  // What has found its place is taken out of the copy.
  const given = isForm && !holder ? {} : copyOf(params, where, meant);
  const known: Declared[] = [];
  const group = (declared: Declared | undefined, holder?: string): Readonly<Fields> => {
    if (!declared) return {};
    known.push(holder === undefined ? declared : [holder]);
    if (holder === undefined) return take(given, declared);
    const inside = `params.${holder} of ${id}`;
    const inner = copyOf(take(given, [holder])[holder], inside);
    const fields = take(inner, declared);
    refuseRest(inner, [declared], inside);
    return fields;
  };

  const names = pathParameterNames(operation.path);
  // What is positional is not taken from params too, so that a body field of the same name stays one.
  const path = names[1] === undefined ? positional(names[0], pathValue) : group(names);
  const query = group(operation.query, nested.query);
  const header = group(operation.header?.names, nested.header);
  const cookie = group(operation.cookie?.names);

  let body: unknown;
  if (kind && !holder) {
    if (isForm) body = params;
    else if (restOf(given).length > 0) body = given;
  } else {
    body = holder && group([holder])[holder];
    refuseOptions(given, operation, names.length === 1 ? names : []);
    refuseRest(given, known, where);
  }
  // `null` is a value of its own, which the vendor may refuse.
  if (kind === "fields" && operation.bodyRequired && body === undefined) body = {};
  return { path, query, header, cookie, body };
}

function positional(name: string | undefined, value: unknown): Readonly<Fields> {
  return name === undefined ? {} : { [name]: value };
}

function copyOf(value: unknown, where: string, meant?: string): Fields {
  return value === undefined ? {} : fieldsOf(value, where, meant);
}

function nameOf(parameter: Declared[number]): string {
  return typeof parameter === "string" ? parameter : parameter.name;
}

function take(from: Fields, declared: Declared): Fields {
  let fields: Fields = {};
  for (const parameter of declared) {
    const name = nameOf(parameter);
    if (!Object.hasOwn(from, name)) continue;
    // Only a computed key defines a member of that name; it costs a copy.
    if (name === "__proto__") fields = { ...fields, [name]: from[name] };
    else fields[name] = from[name];
    from[name] = undefined;
  }
  return fields;
}

function restOf(fields: Fields): string[] {
  const rest: string[] = [];
  for (const name of Object.keys(fields)) if (fields[name] !== undefined) rest.push(name);
  return rest;
}

/** Options in the place of params: they come last. */
function refuseOptions(fields: Fields, { id }: Operation, positional: readonly string[]): void {
  const misplaced = restOf(fields).filter(isCallOption);
  const [first] = misplaced;
  if (first === undefined) return;
  const options = misplaced.map((name) =>
    isShown(fields[name]) ? `${name}: ${String(fields[name])}` : name,
  );
  const method = id.slice(id.lastIndexOf(".") + 1);
  const call = `${method}(${[...positional, "{}", `{ ${options.join(", ")} }`].join(", ")})`;
  const what = misplaced.length === 1 ? `${first} is an option` : `${misplaced.join(" and ")} are options`;
  throw new UsageError(`${what} of ${id}, not a field of params. Options come last: \`${call}\`.`);
}

function isShown(value: unknown): boolean {
  return typeof value === "number" || typeof value === "boolean";
}

function refuseRest(fields: Fields, known: readonly Declared[], where: string): void {
  const rest = restOf(fields);
  if (rest.length > 0) {
    throw new UsageError(
      `${where} has unknown fields: ${rest.join(", ")}. Known are: ${known.flat().map(nameOf).join(", ") || "none"}. What the document does not know goes into options.query.`,
    );
  }
}
