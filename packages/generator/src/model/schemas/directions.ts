import type { JsonObject, JsonValue } from "@trunkline/document";
import { type At, below, stepsOf } from "../document.ts";
import { placeKey } from "../fields.ts";
import { referencesOf, shapeKey } from "../nodes.ts";
import type { TypeNode } from "../type-nodes.ts";
import type { Aim } from "./converter.ts";

interface Verdict {
  readonly differs: boolean;
  readonly references: readonly string[];
}

/**
 * Tells whether requests and answers see a schema differently, by itself or by what it refers to. Only such a schema gets
 * two types.
 */
export function createDirections(
  document: JsonObject,
  convert: (at: At<JsonValue>, aim: Aim) => TypeNode,
): (at: At<JsonValue>) => boolean {
  const local = new Map<string, Verdict>();
  const verdicts = new Map<string, boolean>();

  const localVerdict = (at: At<JsonValue>): Verdict => {
    const key = placeKey(at);
    const known = local.get(key);
    if (known !== undefined) return known;
    const input = convert(at, { direction: "input", wanted: "", dry: true });
    const output = convert(at, { direction: "output", wanted: "", dry: true });
    const references = [...new Set([...referencesOf(input), ...referencesOf(output)])];
    const verdict = { differs: shapeKey(input) !== shapeKey(output), references };
    local.set(key, verdict);
    return verdict;
  };

  return (at) => {
    const start = placeKey(at);
    const known = verdicts.get(start);
    if (known !== undefined) return known;
    // Who led to whom, so that a difference is known of everything on the way to it.
    const cameFrom = new Map<string, string | undefined>([[start, undefined]]);
    const open = [at];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const here = placeKey(next);
      const { differs, references } = localVerdict(next);
      if (differs || references.some((key) => verdicts.get(key) === true)) {
        for (let key: string | undefined = here; key !== undefined; key = cameFrom.get(key))
          verdicts.set(key, true);
        return true;
      }
      for (const key of references) {
        const target = below({ value: document, pointer: [] }, ...stepsOf(key));
        if (target === undefined || cameFrom.has(key) || verdicts.get(key) === false) continue;
        cameFrom.set(key, here);
        open.push(target);
      }
    }
    for (const key of cameFrom.keys()) verdicts.set(key, false);
    return false;
  };
}
