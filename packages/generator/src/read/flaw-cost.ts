import type { Kind } from "./object-shapes.ts";

/** Objects without which a document says the same about its calls, with all that they hold. */
const idleKinds: ReadonlySet<Kind> = new Set([
  ...(["contact", "license", "tag", "externalDocs", "link", "example", "discriminator", "xml"] as const),
  ...(["info", "header", "response"] as const),
]);

/**
 * Keys that say what is sent, where, and as whom. A call of which one cannot be read is not made: it could go out with
 * less, or to another place.
 */
const callKeys: Partial<Record<Kind, readonly string[]>> = {
  document: ["servers", "security"],
  pathItem: [
    ...["servers", "parameters"],
    ...["get", "put", "post", "delete", "options", "head", "patch", "trace", "query", "additionalOperations"],
  ],
  operation: ["parameters", "requestBody", "security", "servers"],
  parameter: ["name", "in", "style", "explode", "allowReserved", "content"],
  requestBody: ["content"],
  mediaType: ["encoding"],
  encoding: ["contentType", "style", "explode", "allowReserved"],
  server: ["url", "variables"],
  serverVariable: ["default", "enum"],
  securityScheme: ["type", "name", "in", "scheme", "flows"],
  oauthFlows: ["clientCredentials"],
  oauthFlow: ["tokenUrl"],
};

/** Kinds of components that are parts of calls. */
const callKinds: ReadonlySet<Kind> = new Set(["parameter", "requestBody", "securityScheme"]);

/** Keywords of a schema that also widen it: without one of them, the rest may refuse what is right. */
const wideningKeywords: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "prefixItems", "nullable"],
]);

/** The flows of OAuth that a client does not do by itself. */
const idleFlows: ReadonlySet<string> = new Set(["implicit", "password", "authorizationCode"]);

/** Whether a value that cannot be read costs the calls that it is part of; otherwise it is left out alone. */
export function costsCalls(kind: Kind, key: string): boolean {
  return callKeys[kind]?.includes(key) ?? false;
}

/** Whether a component that cannot be read costs the calls that refer to it. */
export function isPartOfCalls(kind: Kind): boolean {
  return callKinds.has(kind);
}

/** Whether nothing that stands here, however deep, is part of a call. */
export function isIdle(kind: Kind, key?: string): boolean {
  return idleKinds.has(kind) || (kind === "oauthFlows" && key !== undefined && idleFlows.has(key));
}

/** Whether the rest of an object says too little, or too much, without this key: nothing is known of it then. */
export function isWidening(kind: Kind, key: string): boolean {
  return kind === "schema" ? wideningKeywords.has(key) : kind === "response" && key === "content";
}
