import { type Format, kinds, resolved, type Schema } from "./schema.ts";

/** A key of the format, wherever in it. */
export interface Key {
  /** `document.retry.statuses`. */
  readonly path: string;
  readonly schema: Schema;
  readonly required: boolean;
}

/** Every key that a document can write, keys within keys too; what several places share is listed at each. */
export function keysOf(format: Format): readonly Key[] {
  return kinds.flatMap((kind) => keysWithin(format, format.$defs[kind] ?? {}, kind));
}

function keysWithin(format: Format, schema: Schema, path: string): Key[] {
  const inner = resolved(format, schema);
  const own = Object.entries(inner.properties ?? {}).flatMap(([name, property]): Key[] => {
    const key = `${path}.${name}`;
    const required = inner.required?.includes(name) ?? false;
    return [
      { path: key, schema: resolved(format, property), required },
      ...keysWithin(format, property, key),
    ];
  });
  const branches = (inner.allOf ?? []).flatMap((branch) =>
    Object.entries(branch.then?.properties ?? {}).flatMap(([name, property]) =>
      keysWithin(format, property, `${path}.${styleOf(branch)}.${name}`),
    ),
  );
  const items = inner.items === undefined ? [] : keysWithin(format, inner.items, `${path}[]`);
  const rest =
    typeof inner.additionalProperties === "object"
      ? keysWithin(format, inner.additionalProperties, `${path}.*`)
      : [];
  // What may be an object among other things.
  const chosen =
    inner.then === undefined || inner.type === "object" ? [] : keysWithin(format, inner.then, path);
  return [...own, ...branches, ...items, ...rest, ...chosen];
}

function styleOf(branch: Schema): string {
  return String(Object.values(branch.if?.properties ?? {})[0]?.const ?? "");
}

/** The table of CONTRIBUTING.md: place, key, values, words. Shared parts come once, where they stand first. */
export function deriveTable(format: Format): string {
  const seen = new Set<string>();
  const rows = keysOf(format).flatMap(({ path, schema, required }) => {
    const [kind = "", ...rest] = path.split(".");
    const key = rest.join(".");
    // A pagination of the root and one in place are written alike.
    const shared = key
      .replace(/^pagination\.\*\./, "pagination.")
      .replace(/^pagination\[\]\./, "pagination.");
    const id = shared.startsWith("pagination.") || shared.startsWith("walk.") ? shared : `${kind} ${shared}`;
    if (seen.has(id)) return [];
    seen.add(id);
    return [
      `| ${place(kind)} | \`${key}\`${required ? " (required)" : ""} | ${values(format, schema)} | ${words(schema)} |`,
    ];
  });
  return ["| Place | Key | Values | What it says |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function place(kind: string): string {
  return kind === "securityScheme" ? "security scheme" : kind;
}

function words({ description = "" }: Schema): string {
  return description.replaceAll("|", "\\|");
}

function values(format: Format, schema: Schema): string {
  const code = (list: readonly unknown[]): string =>
    list.map((one) => `\`${typeof one === "string" ? one : JSON.stringify(one)}\``).join(", ");
  const { type, unit, pattern } = schema;
  if (schema.const !== undefined) return code([schema.const]);
  if (schema.enum !== undefined) return code(schema.enum);
  if (Array.isArray(type)) return type.map((one) => alternative(schema, one)).join(", ");
  if (type === "array") return `list: ${values(format, resolved(format, schema.items ?? {}))}`;
  if (type === "number" || type === "integer") return unit ?? type;
  if (type === "object") {
    const rest = schema.additionalProperties;
    return typeof rest === "object" ? `map: ${values(format, resolved(format, rest))}` : "keys below";
  }
  if (type === "string")
    return pattern === undefined ? "text" : (forms(format).get(pattern) ?? `\`${pattern}\``);
  return String(type);
}

/** One type of several, in words. */
function alternative(schema: Schema, type: string): string {
  const chosen = schema.if?.type === type ? schema.then : undefined;
  if (chosen?.enum !== undefined) return chosen.enum.map((one) => `\`${one}\``).join(", ");
  if (type === "integer") return `${schema.minimum} to ${schema.maximum}`;
  if (type === "boolean" && schema.not?.const === true) return "`false`";
  return type === "array" ? "list of them" : type === "object" ? "keys below" : "name";
}

/** Pattern -> what texts of that form are called: the first words of the definition that has it. */
function forms(format: Format): ReadonlyMap<string, string> {
  return new Map(
    Object.values(format.$defs).flatMap(({ pattern, description = "" }) =>
      pattern === undefined ? [] : [[pattern, description.replace(/[:.].*$/s, "")]],
    ),
  );
}
