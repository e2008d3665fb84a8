import { isObject, recordFault } from "@trunkline/document";
import { isEnvironmentName } from "./environment-names.ts";
import { isIdentifier, isReservedWord } from "./identifier.ts";
import type { NamesLock } from "./lock.ts";
import { clientOptionNames } from "./reserved.ts";

const WAY_OUT = "Restore it from version control; only a package that nobody uses yet may start without it.";

/** Characters of a lock: that of the largest public API has two million. */
const LONGEST = 32_000_000;

/**
 * Reads a lock, which a merge or a hand may have broken.
 *
 * @param path - of the file, as messages name it
 * @throws Error with file, line and the way out when it is not one of ours
 */
export function parseLock(text: string, path: string): NamesLock {
  const refuse = (what: string, near?: string): never => fail(`${what}. ${WAY_OUT}`, near);
  const fail = (words: string, near?: string): never => {
    const offset = near === undefined ? -1 : text.indexOf(JSON.stringify(near));
    const line = offset === -1 ? "" : `:${lineOf(text, offset)}`;
    throw new Error(`${path}${line} ${words}`);
  };
  if (text.length > LONGEST) return refuse("is too large to be a names lock");
  const lock = parsed(text, path);
  if (!isObject(lock) || lock.version !== 1 || !isText(lock.client) || !isObject(lock.operations)) {
    return fail(recordFault(isObject(lock) ? lock.version : undefined, "a names lock", WAY_OUT), "version");
  }
  const { operations, variants = {}, credentials = {} } = lock;
  if (!isObject(variants)) return refuse('has malformed "variants"', "variants");
  for (const [route, operation] of [...Object.entries(operations), ...Object.entries(variants)]) {
    if (!isLockedOperation(operation)) refuse(`has a malformed entry for ${JSON.stringify(route)}`, route);
  }
  for (const key of ["resources", "types", "inputs"]) {
    const names = lock[key];
    if (names !== undefined && !isTextMap(names)) refuse(`has malformed "${key}"`, key);
  }
  if (!isTexts(lock.leftOut ?? []) || !isObject(lock.guessed ?? {})) {
    return refuse('has malformed "guessed" or "leftOut"', "leftOut");
  }
  if (!isObject(credentials) || !Object.values(credentials).every(isScheme)) {
    return refuse('has malformed "credentials"', "credentials");
  }
  const known = { resources: {}, types: {}, inputs: {}, ...lock } as unknown as NamesLock;
  for (const name of declaredNames(known)) {
    if (isReservedWord(name)) refuse(`has ${JSON.stringify(name)}, which is a word of the language`, name);
  }
  for (const name of namesOf(known)) {
    if (!isName(name)) refuse(`has ${JSON.stringify(name)}, which is not a name`, name);
  }
  for (const [what, names] of ownNames(known)) {
    const seen = new Set<string>();
    const twice = names.find((name) => seen.size === seen.add(name).size);
    if (twice !== undefined) refuse(`has the ${what} ${twice} twice`, twice.split(".").at(-1));
  }
  return withoutPrototypes(known);
}

function parsed(text: string, path: string): unknown {
  // Some editors write a byte-order mark.
  const json = text.replace(/^\uFEFF/, "");
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(`${path}:${lineOf(json, faultOf(json))} is not JSON. ${WAY_OUT}`, { cause: error });
  }
}

/** Where a text stops being JSON. V8 tells it of some faults only, so the longest beginning is searched that could go on. */
function faultOf(json: string): number {
  let [good, bad] = [0, json.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (couldGoOn(json.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function couldGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const reason = String(error);
    return /end of JSON|Unterminated/.test(reason) || reason.includes(`at position ${beginning.length}`);
  }
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isMaybeText = (value: unknown): boolean => value === undefined || isText(value);
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isTextMap = (value: unknown): boolean => isObject(value) && Object.values(value).every(isText);
const isName = (name: string): boolean =>
  isIdentifier(name) && name !== "constructor" && name !== "__proto__";

function isLockedOperation(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { id, resource, method, aliases = [], path, query, header, cookie = [] } = value;
  const { body, nested, types, walk, bulk, paged, fixed, media, pagination = [] } = value;
  return (
    [id, resource, method].every(isText) &&
    method !== "" &&
    [aliases, path, query, header, cookie].every(isTexts) &&
    [walk, bulk, fixed, media].every(isMaybeText) &&
    (paged === undefined || typeof paged === "boolean") &&
    (body === "none" || body === "fields" || body === "body") &&
    Array.isArray(pagination) &&
    isTextMap(nested) &&
    isTextMap(types)
  );
}

function isScheme(secrets: unknown): boolean {
  return (
    isObject(secrets) &&
    Object.values(secrets).every((secret) => {
      if (!isObject(secret) || !isText(secret.option) || clientOptionNames.has(secret.option)) return false;
      return secret.env === undefined || (isText(secret.env) && isEnvironmentName(secret.env));
    })
  );
}

/** Everything in a lock that becomes an identifier. */
function namesOf(lock: NamesLock): readonly string[] {
  const operations = [lock.operations, lock.variants ?? {}].flatMap((all) => Object.values(all));
  return [
    ...declaredNames(lock),
    // The client itself is the resource "".
    ...operations.flatMap(({ resource, aliases = [] }) =>
      [resource, ...aliases].filter((path) => path !== "").flatMap((path) => path.split(".")),
    ),
    ...operations.flatMap(({ method, walk, bulk }) =>
      [method, walk, bulk].filter((name) => name !== undefined),
    ),
    ...Object.values(lock.credentials ?? {}).flatMap((secrets) =>
      Object.values(secrets).map(({ option }) => option),
    ),
  ];
}

/** Those of them that are declared, and not only members. */
function declaredNames(lock: NamesLock): readonly string[] {
  const operations = [lock.operations, lock.variants ?? {}].flatMap((all) => Object.values(all));
  return [
    lock.client,
    ...operations.flatMap(({ types }) => Object.values(types)),
    ...[lock.resources, lock.types, lock.inputs].flatMap((names) => Object.values(names)),
  ];
}

/** Names that belong to one thing each. */
function ownNames(lock: NamesLock): readonly (readonly [what: string, names: readonly string[]])[] {
  const operations = [lock.operations, lock.variants ?? {}].flatMap((all) => Object.values(all));
  const methods = operations.flatMap(({ resource, method, aliases = [] }) => [
    resource === "" ? method : `${resource}.${method}`,
    ...aliases,
  ]);
  return [
    ["method", methods],
    ["type", [lock.resources, lock.types, lock.inputs].flatMap((names) => Object.values(names))],
  ];
}

/** Keys come from documents, and some are names that every object has. */
function withoutPrototypes(lock: NamesLock): NamesLock {
  // A lock of before has no aliases.
  const routes = (all: NamesLock["operations"]): NamesLock["operations"] =>
    bare(
      Object.fromEntries(
        Object.entries(all).map(([key, one]) => [key, { ...one, aliases: one.aliases ?? [] }]),
      ),
    );
  const bare = <T>(map: Readonly<Record<string, T>>): Record<string, T> =>
    Object.assign(Object.create(null), map);
  return {
    ...lock,
    operations: routes(lock.operations),
    ...(lock.variants === undefined ? {} : { variants: routes(lock.variants) }),
    resources: bare(lock.resources),
    types: bare(lock.types),
    inputs: bare(lock.inputs),
    ...(lock.credentials === undefined ? {} : { credentials: bare(lock.credentials) }),
  };
}
