import { isParameter, isPlural, type Nameable, nounStem, type Survey, segments, stem } from "./survey.ts";
import { words } from "./words.ts";

/** Words of an operationId that say something beside what frameworks add: the route, the class that serves it, articles. */
export function idWords(
  { httpMethod, path, operationId = "", tag = "" }: Nameable,
  { known }: Survey,
): readonly string[] {
  const slug = `${path}/${httpMethod}`.replace(/\W/g, "_").toLowerCase();
  let id = operationId;
  if (id.toLowerCase() === `${httpMethod}${slug.slice(0, -httpMethod.length - 1)}`.toLowerCase()) return [];
  if (isRoute(id, httpMethod, path)) return [];
  if (id.toLowerCase().endsWith(slug)) id = id.slice(0, -slug.length);
  id = id.replace(/^\w*Controller[_.]?|^\w*(?:Service|Api|Resource)[_.]/, "");
  const found = withoutGlue(words(id), known).filter(
    (word, index, all) => !(/^(?:an?|the)$/i.test(word) && index > 0 && index < all.length - 1),
  );
  const [first = ""] = found;
  // `get_api_v1_users_id`: the route again, spelt by hand.
  const isSpelt =
    found.length > 2 &&
    found.some((word) => /^(?:api|v\d+)$/i.test(word)) &&
    found.slice(1).every((word) => known.has(word.toLowerCase()) || /^(?:api|v\d+|by|ids?)$/i.test(word));
  if (first.toLowerCase() === httpMethod.toLowerCase() && isSpelt) return [];
  const own = withoutTag(verbFirst(found, path, tag), tag);
  const isMethod = own.length > 2 && /^methods?$/i.test(own.at(-1) ?? "");
  return isMethod && !known.has("method") && !known.has("methods") ? own.slice(0, -1) : own;
}

/**
 * `Envelopes_GetEnvelope` of the tag `Envelopes`, `dns-records-for-a-zone-list-dns-records` of `DNS Records for a Zone`. A
 * tag that is said once is the resource's noun.
 */
function withoutTag(found: readonly string[], tag: string): readonly string[] {
  const said = words(tag).filter((word) => !/^(?:an?|the)$/i.test(word));
  const isSaid = said.length > 0 && said.every((word, index) => stem(word) === stem(found[index] ?? ""));
  const rest = found.slice(said.length);
  const isSaidAgain = rest.slice(1).some((word) => stem(word) === stem(said[0] ?? ""));
  return isSaid && isSaidAgain ? rest : found;
}

/**
 * `users_set_password_create`: of what the path ends with, how it is called comes last. `setPassword` says what is done;
 * `users_posts_list` is `listPosts`.
 */
function verbFirst(found: readonly string[], path: string, tag: string): readonly string[] {
  const verb = found.at(-1) ?? "";
  const end = segments(path).at(-1) ?? "";
  const ending = words(end);
  const start = found.length - 1 - ending.length;
  const noun = words(tag || (segments(path)[0] ?? ""));
  const isEnding =
    start === noun.length &&
    noun.every((word, index) => stem(word) === stem(found[index] ?? "")) &&
    !isParameter(end) &&
    /^(?:create|list|retrieve)$/.test(verb) &&
    ending.every((word, index) => found[start + index]?.toLowerCase() === word.toLowerCase());
  if (!isEnding) return found;
  const before = found.slice(0, start);
  return isPlural(end) ? [...before, verb, ...ending] : [...before, ...ending];
}

/** `get_collections_id`, `post-payments-paymentPspReference-reversals`: the method and the path, and nothing else. */
export function isRoute(id: string, httpMethod: string, path: string): boolean {
  const spelt = words(id).join(" ").toLowerCase();
  const spellings = [path.split("/"), segments(path)].flatMap((parts) =>
    [
      (segment: string) => words(segment),
      (segment: string) => (isParameter(segment) ? ["id"] : words(segment)),
    ].map((spell) => parts.flatMap(spell).join(" ")),
  );
  return spellings.some((one) =>
    [`${httpMethod} ${one}`, `${one} ${httpMethod}`].some(
      (text) => one !== "" && text.toLowerCase() === spelt,
    ),
  );
}

