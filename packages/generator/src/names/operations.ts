import { authoredId } from "./framework-ids.ts";
import { idWords, isRoute, shortened, withoutResource } from "./id-words.ts";
import {
  bareSegment,
  isParameter,
  isPlural,
  type Nameable,
  nounStem,
  type Survey,
  segments,
  stem,
  survey,
  template,
} from "./survey.ts";
import { camelCase, singular, words } from "./words.ts";

export interface OperationName {
  readonly resource: string;
  readonly method: string;
  /** What a person would call it where nothing else claims that name. */
  readonly short: string | undefined;
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
export function nameOperation(given: Nameable, known: Survey = survey([given])): OperationName {
  const { path, httpMethod } = given;
  const operationId = given.operationId && authoredId(given.operationId, httpMethod, path);
  const operation = { ...given, operationId };
  const parts = operationId?.split(/[./]/) ?? [];
  if (parts.length > 1 && parts.length <= DEEPEST) {
    const resource = parts.slice(0, -1).map(camelCase).join(".");
    const method = camelCase(parts.at(-1) ?? "");
    if (!/^$|^\.|\.\.|\.$/.test(resource) && method !== "")
      return {
        resource,
        method,
        short: undefined,
        otherwise: [],
        isExplicit: true,
        reason: "its operationId says so",
      };
  }
  const place = placeOf(operation, known);
  const { resource } = place;
  const all = operationId === undefined ? [] : idWords(operation, known);
  const said = isOnlyNoun(all, resource) ? [] : all;
  const found = withoutResource(said, resource);
  // `post` says how it is sent, not what is done: the route says that. To patch is something to do, where the id knows
  // more than the route.
  const isMore =
    httpMethod === "PATCH" && found.slice(1).some((word) => !known.known.has(word.toLowerCase()));
  const isWire = [said[0], found.length === 1 ? found[0] : undefined].some(
    (word) =>
      /^(?:post|put|patch)$/i.test(word ?? "") && word?.toLowerCase() === httpMethod.toLowerCase() && !isMore,
  );
  // `GET /users` is a list, even where its id says `getUsers`; so is `GET /user`.
  const end = segments(path).at(-1) ?? "";
  const last = words(end).at(-1) ?? "";
  const isList =
    httpMethod === "GET" &&
    place.rest.length === 0 &&
    !isParameter(end) &&
    said.some((word) => isPlural(word) && stem(word) === stem(last));
  const isAll =
    httpMethod === "GET" && !path.endsWith("}") && said.some((word) => word.toLowerCase() === "all");
  const nameOf = (list: readonly string[]): string => {
    const name = camelCase(list.join(" "));
    return (isList && name === "get") || (isAll && isReading(name)) ? "list" : name;
  };
  const fromId = isWire ? "" : nameOf(found);
  const short = fromId
    ? nameOf(shortened(found, said, operation, resource, place.parents))
    : methodOfRoute(operation, resource, place.rest, known);
  const reason = `the resource from its ${place.reason}, the method from its ${fromId ? "operationId" : "route"}`;
  const method = fromId || methodOfRoute(operation, resource, place.all, known);
  const otherwise = [camelCase(said.join(" ")), byParameters(method, path)].filter((name) => name !== "");
  return { resource, method, short: short || undefined, otherwise, isExplicit: false, reason };
}

/** Where an operation stands on the client. */
interface Place {
  readonly resource: string;
  readonly reason: "tag" | "path";
  /** Segments of the path after the resource's own. */
  readonly rest: readonly string[];
  /** With those before it. */
  readonly all: readonly string[];
  /** Segments before the resource's own. */
  readonly parents: readonly string[];
}

/**
 * The resource of the tag, or of the path where there is none, and those within it: of a path that goes on with a
 * collection, unless that is a list which has nothing but itself.
 */
function placeOf({ path, tag = "", operationId = "", httpMethod }: Nameable, known: Survey): Place {
  const parts = segments(path);
  const first = parts.findIndex((segment) => !isParameter(segment));
  const opening = parts[first] ?? "";
  const after = parts.slice(first + 1);
  const ofTag = known.resources.get(tag);
  if (ofTag === "") return { resource: "", reason: "tag", rest: parts, all: parts, parents: [] };
  const noun = nounStem(ofTag?.split(".").at(-1) ?? "");
  const inPath = parts.findIndex((one) => !isParameter(one) && nounStem(one) === noun);
  // An id that is the route names what the path names, if that is a collection.
  const isOfPath =
    ofTag === undefined || (inPath === -1 && isPlural(opening) && isRoute(operationId, httpMethod, path));
  const start = isOfPath ? first : inPath;
  const base = (isOfPath ? camelCase(opening) : ofTag) || "api";
  const reason = isOfPath ? "path" : "tag";
  if (start === -1)
    return {
      resource: base,
      reason,
      rest: after.every(isParameter) && !isPlural(opening) ? parts : after,
      all: parts,
      parents: [],
    };
  const nested: string[] = [];
  let end = start;
  for (let at = start + 1; at < parts.length; at++) {
    const part = parts[at] ?? "";
    if (isParameter(part)) continue;
    const isCollection =
      known.collections.has(
        parts
          .slice(0, at + 1)
          .map(bareSegment)
          .join("/"),
      ) ||
      (isOfPath && ofTag !== undefined && isPlural(part));
    if (!isCollection || camelCase(part) === "") break;
    nested.push(camelCase(part));
    end = at;
  }
  const rest = parts.slice(end + 1);
  return {
    resource: [base, ...nested].join("."),
    reason,
    rest,
    all: nested.length === 0 ? after : [...parts.slice(first + 1, start), ...rest],
    parents: parts.slice(0, start).filter((one) => !isParameter(one)),
  };
}

/** `listVotes` of one committee is `listVotesByCommitteeId`, beside the `listVotes` of all. */
function byParameters(method: string, path: string): string {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? "");
  return names.length === 0 ? "" : camelCase(`${method} by ${names.join(" and ")}`);
}

