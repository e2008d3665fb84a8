import type { Kind } from "./object-model.ts";

/** Objects without which a document says the same about its calls. */
const idleKinds: ReadonlySet<Kind> = new Set([
  ...(["contact", "license", "tag", "externalDocs", "link", "example", "discriminator", "xml"] as const),
]);

/** Keys that say nothing about a call, in whatever object they stand. */
const idleKeys: ReadonlySet<string> = new Set([
  ...["description", "summary", "deprecated", "externalDocs", "tags", "example", "examples", "xml"],
]);

/** Keywords of a schema that also widen it: without one of them, the rest may refuse what is right. */
const wideningKeywords: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "prefixItems", "nullable"],
]);

/**
 * Whether a value that cannot be read is left out alone. A schema without one of its keywords admits more, and nothing
 * else; parameters, bodies, servers and security say what is sent, and where.
 */
export function isSpared(kind: Kind, key: string): boolean {
  return kind === "schema" || idleKinds.has(kind) || idleKeys.has(key);
}

/** Whether an object is left out where it lacks a key that it must have. */
export function isIdle(kind: Kind): boolean {
  return idleKinds.has(kind);
}

/** Whether a schema without this keyword is unknown. */
export function isWidening(keyword: string): boolean {
  return wideningKeywords.has(keyword);
}
