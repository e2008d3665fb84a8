import { isObject, type JsonValue, listOf, objectOf } from "@trunkline/document";
import type { DocumentParameter } from "@trunkline/mock/document";

// Written from the tables "Style Values" and "Style Examples" of OpenAPI 3.0.4 and 3.1.1, and from nothing else.

export type Pair = readonly [name: string, value: string];

/** Pairs of a query as a server decodes them. */
export function queryPairs(parameter: DocumentParameter, value: JsonValue): readonly Pair[] {
  const { name, style, explode, content, lists } = parameter;
  if (content !== undefined) return [[name, contentText(content, value)]];
  if (Array.isArray(value)) {
    if (style === "deepObject") return deep(name, value, lists);
    if (explode) return value.map((item: JsonValue): Pair => [name, text(item)]);
    return value.length === 0 ? [] : [[name, value.map(text).join(delimiter(style))]];
  }
  if (!isObject(value)) return [[name, text(value)]];
  const members = membersOf(value);
  if (style === "deepObject") return deep(name, value, lists);
  if (explode && style === "form") return members.map(([key, member]): Pair => [key, text(member)]);
  return [[name, members.flatMap(([key, member]) => [key, text(member)]).join(delimiter(style))]];
}

/** The table stops at one level; what is deeper goes on in the same way, which is what servers read, and lists as the document says. */
function deep(name: string, value: JsonValue, lists: DocumentParameter["lists"]): readonly Pair[] {
  if (Array.isArray(value))
    return value.flatMap((item: JsonValue, index) =>
      deep(`${name}[${lists === "brackets" ? "" : index}]`, item, lists),
    );
  if (!isObject(value)) return [[name, text(value)]];
  return membersOf(value).flatMap(([key, member]) => deep(`${name}[${key}]`, member, lists));
}

function delimiter(style: string): string {
  return style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",";
}

/** One path parameter as a server decodes it. */
export function pathText(parameter: DocumentParameter, value: JsonValue): string {
  const { style, explode, name } = parameter;
  if (style !== "label" && style !== "matrix") return simpleText(parameter, value);
  const isLabel = style === "label";
  if (Array.isArray(value)) {
    const items = value.map(text);
    if (isLabel) return `.${items.join(explode ? "." : ",")}`;
    return explode ? items.map((item) => `;${name}=${item}`).join("") : `;${name}=${items.join(",")}`;
  }
  if (!isObject(value)) return isLabel ? `.${text(value)}` : `;${name}=${text(value)}`;
  const members = membersOf(value);
  if (explode) return members.map(([key, member]) => `${isLabel ? "." : ";"}${key}=${text(member)}`).join("");
  const list = members.flatMap(([key, member]) => [key, text(member)]).join(",");
  return isLabel ? `.${list}` : `;${name}=${list}`;
}

/** Style `simple`: headers, and paths by default. */
export function simpleText({ explode, content }: DocumentParameter, value: JsonValue): string {
  if (content !== undefined) return contentText(content, value);
  if (Array.isArray(value)) return value.map(text).join(",");
  if (!isObject(value)) return text(value);
  return membersOf(value)
    .map(([key, member]) => `${key}${explode ? "=" : ","}${text(member)}`)
    .join(",");
}

/** `name=value` of a cookie parameter. An exploded list has no place in a Cookie header but one pair for each. */
export function cookiePairs(parameter: DocumentParameter, value: JsonValue): readonly Pair[] {
  return queryPairs({ ...parameter, style: "form" }, value);
}

function contentText(mediaType: string, value: JsonValue): string {
  return /[/+]json\b/.test(mediaType) || typeof value === "object" ? JSON.stringify(value) : text(value);
}

function membersOf(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  return Object.entries(objectOf(value)).map(([key, member]) => [key, member ?? null]);
}

export function text(value: JsonValue): string {
  return isObject(value) || listOf(value) === value ? JSON.stringify(value) : String(value);
}
