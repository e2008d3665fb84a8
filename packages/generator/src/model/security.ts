import {
  field,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  listField,
  objectField,
  stringField,
} from "../json.ts";
import type { Route } from "./routes.ts";
import type { SecurityModel } from "./types.ts";

/** Alternatives of schemes; `undefined` when nothing is said. Scopes are kept apart. */
export function securityOf(document: JsonObject, value: JsonValue | undefined): SecurityModel | undefined {
  if (!isArray(value)) return undefined;
  const schemes = objectField(objectField(document, "components"), "securitySchemes");
  // A certificate is the connection's: it is given to fetch, and a request carries nothing of it.
  const isCarried = (scheme: string): boolean => stringField(field(schemes, scheme), "type") !== "mutualTLS";
  return value.filter(isObject).map((alternative) => Object.keys(alternative).filter(isCarried));
}

/** Alternatives that need a scheme which the client cannot do are left to the caller. */
export function usable(security: SecurityModel, known: readonly string[]): SecurityModel {
  return security.filter((alternative) => alternative.every((scheme) => known.includes(scheme)));
}

/** Every scope or role that some alternative names, once. */
export function scopesOf(route: Route, document: JsonObject): string[] {
  const own = field(route.at.value, "security") ?? field(document, "security");
  const alternatives = isArray(own) ? own.filter(isObject) : [];
  const scopes = alternatives.flatMap((alternative) =>
    Object.keys(alternative).flatMap((scheme) => listField(alternative, scheme)),
  );
  return [...new Set(scopes.filter((scope) => typeof scope === "string"))];
}
