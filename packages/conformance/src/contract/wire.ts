import type { JsonValue } from "@trunkline/document";
import type { DocumentParameter } from "@trunkline/mock/document";
import { declared } from "./samples.ts";
import type { Sample, Target } from "./types.ts";

// Written from the style tables of OpenAPI 3.1, not from the runtime: the two judge each other.

export type Pair = readonly [name: string, value: string];

/** Query pairs that a sample means, decoded. */
export function wireQuery(target: Target, sample: Sample): readonly Pair[] {
  return declared(target, "query").flatMap((parameter) => {
    const value = sample.query.get(parameter.name);
    return value === undefined ? [] : queryPairs(parameter, value);
  });
}

/** Pairs that a value means in the style of its query parameter, or of its field in a form. */
export function queryPairs(
  parameter: Pick<DocumentParameter, "name" | "style" | "explode" | "content" | "lists">,
  value: JsonValue,
): readonly Pair[] {
  const { name, style, explode, content } = parameter;
  if (content !== undefined) return [[name, JSON.stringify(value)]];
  if (style === "deepObject") return deepPairs(name, value, parameter.lists);
  if (Array.isArray(value)) {
    const items = value.map(text);
    if (explode) return items.map((item) => [name, item]);
    return [[name, items.join(style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",")]];
  }
  if (typeof value !== "object" || value === null) return [[name, text(value)]];
  const pairs = members(value).map(([key, member]): Pair => [key, text(member)]);
  return explode ? pairs : [[name, pairs.flat().join(",")]];
}

function deepPairs(name: string, value: JsonValue, lists: DocumentParameter["lists"]): readonly Pair[] {
  if (typeof value !== "object" || value === null) return [[name, text(value)]];
  return members(value).flatMap(([key, member]) => {
    const step = Array.isArray(value) && lists === "brackets" ? "" : key;
    return deepPairs(`${name}[${step}]`, member, lists);
  });
}

/** Header values that a sample means, under lower-case names. */
export function wireHeaders(target: Target, sample: Sample): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const parameter of declared(target, "header")) {
    const value = sample.header.get(parameter.name);
    if (value !== undefined) headers.set(parameter.name.toLowerCase(), simple(parameter, value));
  }
  const cookies = [...sample.cookie].map(([name, value]) => `${name}=${text(value)}`);
  if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
  return headers;
}

/** Path segments that a sample means, decoded. */
export function wireSegments(target: Target, sample: Sample): readonly string[] {
  const parameters = new Map(declared(target, "path").map((parameter) => [parameter.name, parameter]));
  const filled = (name: string, whole: string): string => {
    const parameter = parameters.get(name);
    const value = sample.path.get(name);
    return parameter === undefined || value === undefined ? whole : pathText(parameter, value);
  };
  // A document writes what stands between its parameters encoded, or as it is meant.
  return target.operation.path
    .split("/")
    .slice(1)
    .map((segment) =>
      segment.replace(/\{([^{}]+)\}|[^{]+|\{/g, (part, name?: string) =>
        name === undefined ? decoded(part) : filled(name, part),
      ),
    );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function pathText(parameter: DocumentParameter, value: JsonValue): string {
  const { style, explode, name } = parameter;
  if (style === "simple") return simple(parameter, value);
  const label = style === "label";
  const prefix = label ? "." : ";";
  if (Array.isArray(value)) {
    const items = value.map(text);
    if (label) return `.${items.join(explode ? "." : ",")}`;
    return explode ? items.map((item) => `;${name}=${item}`).join("") : `;${name}=${items.join(",")}`;
  }
  if (typeof value !== "object" || value === null)
    return label ? `.${text(value)}` : `;${name}=${text(value)}`;
  const pairs = members(value);
  if (explode) return pairs.map(([key, member]) => `${prefix}${key}=${text(member)}`).join("");
  return `${label ? "." : `;${name}=`}${pairs.map(([key, member]) => `${key},${text(member)}`).join(",")}`;
}

function simple({ explode, content }: DocumentParameter, value: JsonValue): string {
  if (content !== undefined) return JSON.stringify(value);
  if (Array.isArray(value)) return value.map(text).join(",");
  if (typeof value !== "object" || value === null) return text(value);
  return members(value)
    .map(([key, member]) => `${key}${explode ? "=" : ","}${text(member)}`)
    .join(",");
}

function members(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  return Object.entries(value ?? {}).map(([key, member]) => [key, member as JsonValue]);
}

export function text(value: JsonValue): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
