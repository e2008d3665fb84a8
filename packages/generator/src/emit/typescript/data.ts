import type { JsonObject } from "@trunkline/document";
import { type Code, code, join, literal, nothing, propertyKey } from "../text.ts";

/** An object with those of its fields that there are. */
export function objectOf(entries: readonly (readonly [string, Code | undefined])[]): Code {
  const fields = entries.flatMap(([key, value]) =>
    value === undefined ? [] : [code`${propertyKey(key)}: ${value}`],
  );
  return code`{ ${join(fields, code`, `)} }`;
}

/** A list; `undefined` for an empty one. */
export function list(items: readonly Code[]): Code | undefined {
  return items.length === 0 ? undefined : code`[${join(items, code`, `)}]`;
}

/** A call with options; without any where there are none. */
export function call(name: Code, options: JsonObject): Code {
  return code`${name}(${Object.keys(options).length === 0 ? nothing : literal(options)})`;
}
