import { field, isArray, isObject, type JsonObject, type JsonValue, listField } from "@trunkline/document";
import type { SecurityModel } from "./credentials-model.ts";
import type { Route } from "./routes.ts";

/** Alternatives of schemes; `undefined` when nothing is said. Scopes are kept apart. */
export function securityOf(value: JsonValue | undefined): SecurityModel | undefined {
  if (!isArray(value)) return undefined;
  return value.filter(isObject).map((alternative) => Object.keys(alternative));
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
