import { camelCase, singular, words } from "./words.ts";

/** What is known about an operation when it gets its name. */
export interface Nameable {
  readonly httpMethod: string;
  readonly path: string;
  readonly operationId: string | undefined;
  readonly tag: string | undefined;
  /** The answer is a list, or holds a page of one. */
  readonly givesList?: boolean;
}

export interface OperationName {
  readonly resource: string;
  readonly method: string;
  /** What it is called where another operation has that name already: longer, and less likely to clash. */
  readonly otherwise: readonly string[];
  /** The document says so itself, with an operationId of the form `resource.method` or `resource/method`. */
  readonly isExplicit: boolean;
  /** What the name was made of, as the end of a sentence. */
  readonly reason: string;
}

/** Parts of a dotted name: a resource within a resource is a class of its own, and nobody means hundreds of them. */
const DEEPEST = 20;

/** A name as a person would give it. Clashes are for the caller to settle. */
export function nameOperation(operation: Nameable): OperationName {
  const { operationId, tag } = operation;
  const parts = operationId?.split(/[./]/) ?? [];
  if (parts.length > 1 && parts.length <= DEEPEST) {
    const resource = parts.slice(0, -1).map(camelCase).join(".");
    const method = camelCase(parts.at(-1) ?? "");
    if (!/^$|^\.|\.\.|\.$/.test(resource) && method !== "")
      return { resource, method, otherwise: [], isExplicit: true, reason: "its operationId says so" };
  }
  const fromTag = camelCase(tag ?? "");
  const resource = fromTag || camelCase(resourceSegment(operation.path)) || "api";
  const all = operationId === undefined ? [] : helpfulWords(operation, operationId);
  const said = isOnlyNoun(all, resource) ? [] : all;
  const word = camelCase(withoutResource(said, resource).join(" "));
  // `post` says how it is sent, not what is done.
  const isWire = /^(?:post|put|patch)$/.test(word) && word === operation.httpMethod.toLowerCase();
  const fromId = isWire ? "" : word;
  const reason = `the resource from its ${fromTag ? "tag" : "path"}, the method from its ${fromId ? "operationId" : "route"}`;
  const method = fromId || methodOfRoute(operation, resource);
  const otherwise = [camelCase(said.join(" ")), byParameters(method, operation.path)].filter(
    (name) => name !== "",
  );
  return { resource, method, otherwise, isExplicit: false, reason };
}

/** `listVotes` of one committee is `listVotesByCommitteeId`, beside the `listVotes` of all. */
function byParameters(method: string, path: string): string {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? "");
  return names.length === 0 ? "" : camelCase(`${method} by ${names.join(" and ")}`);
}

function segments(path: string): string[] {
  return path
    .split("/")
    .filter((segment) => segment !== "" && !/^(?:api|rest|v\d+(?:\.\d+)*)$/i.test(segment));
}

function resourceSegment(path: string): string {
  return segments(path).find((segment) => !segment.includes("{")) ?? "";
}

/** Words of an operationId, without what frameworks add: the route, or the class that serves it. */
function helpfulWords({ httpMethod, path }: Nameable, operationId: string): string[] {
  const slug = `${path}/${httpMethod}`.replace(/\W/g, "_").toLowerCase();
  let id = operationId;
  if (id.toLowerCase() === `${httpMethod}${slug.slice(0, -httpMethod.length - 1)}`.toLowerCase()) return [];
  if (id.toLowerCase().endsWith(slug)) id = id.slice(0, -slug.length);
  id = id.replace(/^\w*Controller[_.]?/, "");
  const found = words(id);
  const [first = ""] = found;
  // `get_api_v1_users_id`: the route again, spelt by hand.
  if (first.toLowerCase() === httpMethod.toLowerCase() && found.some((word) => /^(?:api|v\d+)$/i.test(word)))
    return [];
  return found;
}

/** `participants`, `ParticipantsByTypeAndID` and `participants3` of `participants` do not say what is done. */
function isOnlyNoun(found: readonly string[], resource: string): boolean {
  const nouns = words(resource.split(".").at(-1) ?? "").map(stem);
  const rest = found.slice(nouns.length);
  const isNoun =
    nouns.length > 0 && nouns.every((noun, index) => stem(found[index]?.replace(/\d+$/, "") ?? "") === noun);
  return isNoun && (rest.length === 0 || /^(?:by|for|from|in|of|on|to|with|\d+)$/i.test(rest[0] ?? ""));
}

/** `uploadLeads` of `leads` is `upload`: the resource is said already. */
function withoutResource(found: readonly string[], resource: string): string[] {
  const nouns = words(resource.split(".").at(-1) ?? "").map(stem);
  // First in the middle: in `listUserUsers` the first noun is the other's.
  const starts = [...found.keys()].slice(1);
  const isSaid = (start: number): boolean =>
    nouns.length > 0 && nouns.every((noun, index) => stem(found[start + index] ?? "") === noun);
  const start = [...starts, 0].find(isSaid);
  if (start === undefined || found.length === nouns.length) return [...found];
  return [...found.slice(0, start), ...found.slice(start + nouns.length)];
}

function stem(word: string): string {
  const small = word.toLowerCase();
  return small.endsWith("ies") ? `${small.slice(0, -3)}y` : small.replace(/(?<=[^s])s$/, "");
}

function isPlural(noun: string): boolean {
  return /[^s]s$/i.test(noun) && !/(?:us|is|news|status|address)$/i.test(noun);
}

const verbs: Readonly<Record<string, readonly [collection: string, item: string]>> = {
  GET: ["list", "get"],
  HEAD: ["head", "head"],
  OPTIONS: ["options", "options"],
  POST: ["create", "create"],
  PUT: ["replace", "replace"],
  PATCH: ["update", "update"],
  DELETE: ["deleteAll", "delete"],
  TRACE: ["trace", "trace"],
  QUERY: ["search", "search"],
};

function methodOfRoute({ httpMethod, path, givesList }: Nameable, resource: string): string {
  const other = camelCase(httpMethod.toLowerCase());
  const [many, item] = (Object.hasOwn(verbs, httpMethod) ? verbs[httpMethod] : undefined) ?? [other, other];
  const collection = httpMethod === "GET" && givesList === false ? item : many;
  const parts = segments(path);
  const rest = parts.slice(parts.findIndex((segment) => !segment.includes("{")) + 1);
  const all = rest.filter((segment) => !segment.includes("{"));
  // The resource is said already; at the end of a POST it is what is done.
  const isSaid = (name: string, index: number): boolean =>
    stem(camelCase(name)) === stem(resource) && !(httpMethod === "POST" && index === all.length - 1);
  const others = all.filter((name, index) => !isSaid(name, index));
  const names = others.length === 0 ? all : others;
  const isItem = parts.at(-1)?.includes("{") ?? false;
  const verb = isItem ? item : collection;
  if (names.length === 0) return verb;
  const last = camelCase(names.join(" "));
  // POST /campaigns/{id}/start is `start`, POST /users/{id}/posts is `createPost`; GET of the same is `listPosts`.
  if (httpMethod === "POST" && !isItem)
    return isPlural(names.at(-1) ?? "") ? camelCase(`create ${singular(names.join(" "))}`) : last;
  const noun = names.join(" ");
  return camelCase(`${verb} ${isItem && isPlural(names.at(-1) ?? "") ? singular(noun) : noun}`);
}
