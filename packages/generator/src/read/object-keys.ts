import { isObject, type JsonValue } from "@trunkline/document";
import type { BundleContext } from "./bundle-context.ts";
import { suggest } from "./nearest.ts";
import { keysOfThreeTwo, objectModel } from "./object-model.ts";
import type { Kind, Shape } from "./object-shapes.ts";
import type { Position } from "./positions.ts";

/** What may stand under a key; `undefined` where nothing may, which is reported. */
export function shapeOf(
  { faults, version }: BundleContext,
  kind: Kind,
  key: string,
  at: Position,
): Shape | undefined {
  const rule = objectModel[kind];
  if (version !== "3.2" && keysOfThreeTwo.get(kind)?.has(key)) {
    const message = `${JSON.stringify(key)} is not a key of ${withArticle(rule.title)} in OpenAPI ${version}, and is ignored`;
    faults.warning(at, "unknown-key", message, 'it is one of OpenAPI 3.2: write "openapi: 3.2.0"');
    return undefined;
  }
  if (Object.hasOwn(rule.fields, key)) return rule.fields[key];
  if (key.startsWith("x-") || rule.open) return { is: "data" };
  if (rule.rest?.pattern.test(key)) return rule.rest.shape;
  faults.warning(
    at,
    "unknown-key",
    `${JSON.stringify(key)} is not a key of ${withArticle(rule.title)}, and is ignored`,
    suggest(key, Object.keys(rule.fields)),
  );
  return undefined;
}

function withArticle(title: string): string {
  return `${/^[aeiou]/.test(title) ? "an" : "a"} ${title}`;
}

/** A status in capitals; `undefined` where it is not one, which is reported. */
export function readStatus({ faults }: BundleContext, key: string, at: Position): string | undefined {
  if (key.startsWith("x-") || objectModel.responses.rest?.pattern.test(key)) return key;
  const read = /^[1-5]xx$/i.test(key) ? key.toUpperCase() : /^default$/i.test(key) ? "default" : undefined;
  if (read === key) return key;
  const message = `${JSON.stringify(key)} is not a status`;
  const how = read === undefined ? ", and is ignored" : `; it is read as ${JSON.stringify(read)}`;
  faults.warning(at, "unknown-key", message + how, objectModel.responses.rest?.hint);
  return read;
}

/** Calls of a path without its slash would go to another host. */
export function markPath(
  { losses }: BundleContext,
  path: string,
  item: JsonValue | undefined,
  at: Position,
): void {
  if (path.startsWith("x-") || !isObject(item)) return;
  const message = `the path ${JSON.stringify(path)} does not begin with a slash`;
  losses.mark(item, {
    at,
    code: "unknown-key",
    message,
    hint: `write it as ${JSON.stringify(`/${path}`)}`,
  });
}