/** `participants`, `ParticipantsByTypeAndID` and `participants3` of `participants` do not say what is done. */
function isOnlyNoun(found: readonly string[], resource: string): boolean {
  const nouns = words(resource.split(".").at(-1) ?? "").map(stem);
  const rest = found.slice(nouns.length);
  const isNoun =
    nouns.length > 0 &&
    nouns.every((noun, index) => stem(found[index]?.replace(/(?<!\d)\d+$/, "") ?? "") === noun);
  return isNoun && (rest.length === 0 || /^(?:by|for|from|in|of|on|to|with|\d+)$/i.test(rest[0] ?? ""));
}

/** Verbs that say no more than that something is read. */
export function isReading(verb: string): boolean {
  return /^(?:get|read|retrieve|fetch|find|show)$/.test(verb);
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

/** Nouns that are something to do. */
const actions =
  /^(?:search|query|count|scan|export|import|sync|convert|translate|validate|classify|evaluate|aggregate)$/;

function methodOfRoute(
  { httpMethod, path, givesList }: Nameable,
  resource: string,
  rest: readonly string[],
  { routes }: Survey,
): string {
  const other = camelCase(httpMethod.toLowerCase());
  const [many, item] = (Object.hasOwn(verbs, httpMethod) ? verbs[httpMethod] : undefined) ?? [other, other];
  const parts = segments(path);
  const isItem = isParameter(parts.at(-1) ?? "");
  const lastNoun = parts.filter((segment) => !isParameter(segment)).at(-1);
  const isList = givesList ?? (lastNoun === undefined || isPlural(lastNoun));
  const collection = httpMethod === "GET" && !isList ? item : many;
  const noun = resource.split(".").at(-1) ?? "";
  const all = rest.filter((segment) => !isParameter(segment));
  // The resource is said already; at the end of a POST it is what is done.
  const names = all.filter((name, index) => {
    const isAction = httpMethod === "POST" && index === all.length - 1 && !isPlural(name);
    return isAction || !isSaid(nounStem(name), nounStem(noun));
  });
  // Who makes things with a POST of the collection changes one with a POST of its own.
  const bare = template(path);
  const isChange =
    httpMethod === "POST" &&
    isItem &&
    routes.has(`POST ${bare.replace(/\/\{\}$/, "")}`) &&
    !routes.has(`PUT ${bare}`) &&
    !routes.has(`PATCH ${bare}`);
  const verb = isChange ? "update" : isItem ? item : collection;
  const last = camelCase(names.join(" "));
  if (last === "") return httpMethod === "POST" && !isItem && actions.test(noun) ? "run" : verb;
  const isMany = isPlural(names.at(-1) ?? "");
  // POST /campaigns/{id}/start is `start`, POST /users/{id}/posts is `createPost`; GET of the same is `listPosts`.
  if (httpMethod === "POST" && !isItem)
    return isMany ? camelCase(`create ${singular(names.join(" "))}`) : last;
  if (httpMethod === "GET" && !isItem && actions.test(last)) return last;
  const object = names.join(" ");
  return camelCase(`${verb} ${isItem && isMany ? singular(object) : object}`);
}

/** `actions` of `dropletActions` is said; so is `authorize` of `authorization`. */
function isSaid(name: string, noun: string): boolean {
  return noun.endsWith(name) || (name.length > 6 && noun.startsWith(name.slice(0, -1)));
}