/** `getfacet` is `get facet` where the document has the word `facet`, and not the other one. */
function withoutGlue([first = "", ...rest]: readonly string[], known: Survey["known"]): readonly string[] {
  const glued =
    /^(get|list|create|update|delete|reset|set|add|remove|search|find|fetch|post|put|patch)([a-z]{3,})$/.exec(
      first,
    );
  const [, verb = "", noun = ""] = glued ?? [];
  return glued !== null && known.has(noun) && !known.has(first) ? [verb, noun, ...rest] : [first, ...rest];
}

/** `uploadLeads` of `leads` is `upload`: the resource is said already, and those that it is in. */
export function withoutResource(found: readonly string[], resource: string): readonly string[] {
  const rest = resource
    .split(".")
    .reverse()
    .reduce((left, part) => withoutNoun(left, words(part).map(stem)), found);
  if (rest.length === found.length) return rest;
  // `usersIdFollow` of `users` is `follow`.
  if (rest.length > 1 && /^ids?$/i.test(rest[0] ?? "")) return rest.slice(1);
  // `searchForUsers` of `users` is `search`.
  const end = rest.length - [...rest].reverse().findIndex((word) => !isPreposition(word));
  return end > rest.length ? rest : rest.slice(0, end);
}

/** `generateKey` of `apiKeys`: the last word of the noun alone. */
function isPartOf(word: string, resource: string): boolean {
  const nouns = words(resource.split(".").at(-1) ?? "");
  return nouns.length > 1 && stem(nouns.at(-1) ?? "") === stem(word);
}

function withoutNoun(found: readonly string[], nouns: readonly string[]): readonly string[] {
  // First in the middle: in `listUserUsers` the first noun is the other's.
  const starts = [...found.keys()].slice(1);
  const isSaid = (start: number): boolean =>
    nouns.length > 0 && nouns.every((noun, index) => stem(found[start + index] ?? "") === noun);
  const start = [...starts, 0].find(isSaid);
  if (start === undefined || found.length === nouns.length) return found;
  return [...found.slice(0, start), ...found.slice(start + nouns.length)];
}

function isPreposition(word: string): boolean {
  return /^(?:at|by|for|from|in|of|on|to|with)$/i.test(word);
}

/**
 * The shortest that still says what is done, where no other operation says the same: without what the path says already
 * (`byUserId`, `fromAnIssue`), and without words that tell nothing apart (`paginated`, `existing`, `v2`).
 *
 * @param found words of the operationId without those of the resource
 * @param parents segments of the path above the resource
 */
export function shortened(
  found: readonly string[],
  all: readonly string[],
  { path, httpMethod }: Nameable,
  resource: string,
  parents: readonly string[],
): readonly string[] {
  const inPath = new Set(
    path
      .split("/")
      .flatMap((segment) => [...words(segment), ...words(segment.replace(/[{}]/g, ""))])
      .map(stem),
  );
  const parameters = path.split("/").filter(isParameter).map(nounStem);
  const nouns = resource.split(".").map((part) => words(part).join("").toLowerCase());
  const above = new Set(parents.flatMap(words).map(stem));
  const isNounSaid = found.length < all.length;
  const isOfPath = (word: string): boolean => inPath.has(stem(word)) || /^(?:ids?|and|or)$/i.test(word);
  const isOfParameter = (word: string): boolean =>
    /^(?:ids?|and|or)$/i.test(word) || parameters.some((one) => one.includes(stem(word)));
  const at = found.findIndex((word, index) => index > 0 && isPreposition(word));
  const rest = at === -1 ? [] : found.slice(at + 1);
  const hasObject = at > 1 || all.length - found.length > 0;
  const isSaid =
    rest.length > 0 && hasObject && rest.every(/^by$/i.test(found[at] ?? "") ? isOfParameter : isOfPath);
  const short = (isSaid ? found.slice(0, at) : found).filter((word, index) => {
    if (/^v\d+$/i.test(word)) return false;
    if (index === 0) return true;
    if (/^(?:paginated|all)$/i.test(word)) return httpMethod !== "GET";
    if (/^(?:existing|new|specific|single|given|particular)$/i.test(word)) return false;
    if (!isNounSaid) return index < found.length - 1 || !isPartOf(word, resource);
    // `createChatSession` of `chatkit.sessions`, `createBookingPayment` of `payments` below `/bookings/{id}`.
    const small = word.toLowerCase();
    const isPrefix =
      word.length > 3 && nouns.some((noun) => noun.startsWith(small) || `${stem(noun)}d` === small);
    return !isPrefix && !above.has(stem(word));
  });
  return short.length === 0 ? found : short;
}
