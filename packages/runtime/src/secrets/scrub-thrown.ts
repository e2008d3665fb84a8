const DEEPEST = 8;
const MOST = 1000;
/** What an error may have from its class, and not as a field of its own. */
const OF_ERRORS = ["name", "message", "stack", "code"] as const;
/** What a class may have to speak for its objects. */
const SPEAKERS = [
  "toJSON",
  Symbol.toPrimitive,
  Symbol.for("nodejs.util.inspect.custom"),
  Symbol.for("Deno.customInspect"),
] as const;

/**
 * What was thrown, as it may be kept as a cause: itself, where nothing in it can tell, else a copy. Runtimes put the
 * URL into their messages (Deno does), and a URL can hold a key; a `fetch` of the caller's may throw its request, or
 * an error that holds it. Of an object that is neither a plain one nor an error nobody knows what it shows.
 *
 * @param scrub takes the secrets out of a text or a number
 */
export function scrubThrown(thrown: unknown, scrub: (scalar: unknown) => unknown): unknown {
  let left = MOST;

  const clean = (value: unknown, depth: number): unknown => {
    if (typeof value === "function") return "[function]";
    if (typeof value === "symbol" || typeof value === "bigint") {
      const shown = scrub(String(value));
      return shown === String(value) ? value : shown;
    }
    if (typeof value !== "object" || value === null) return scrub(value);
    left -= 1;
    if (depth > DEEPEST || left < 0) return "[more]";
    try {
      const tag = Object.prototype.toString.call(value);
      // Another realm, as a test runner makes one, has an `Error` of its own.
      if (value instanceof Error || tag === "[object Error]") {
        const copy = new Error();
        Object.defineProperty(copy, "stack", { writable: true, configurable: true });
        return cleanFields(value, copy, OF_ERRORS, depth);
      }
      if (Array.isArray(value)) return cleanFields(value, [], [], depth);
      const prototype: unknown = Object.getPrototypeOf(value);
      const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
      return isPlain ? cleanFields(value, {}, [], depth) : scrub(tag);
    } catch {
      // A proxy, or a getter.
      return "[unreadable]";
    }
  };

  /** The object, where all of its fields are as they may be shown, else its copy. */
  const cleanFields = (object: object, copy: object, inherited: readonly string[], depth: number): object => {
    let isSame = !SPEAKERS.some((name) => name in object) && isSilent(object.toString);
    for (const key of new Set([...inherited, ...Reflect.ownKeys(object)])) {
      if (key === "length" && Array.isArray(object)) continue;
      const own = Object.getOwnPropertyDescriptor(object, key);
      const isInherited = inherited.includes(key as string);
      if (!own && !(key in object)) continue;
      // A getter is not asked, but for those that an error has from its class or its engine.
      const value = isInherited ? (object as Record<PropertyKey, unknown>)[key] : own?.value;
      const shown = isInherited || (own && "value" in own) ? clean(value, depth + 1) : "[getter]";
      const shownKey = clean(key, depth + 1);
      if (!Object.is(shown, value) || shownKey !== key) isSame = false;
      Object.defineProperty(copy, shownKey as PropertyKey, {
        value: shown,
        enumerable: own?.enumerable ?? false,
        writable: true,
        configurable: true,
      });
    }
    return isSame ? object : copy;
  };

  return clean(thrown, 0);
}

/** Whether this `toString` is an engine's, which tells no more than name and message. */
function isSilent(speak: unknown): boolean {
  return typeof speak !== "function" || /\[native code\]/.test(Function.prototype.toString.call(speak));
}
