import type { JsonObject } from "@trunkline/document";
import type { Flaw } from "./losses.ts";
import { suggest } from "./nearest.ts";
import type { Position, PositionTable } from "./positions.ts";

const types: readonly string[] = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"];
const places: readonly string[] = ["query", "header", "cookie"];

/** Why nobody can tell how credentials are sent with a scheme whose keys are of the right kinds. */
export function schemeFlaw(scheme: JsonObject, at: Position, positions: PositionTable): Flaw | undefined {
  const flaw = (key: string, message: string, hint?: string): Flaw => {
    return { at: positions.child(scheme, key) ?? at, code: "security-scheme", message, hint };
  };
  const { type, name, in: place, scheme: http } = scheme;
  if (typeof type !== "string") return undefined;
  if (!types.includes(type)) {
    return flaw("type", `${JSON.stringify(type)} is not a type of a security scheme`, suggest(type, types));
  }
  if (type === "http" && !isText(http)) {
    return flaw("scheme", "a security scheme of type http needs a scheme", "add scheme: bearer, or basic");
  }
  if (type !== "apiKey") return undefined;
  if (!isText(name)) {
    return flaw("name", "a security scheme of type apiKey needs the name of a header, query or cookie field");
  }
  if (typeof place === "string" && places.includes(place)) return undefined;
  const hint = typeof place === "string" ? suggest(place, places) : "add in: header";
  return flaw("in", `an API key is sent in ${places.join(", ")}`, hint);
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
