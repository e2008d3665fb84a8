/** The kind of an error, from general to specific: `api.404` is also `api`. Guards compare how it begins. */
export type ErrorKind =
  | "other"
  | "api"
  | `api.${number | "5XX"}`
  | "connection"
  | "connection.timeout"
  | "connection.abort"
  | "connection.final"
  | "connection.redirect"
  | "response"
  | "response.size"
  | "usage"
  | "page"
  | "bulk"
  | "quota";

// In the global registry, so that two copies of this package (ESM and CJS, or two versions) agree.
const KIND: unique symbol = Symbol.for("trunkline.error");

/** Marks and names an error, invisibly to `inspect` and `JSON.stringify`; names must survive minifiers. */
export function brand(error: Error, kind: ErrorKind, name: string): void {
  Object.defineProperty(error, KIND, { value: kind, configurable: true });
  Object.defineProperty(error, "name", { value: name, configurable: true, writable: true });
}

/** The mark of an error of ours, whichever copy made it. */
export function kindOf(value: unknown): string | undefined {
  try {
    return typeof value === "object" && value !== null ? (value as { [KIND]?: string })[KIND] : undefined;
  } catch {
    // A proxy of somebody's, which is not one of ours.
    return undefined;
  }
}

/** `instanceof` for classes with a mark of their own: by mark; for their children without one: by prototype. */
export function isKind(errorClass: { readonly kind?: string }, value: unknown): boolean {
  if (!Object.hasOwn(errorClass, "kind"))
    return Function.prototype[Symbol.hasInstance].call(errorClass, value);
  const kind = kindOf(value);
  return kind !== undefined && (!errorClass.kind || `${kind}.`.startsWith(`${errorClass.kind}.`));
}
