import type { JsonObject, JsonValue } from "../../json.ts";
import { type At, below, parsePointer } from "../document.ts";
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
    const seen = new Set([start]);
    const open = [at];
    let verdict = false;
    for (let next = open.pop(); next !== undefined && !verdict; next = open.pop()) {
      const { differs, references } = localVerdict(next);
      verdict = differs || references.some((key) => verdicts.get(key) === true);
      for (const key of references) {
        const target = below({ value: document, pointer: [] }, ...parsePointer(key));
        if (target === undefined || seen.has(key) || verdicts.get(key) === false) continue;
        seen.add(key);
        open.push(target);
      }
    }
    verdicts.set(start, verdict);
    return verdict;
  };
}
