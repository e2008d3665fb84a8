import { camelCase, words } from "./words.ts";

/** What is known about an operation when it gets its name. */
export interface Nameable {
  readonly httpMethod: string;
  readonly path: string;
  readonly operationId: string | undefined;
  readonly tag: string | undefined;
  /** The answer is a list, or holds a page of one. */
  readonly givesList?: boolean;
}

/** What all operations of a document together say of the name of each. */
export interface Survey {
  /** Tag -> the resource that it names. */
  readonly resources: ReadonlyMap<string, string>;
  /** Methods and paths, their parameters as `{}`. */
  readonly routes: ReadonlySet<string>;
  /** Paths, their parameters as `{}`, that are collections: with things that have paths of their own, or several methods. */
  readonly collections: ReadonlySet<string>;
  /** Words of paths and tags, in small letters. */
  readonly known: ReadonlySet<string>;
}

/** @param client what the client is called: a tag of that name says nothing, where all operations have it */
export function survey(operations: readonly Nameable[], client = ""): Survey {
  const tags = new Map<string, Nameable[]>();
  for (const operation of operations) {
    const { tag = "" } = operation;
    if (camelCase(tag) !== "") tags.set(tag, [...(tags.get(tag) ?? []), operation]);
  }
  return {
    resources: resourcesOf(tags, operations, client),
    routes: new Set(operations.map(({ httpMethod, path }) => `${httpMethod} ${template(path)}`)),
    collections: collectionsOf(operations),
    known: new Set(
      operations
        .flatMap(({ path, tag = "" }) => [...segments(path).flatMap(words), ...words(tag)])
        .map((word) => word.toLowerCase()),
    ),
  };
}

/** Segments of a path, without versions, what says that it is an API, and endings of files. */
export function segments(path: string): string[] {
  return path
    .split("/")
    .map((segment) => segment.replace(/\.(?:json|xml|\{format\})$/i, ""))
    .filter(
      (segment) =>
        segment !== "" && !/^(?:apis?|rest|v?\d[\d.]*(?:(?:alpha|beta)\d*)?|\d{4}-\d\d-\d\d)$/i.test(segment),
    );
}

/** A path, its parameters as `{}`. */
export function template(path: string): string {
  return segments(path).map(bareSegment).join("/");
}

export function bareSegment(segment: string): string {
  return isParameter(segment) ? "{}" : segment;
}

export function isParameter(segment: string): boolean {
  return segment.includes("{");
}

/** The one form of a noun in the singular and in the plural: `Categories` and `category` are one. It is for comparing alone. */
export function stem(word: string): string {
  const small = word.toLowerCase();
  if (small.endsWith("ies")) return `${small.slice(0, -3)}y`;
  return (/(?:ss|us|(?<!^ap)is)$/.test(small) ? small : small.replace(/s$/, "")).replace(
    /(?<=[sxz]|ch|sh)e$/,
    "",
  );
}

/** A noun of several words, whatever separates them. */
export function nounStem(noun: string): string {
  return words(noun).map(stem).join("");
}

export function isPlural(noun: string): boolean {
  return (
    /[^s]s$|(?:children|people)$/i.test(noun) &&
    !/(?:us|(?<!^ap)is|news|status|address|details|settings|analytics|credentials|series)$/i.test(noun)
  );
}

/**
 * `Balances API`, `PetService` and `Api20100401Call` are `Balances`, `Pet` and `Call`; `admin.users` and `Admin / Users`
 * are a resource within another. Where nothing is left, the tag is what it is.
 */
function shortTag(tag: string, inPaths: ReadonlySet<string>): string {
  const parts = tag.split(/^[a-z]\w*(?:\.\w+)+$/.test(tag) ? "." : /(?<!\s)\s*[»›>|]+\s*|\s\/\s|::/);
  const shortParts = parts.map((part) => shortPart(part, inPaths)).filter((part) => part !== "");
  return shortParts.length > 0 && shortParts.length <= 3 ? shortParts.join(".") : camelCase(tag);
}

