import { UsageError } from "../errors/usage-error.ts";
import type { Operation, Parameter, WriteValue } from "../operation.ts";
import { describeValue, isRecord, toPlain } from "../values/plain.ts";
import { percentEncode, writePlain } from "../values/write-value.ts";

type Values = Readonly<Record<string, unknown>>;

/** The address of an operation's request, its query included. @throws {UsageError} for what cannot be written */
export function addressOf(base: string, operation: Operation, path: Values, query: Values): string {
  const address = base + serializePath(operation.path, path, operation.pathStyles);
  const written = serializeQuery(query, operation.query);
  // A template may have a query of its own; what a value holds is encoded.
  return written ? `${address}${operation.path.includes("?") ? "&" : "?"}${written}` : address;
}

/** `.` and `..` however often they are percent-encoded: proxies decode, and some servers do so twice. */
export const DOT_SEGMENT: RegExp = /^(?:\.|%(?:25)*2e){1,2}$/i;

/** A template's literals and names of parameters in turn. */
const PLACEHOLDER = /\{([^{}]*)\}/;

/** Names of a template's parameters, in its order. */
export function pathParameterNames(template: string): readonly string[] {
  if (!template.includes("{")) return [];
  // One that stands twice is one parameter.
  return [...new Set(template.split(PLACEHOLDER).filter((_, index) => index % 2))];
}

/**
 * Writes the path of a template such as `/programs/{id}`. Its segments are always the template's: a value can
 * neither add one, nor empty one, nor climb out by `..`.
 *
 * @param styles writers of parameters that are not plain `simple`; an object is accepted only where there is one
 * @throws UsageError naming parameter and template
 */
export function serializePath(
  template: string,
  values: Readonly<Record<string, unknown>>,
  styles: Readonly<Record<string, WriteValue>> = {},
): string {
  const fill = (name: string): string => {
    const where = `Path parameter "${name}" of "${template}"`;
    const value = Object.hasOwn(values, name) ? toPlain(values[name], where) : undefined;
    const write = Object.hasOwn(styles, name) ? styles[name] : undefined;
    if (value === null || value === undefined || (!write && isRecord(value))) {
      throw new UsageError(
        `${where} is ${describeValue(value)}; a string, a number or a boolean is expected.`,
      );
    }
    const text = write ? write(name, value, where) : writePlain(value, where, percentEncode);
    // As a whole: a list may hold what is empty, or a dot, where its delimiter keeps the segment.
    if (!text || DOT_SEGMENT.test(text)) {
      throw new UsageError(
        `${where} is ${text ? JSON.stringify(value) : describeEmpty(value)}; the request would go to another resource.`,
      );
    }
    return text;
  };
  let path = template;
  if (template.includes("{")) {
    const pieces = template.split(PLACEHOLDER);
    path = pieces.map((piece, index) => (index % 2 ? fill(piece) : piece)).join("");
  }
  // What a caller wrote into an undocumented route itself; between parameters and literals nothing else can spell it.
  if (/[.%]/.test(path) && path.split("/").some((segment) => DOT_SEGMENT.test(segment))) {
    throw new UsageError(
      `The path "${template}" has a segment "." or ".."; it would lead to another resource.`,
    );
  }
  return path;
}

function describeEmpty(value: unknown): string {
  return Array.isArray(value) ? "a list that holds nothing" : "empty";
}

/**
 * Writes a query string, without its `?`, in the order of the values.
 *
 * - `undefined` is left out, as an argument, an element or a member.
 * - `null` is written as the empty string (`name=`): the standard leaves it open, and dropping it would turn
 *   "has no owner" into "any owner". In a JSON parameter it is `null`.
 * - An empty array is `name=` where its elements share one pair; where each has a pair of its own it is left out, as
 *   RFC 6570 has it, and refused where it is required.
 * - `Date` is ISO 8601, bigint its digits.
 *
 * @param parameters the declared ones; names that are not among them are `form`, exploded
 * @param what names a value in errors; bodies of `application/x-www-form-urlencoded` are written here too
 * @throws UsageError for what the parameter's style cannot express
 */
export function serializeQuery(
  values: Readonly<Record<string, unknown>>,
  parameters: readonly (string | Parameter)[] = [],
  what = "Query parameter",
): string {
  let query = "";
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value === undefined) continue;
    const where = `${what} "${name}"`;
    const styled = parameters.find(
      (parameter): parameter is Parameter => typeof parameter === "object" && parameter.name === name,
    );
    const pair = styled ? styled.write(name, value, where) : writePlain(value, where, percentEncode, name);
    if (pair) query += (query && "&") + pair;
  }
  return query;
}
