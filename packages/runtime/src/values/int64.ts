import { UsageError } from "../errors/usage-error.ts";
import { exactAt, setExact } from "../exact-json.ts";
import type { Int64Fields } from "../operation.ts";
import { isLiteral } from "./plain.ts";

/**
 * Where a value holds integers of 64 bits: `true` is the value itself; a text is a type by its name; a list holds for
 * one value all together; an object leads to members, `*` to each element and each member that is not named.
 */
export type Int64Place = true | string | readonly Int64Place[] | { readonly [member: string]: Int64Place };

/** The places of one operation. */
export interface Int64Places {
  /** By where the values travel: `path`, `query`, `header`, `cookie` and `body`. */
  readonly request?: Int64Place | undefined;
  readonly answer?: Int64Place | undefined;
  /** Of the bodies of its errors. */
  readonly error?: Int64Place | undefined;
}

/**
 * Integers of 64 bits, which a number holds up to 2^53 alone. A number beyond that is refused in requests: its digits
 * are lost before it is given.
 *
 * @param as what they are in answers; as "string" they are taken as texts of digits in requests too
 * @param types places of the types that the places of operations name
 */
export function int64(
  as: "number" | "bigint" | "string",
  types: Readonly<Record<string, Int64Place>> = {},
): (places: Int64Places) => Int64Fields {
  const read = (value: unknown, holder: object, key: string): unknown => {
    if (typeof value !== "number" && typeof value !== "bigint") return value;
    const whole = exactAt(holder, key) ?? (Number.isInteger(value) ? BigInt(value) : value);
    if (as === "bigint" || typeof whole === "number") return whole;
    // The walk over pages still reads numbers.
    setExact(holder, key, whole);
    return String(whole);
  };
  const send = (value: unknown, _: object, key: string): unknown => {
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      throw new UsageError(
        `${JSON.stringify(key)} is the number ${value}, beyond 2^53: digits of it are lost already. Give a bigint, as in ${BigInt(value as number)}n.`,
      );
    }
    return as === "string" && typeof value === "string" && /^-?\d+$/.test(value) ? BigInt(value) : value;
  };
  const reading = (place: Int64Place | undefined): Int64Fields["answer"] =>
    place !== undefined && as !== "number" ? (holder) => visit(holder, "0", place, types, read) : undefined;
  return ({ request, answer, error }) => ({
    request:
      request === undefined
        ? undefined
        : (places) => visit([places], "0", request, types, send, new Set([places])),
    answer: reading(answer),
    error: reading(error),
  });
}

type Change = (value: unknown, holder: object, key: string) => unknown;

/**
 * Changes what stands at a place.
 *
 * @param own objects that may be changed; all others on the way are copied. @default all
 */
function visit(
  root: object,
  start: string,
  place: Int64Place,
  types: Readonly<Record<string, Int64Place>>,
  change: Change,
  own?: Set<unknown>,
): void {
  // Without recursion, because a server may nest as deep as it likes.
  const open: [holder: Record<string, unknown>, key: string, place: Int64Place][] = [
    [root as Record<string, unknown>, start, place],
  ];
  for (let one = open.pop(); one; one = open.pop()) {
    const [holder, key, here] = one;
    let value = holder[key];
    if (here === true) {
      const changed = change(value, holder, key);
      if (changed !== value) holder[key] = changed;
    } else if (typeof here === "string") {
      const type = Object.hasOwn(types, here) ? types[here] : undefined;
      if (type !== undefined) open.push([holder, key, type]);
    } else if (isList(here)) {
      for (const each of here) open.push([holder, key, each]);
    } else if (Array.isArray(value) || isLiteral(value)) {
      if (own && !own.has(value)) {
        value = Array.isArray(value) ? [...value] : { ...value };
        holder[key] = value;
        own.add(value);
      }
      for (const name of Object.keys(value as object)) {
        const next = Object.hasOwn(here, name) ? here[name] : here["*"];
        if (next !== undefined) open.push([value as Record<string, unknown>, name, next]);
      }
    }
  }
}

function isList(place: Int64Place): place is readonly Int64Place[] {
  return Array.isArray(place);
}
