import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { payloads } from "./payloads.ts";
import type { Place } from "./places.ts";

/** A document with a payload in some places, a value a line. */
export interface SpoiltDocument {
  readonly text: string;
  readonly document: JsonObject;
  /** Line -> the places on it. */
  readonly lines: ReadonlyMap<number, readonly Place[]>;
  /** Line where an object or a list begins -> line where it ends. */
  readonly ends: ReadonlyMap<number, number>;
}

interface Key {
  readonly text: string;
  readonly place: Place;
  /** The key whose value stands under the new one as well. */
  readonly copy: string;
}

/** @param name - of the payload */
export function spoil(base: JsonObject, places: readonly Place[], name: string): SpoiltDocument {
  const make = payloads[name] as (id: string) => string;
  const values = new Map<string, { readonly text: string; readonly place: Place }>();
  const keys = new Map<string, Key[]>();
  for (const [index, place] of places.entries()) {
    const text = wrap(place, make(`c${index}`));
    if (place.is === "value") {
      values.set(pathOf(place.pointer), { text, place });
      continue;
    }
    const parent = pathOf(place.pointer.slice(0, -1));
    keys.set(parent, [...(keys.get(parent) ?? []), { text, place, copy: String(place.pointer.at(-1)) }]);
  }
  const lines: string[] = [];
  const placed = new Map<number, Place[]>();
  const ends = new Map<number, number>();
  const note = (place: Place): void => {
    const line = lines.length + 1;
    placed.set(line, [...(placed.get(line) ?? []), place]);
  };
  const write = (value: JsonValue, path: string | undefined, head: string, tail: string): JsonValue => {
    if (isArray(value)) {
      const start = lines.push(`${head}[`);
      const items = value.map((item, index) =>
        write(item, under(path, index), "", index < value.length - 1 ? "," : ""),
      );
      ends.set(start, lines.push(`]${tail}`));
      return items;
    }
    if (isObject(value)) {
      const start = lines.push(`${head}{`);
      const added = new Map<string, Key>();
      for (const key of (path === undefined ? undefined : keys.get(path)) ?? []) {
        if (!Object.hasOwn(value, key.text)) added.set(key.text, key);
      }
      const entries = [
        ...Object.entries(value).map(([key, item]) => [key, item, under(path, key)] as const),
        // A copy stays as it was: one payload a cell.
        ...[...added].map(([key, { copy }]) => [key, value[copy] ?? "x", undefined] as const),
      ];
      const out = entries.map(([key, item, at], index) => {
        const extra = at === undefined ? added.get(key) : undefined;
        if (extra !== undefined) note(extra.place);
        return [key, write(item, at, `${JSON.stringify(key)}: `, index < entries.length - 1 ? "," : "")];
      });
      ends.set(start, lines.push(`}${tail}`));
      return Object.fromEntries(out);
    }
    const spoilt = path === undefined ? undefined : values.get(path);
    if (spoilt !== undefined) note(spoilt.place);
    lines.push(`${head}${JSON.stringify(spoilt?.text ?? value)}${tail}`);
    return spoilt?.text ?? value;
  };
  const document = write(base, pathOf([]), "", "") as JsonObject;
  return { text: lines.join("\n"), document, lines: placed, ends };
}

const SEPARATOR = "\u0000";

function pathOf(pointer: Place["pointer"]): string {
  return pointer.map((part) => SEPARATOR + part).join("");
}

function under(path: string | undefined, part: string | number): string | undefined {
  return path === undefined ? undefined : path + SEPARATOR + part;
}

/** Where a text must begin in some way, it does, so that more than its beginning is tried. */
function wrap({ id }: Place, text: string): string {
  if (id === "paths{}") return `/${text}`;
  if (id === "server.url") return `https://shop.test/${text}`;
  return id.endsWith(".x-{}") ? `x-${text}` : text;
}
