import { isObject, type JsonObject, type JsonValue, stringsField, textOf } from "@trunkline/document";
import type { Position } from "../positions.ts";
import type { SwaggerContext } from "./context.ts";

/** Where a document says that it is served. */
export interface Home {
  /** Without a scheme; `undefined` where it names no host. */
  readonly host: string | undefined;
  readonly basePath: string;
  /** The scheme that is used unless an operation has others. */
  readonly scheme: string;
}

/** Reads host, base path and scheme: the encrypted one where there are several, or none is named. */
export function homeOf(context: SwaggerContext, document: JsonObject, at: Position): Home {
  const { positions, faults } = context;
  const placeOf = (key: string): Position => positions.child(document, key) ?? at;
  const text = (key: "host" | "basePath"): string | undefined => {
    const value = document[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "string")
      faults.error(placeOf(key), "wrong-type", `${JSON.stringify(key)} of the document must be a text`);
    return textOf(value);
  };
  const host = text("host");
  const schemes = stringsField(document, "schemes");
  if (host !== undefined && schemes.length === 0) {
    const message = "the document names no scheme: https is used";
    faults.add("guess", placeOf("host"), "swagger-scheme", message, 'write "schemes: [https]"');
  }
  return { host, basePath: text("basePath") ?? "", scheme: strongest(schemes) };
}

function strongest(schemes: readonly string[]): string {
  return schemes.includes("https") || schemes.length === 0 ? "https" : (schemes[0] ?? "https");
}

/** Servers of an operation that is not served as the document says. */
export function serversOf(home: Home, operation: JsonObject): readonly JsonValue[] | undefined {
  const schemes = stringsField(operation, "schemes");
  if (home.host === undefined || schemes.length === 0 || schemes.includes(home.scheme)) return undefined;
  return [{ url: `${strongest(schemes)}://${home.host}${home.basePath}` }];
}

/** Whether something that should be an object is one. */
export function holdObject(
  { faults }: SwaggerContext,
  value: JsonValue | undefined,
  at: Position,
  what: string,
): value is JsonObject {
  if (isObject(value)) return true;
  if (value === null)
    faults.warning(at, "empty-value", `${what} is empty`, "give it a value or delete the line");
  else if (value !== undefined) faults.error(at, "wrong-type", `${what} must be an object`);
  return false;
}
