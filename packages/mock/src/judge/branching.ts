import { childrenOf, isArray, isObject, type JsonObject, type JsonValue, valueAt } from "@trunkline/document";
import { decodeEscapes } from "@trunkline/document/mock";

/** Places that Prism's reader is let walk. */
const MOST = 30_000_000;

/** Places that are looked at once more, because they stand in a ring, to find out. */
const MOST_AGAIN = 300_000;

/** Steps from the root to a place. Prism's reader needs more of the stack for each than there is. */
const DEEPEST = 2000;

/**
 * Whether the references of a document lead on in more ways than can be walked. Prism's reader puts the value in the place
 * of each reference and walks it there again, in rings along each way that does not meet itself: two references from each
 * schema to the next double the walk at every step.
 */
export function isTooBranched(root: JsonObject): boolean {
  /** Places below a value that leads to none of those above it. */
  const sizes = new Map<object, number>();
  const seen = new Set<object>();
  const above = new Set<object>();
  const targets = new Map<string, JsonValue | undefined>();
  let again = 0;

  /** Places below a value, and whether a ring was met on the way. */
  function walk(
    value: JsonValue | undefined,
    depth: number,
  ): { readonly size: number; readonly isRing: boolean } {
    const at = followed(value);
    if (!isObject(at) && !isArray(at)) return { size: 1, isRing: false };
    const known = sizes.get(at);
    if (known !== undefined) return { size: known, isRing: false };
    if (seen.has(at)) again++;
    if (depth > DEEPEST) again = Number.POSITIVE_INFINITY;
    seen.add(at);
    if (above.has(at)) return { size: 1, isRing: true };
    above.add(at);
    let size = 1;
    let isRing = false;
    for (const child of childrenOf(at)) {
      if (again > MOST_AGAIN || size > MOST) break;
      const below = walk(child, depth + 1);
      size += below.size;
      isRing ||= below.isRing;
    }
    above.delete(at);
    if (!isRing) sizes.set(at, size);
    return { size, isRing };
  }

  function followed(value: JsonValue | undefined): JsonValue | undefined {
    if (!isObject(value) || typeof value.$ref !== "string" || !value.$ref.startsWith("#/")) return value;
    const { $ref } = value;
    if (!targets.has($ref)) {
      targets.set($ref, undefined);
      targets.set($ref, followed(valueAt(root, decodeEscapes($ref.slice(1)))));
    }
    return targets.get($ref);
  }

  return walk(root, 0).size > MOST || again > MOST_AGAIN;
}
