import { jsonText } from "../bodies/json-text.ts";
import type { QueryParameter } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { type FlatValue, flatten } from "../values/flatten.ts";
import { percentEncode, percentEncodeReserved } from "../values/percent.ts";
import { describeValue } from "../values/plain.ts";

type Encode = (text: string) => string;

/**
 * Writes a query string, without its `?`, in the order of the values.
 *
 * - `undefined` is left out, as an argument, an element or a member.
 * - `null` is written as the empty string (`name=`): the standard leaves it open, and dropping it would turn
 *   "has no owner" into "any owner". In a JSON parameter it is `null`.
 * - An empty array is `name=` where its elements share one pair; where each has a pair of its own there is
 *   nothing to write, and the call would silently lose its filter: a usage error.
 * - `Date` is ISO 8601, bigint its digits.
 *
 * @param parameters the declared ones; names that are not among them are `form`, exploded
 * @throws UsageError for what the parameter's style cannot express
 */
export function serializeQuery(
  values: Readonly<Record<string, unknown>>,
  parameters: readonly (string | QueryParameter)[] = [],
): string {
  return serializePairs(values, parameters, "Query parameter");
}

/** Also what `application/x-www-form-urlencoded` bodies are made of; `what` names a value in errors. */
export function serializePairs(
  values: Readonly<Record<string, unknown>>,
  parameters: readonly (string | QueryParameter)[],
  what: string,
): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const declared = parameters.find((parameter) => typeof parameter !== "string" && parameter.name === name);
    serializeParameter((declared ?? { name }) as QueryParameter, value, `${what} "${name}"`, pairs);
  }
  return pairs.join("&");
}

function serializeParameter(parameter: QueryParameter, value: unknown, where: string, pairs: string[]): void {
  const { style = "form", allowReserved, content } = parameter;
  const encode: Encode = (text) => (allowReserved ? percentEncodeReserved : percentEncode)(text, where);
  const name = percentEncode(parameter.name, where);
  if (content) {
    pairs.push(`${name}=${encode(jsonText(value, where))}`);
    return;
  }
  const flat = flatten(value, where, "");
  if (style === "deepObject") deepObject(name, flat, where, encode, value, pairs);
  else if ("text" in flat) pairs.push(`${name}=${encode(flat.text)}`);
  else if (parameter.explode ?? style === "form") exploded(name, flat, where, encode, pairs);
  else pairs.push(`${name}=${delimited(flat, style, where, encode)}`);
}

function exploded(name: string, flat: FlatValue, where: string, encode: Encode, pairs: string[]): void {
  if ("members" in flat) {
    for (const [key, text] of flat.members) pairs.push(`${percentEncode(key, where)}=${encode(text)}`);
  } else if ("items" in flat) {
    if (flat.items.length === 0) {
      throw new UsageError(
        `${where} is an empty array, which this style cannot express. Leave it undefined to send nothing.`,
      );
    }
    for (const item of flat.items) pairs.push(`${name}=${encode(item)}`);
  }
}

/** OpenAPI 3.1.1 writes the brackets percent-encoded; servers decode them, and proxies do not trip over them. */
function deepObject(
  name: string,
  flat: FlatValue,
  where: string,
  encode: Encode,
  value: unknown,
  pairs: string[],
): void {
  if (!("members" in flat)) {
    throw new UsageError(
      `${where} is ${describeValue(value)}; its style deepObject can express only an object.`,
    );
  }
  for (const [key, text] of flat.members)
    pairs.push(`${name}%5B${percentEncode(key, where)}%5D=${encode(text)}`);
}

const DELIMITERS = { form: ",", spaceDelimited: " ", pipeDelimited: "|" };

function delimited(flat: FlatValue, style: keyof typeof DELIMITERS, where: string, encode: Encode): string {
  const delimiter = DELIMITERS[style];
  const texts = "items" in flat ? flat.items : "members" in flat ? flat.members.flat() : [];
  if (style === "form") {
    // A comma within an element is told from the delimiter by its encoding, whatever else is left as it is.
    return texts.map((text) => text.split(delimiter).map(encode).join("%2C")).join(delimiter);
  }
  for (const text of texts) {
    // Both are encoded on the wire, so that no server could tell them apart.
    if (text.includes(delimiter)) {
      throw new UsageError(
        `${where} has an element that contains "${delimiter}", the delimiter of its style ${style}.`,
      );
    }
  }
  return texts.map(encode).join(encodeURIComponent(delimiter));
}