function shortPart(part: string, inPaths: ReadonlySet<string>): string {
  const said = words(part);
  // `DNS Records for a Zone`, below `/zones`.
  const at = said.findIndex((word, index) => index > 0 && /^(?:for|of|in)$/i.test(word));
  const owner = said.slice(at + 1).filter((word) => !/^(?:an?|the)$/i.test(word));
  const isOwned = at !== -1 && owner.length > 0 && owner.every((word) => inPaths.has(stem(word)));
  const all = isOwned ? said.slice(0, at) : said;
  const telling = all.filter(
    (word, index) =>
      !/^(?:an?|the|v\d+(?:(?:alpha|beta)\d*)?|api\d{4,})$/i.test(word) &&
      !(index > 0 && index === all.length - 1 && suffixes.test(word) && !inPaths.has(stem(word))),
  );
  return camelCase(telling.join(" "));
}

const suffixes =
  /^(?:apis?|services?|controllers?|endpoints?|methods|operations|resources?|routers?|routes|handlers?|module)$/i;

function resourcesOf(
  tags: ReadonlyMap<string, readonly Nameable[]>,
  operations: readonly Nameable[],
  client: string,
): ReadonlyMap<string, string> {
  const wanted = new Map(
    [...tags].map(([tag, own]) => {
      const inPaths = new Set(own.flatMap(({ path }) => segments(path).flatMap(words)).map(stem));
      const short = shortTag(tag, inPaths);
      const isClients =
        own.length === operations.length && client !== "" && short.toLowerCase() === client.toLowerCase();
      return [tag, isClients ? "" : asInPath(short, own)];
    }),
  );
  const count = new Map<string, number>();
  for (const name of wanted.values()) count.set(name, (count.get(name) ?? 0) + 1);
  // A short name that two tags want is neither's.
  return new Map([...wanted].map(([tag, name]) => [tag, (count.get(name) ?? 0) > 1 ? camelCase(tag) : name]));
}

/** `pet` of `/pets/{id}` is `pets`: a collection is called as its path is. */
function asInPath(resource: string, operations: readonly Nameable[]): string {
  const plural = operations
    .flatMap(({ path }) => segments(path))
    .filter(
      (segment) => !isParameter(segment) && isPlural(segment) && nounStem(segment) === nounStem(resource),
    )
    .sort()[0];
  return plural === undefined || isPlural(resource) ? resource : camelCase(plural);
}

/** Segments of a path in which collections are looked for: each stands for all that is before it. */
const DEEPEST = 40;

/** Not a list that has nothing but itself: that is a method of what it is in. */
function collectionsOf(operations: readonly Nameable[]): ReadonlySet<string> {
  /** Path -> operations at it, and at it and below. */
  const at = new Map<string, number>();
  const within = new Map<string, number>();
  const made = new Set<string>();
  const count = (counts: Map<string, number>, path: string): void => {
    counts.set(path, (counts.get(path) ?? 0) + 1);
  };
  for (const { path, httpMethod } of operations) {
    const parts = template(path).split("/");
    if (httpMethod === "POST") made.add(parts.join("/"));
    count(at, parts.join("/"));
    for (const index of parts.slice(0, DEEPEST).keys()) count(within, parts.slice(0, index + 1).join("/"));
  }
  const isNamespace = (path: string): boolean =>
    path !== "" && !path.endsWith("{}") && !at.has(path) && !within.has(`${path}/{}`);
  return new Set(
    [...within.keys()].filter((path) => {
      const [last = "", ...before] = path.split("/").reverse();
      const hasItems = within.has(`${path}/{}`);
      if (!isPlural(last) && !(hasItems && /(?:data|media)$/i.test(last))) return false;
      if (made.has(path) && isNamespace(before.reverse().join("/"))) return true;
      return (within.get(path) ?? 0) > 1 && (hasItems || (at.get(path) ?? 0) > 1);
    }),
  );
}
