import { UsageError } from "./errors/usage-error.ts";

const HIDDEN: unique symbol = Symbol("hidden");

/** What was revealed last: nothing is returned, so that who records what functions return meets nothing. */
let revealed: unknown;

/**
 * Hides a value in an object where nothing that prints, copies or walks its properties meets it: in a function, which
 * shows nothing of what it encloses. A property is found through any proxy and any child of the object, which a private
 * field and a WeakMap are not: Vue's `reactive` and tracers put proxies in the place of clients.
 */
export function setHidden(object: object, value: unknown): void {
  // It can be changed: of one that cannot, a proxy must return the very function, which tracers wrap.
  Object.defineProperty(object, HIDDEN, {
    configurable: true,
    writable: true,
    value: () => {
      revealed = value;
    },
  });
}

/** What is hidden in an object. @throws {UsageError} where nothing is */
export function getHidden<T>(object: object): T {
  const reveal = (object as { [HIDDEN]?: () => void })[HIDDEN];
  if (typeof reveal !== "function") {
    throw new UsageError(
      "This object holds no client's state: it is a copy, or another build (ESM, CJS) or version made it. Use the object that the constructor or the method returned.",
    );
  }
  reveal();
  const value = revealed as T;
  revealed = undefined;
  return value;
}
