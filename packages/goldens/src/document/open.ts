import { readFileSync } from "node:fs";
import { dirname, resolve as resolvePath } from "node:path";
import { isObject, type JsonObject, type JsonValue, readExtension, valueAt } from "@trunkline/document";
import { type DocumentFile, noGuesses } from "@trunkline/mock/document";
import { parse } from "yaml";

/**
 * The document as its author left it: nothing of the generator's own reading is in it, so that the two can be held
 * against each other.
 */
export function openOriginal(file: string): DocumentFile {
  const files = new Map<string, JsonValue>();
  const home = new WeakMap<object, string>();
  const load = (path: string): JsonValue => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const text = readFileSync(path, "utf8");
    const value = (
      path.endsWith(".json") ? JSON.parse(text) : parse(text, { maxAliasCount: -1 })
    ) as JsonValue;
    files.set(path, value);
    remember(value, path, home);
    return value;
  };
  const follow = (node: JsonObject, reference: string): JsonValue | undefined => {
    const from = home.get(node) ?? path;
    const [target = "", pointer = ""] = reference.split("#");
    const place = target === "" ? from : resolvePath(dirname(from), target);
    const found = valueAt(load(place), decodeURIComponent(pointer));
    if (found === undefined) throw new Error(`${from}: ${reference} leads nowhere`);
    return found;
  };
  const resolve = (node: JsonValue | undefined): JsonValue | undefined => {
    let current = node;
    for (let steps = 0; isObject(current) && typeof current.$ref === "string"; steps += 1) {
      if (steps > 50) throw new Error(`${path}: ${current.$ref} leads to itself`);
      current = follow(current, current.$ref);
    }
    return current;
  };
  const path = resolvePath(file);
  const root = load(path);
  if (!isObject(root)) throw new Error(`${path} is not an OpenAPI document`);
  return { file: path, root, said: readExtension("document", root), guesses: noGuesses, resolve };
}

function remember(start: unknown, path: string, home: WeakMap<object, string>): void {
  const left: unknown[] = [start];
  while (left.length > 0) {
    const node = left.pop();
    if (typeof node !== "object" || node === null || home.has(node)) continue;
    home.set(node, path);
    left.push(...Object.values(node));
  }
}
