import { UsageError } from "../errors/usage-error.ts";
import { describeValue, isRecord, primitiveText, toPlain } from "./plain.ts";

/** A parameter's value in the three shapes that OpenAPI's styles know. */
export type FlatValue =
  | { readonly text: string }
  | { readonly items: readonly string[] }
  | { readonly members: readonly (readonly [name: string, text: string])[] };

/**
 * Brings a value into one of the three shapes, with elements and members as text. Elements and members that
 * are `undefined` are left out; anything nested deeper is refused, because no style defines how to write it.
 *
 * @param nullText how `null` is written; without it `null` is refused
 */
export function flatten(value: unknown, where: string, nullText?: string): FlatValue {
  const text = (part: unknown, place: string): string => {
    const plain = toPlain(part, place);
    if (plain === null && nullText !== undefined) return nullText;
    if (Array.isArray(plain) || isRecord(plain)) {
      throw new UsageError(`${place} is ${describeValue(plain)}; this style cannot express nested values.`);
    }
    return primitiveText(plain, place);
  };
  const plain = toPlain(value, where);
  if (Array.isArray(plain)) {
    const items: string[] = [];
    for (const [index, item] of plain.entries()) {
      if (item !== undefined) items.push(text(item, `${where}[${index}]`));
    }
    return { items };
  }
  if (isRecord(plain)) {
    const members: (readonly [string, string])[] = [];
    for (const [name, member] of Object.entries(plain)) {
      if (member !== undefined) members.push([name, text(member, `${where}.${name}`)]);
    }
    return { members };
  }
  return { text: text(plain, where) };
}
