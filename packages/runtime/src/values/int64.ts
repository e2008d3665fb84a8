import { UsageError } from "../errors/usage-error.ts";
import { exactAt, setExact } from "../exact-json.ts";
import type { Int64Fields } from "../operation.ts";
import { isRecord } from "./plain.ts";

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

/** A type that is one of several: the member that says which, and the place for each of its values. */
export type Int64Union = readonly [member: string, places: Readonly<Record<string, Int64Place>>];

/** The types that the places of operations name. */
export interface Int64Types {
  readonly types?: Readonly<Record<string, Int64Place>> | undefined;
  readonly unions?: Readonly<Record<string, Int64Union>> | undefined;
}

/** What operations get of their places. */
export type Int64Reader = (places: Int64Places) => Int64Fields;

/**
 * Integers of 64 bits, which a number holds up to 2^53 alone. A number beyond that is refused in requests: its digits
 * are lost before it is given.
 *
 * @param as what they are in answers; as "string" they are taken as texts of digits in requests too
 */
export function int64(as: "bigint" | "string", named: Int64Types = {}): Int64Reader {
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
    place === undefined ? undefined : (holder) => visit(holder, "0", place, named, read);
  return ({ request, answer, error }) => ({
    request:
      request === undefined
        ? undefined
        : (places) => visit([places], "0", request, named, send, new Copies(places)),
    answer: reading(answer),
    error: reading(error),
  });
}

type Change = (value: unknown, holder: object, key: string) => unknown;

/** Copies of what callers gave, which stays as it is: by place, since one object may stand at several. */
class Copies {
  readonly #byPlace: Map<Int64Place, Map<object, object>> = new Map();
  readonly #own: Set<object>;

  constructor(own: object) {
    this.#own = new Set([own]);
  }

  /** The copy, and whether it was made before: a value may hold itself. */
  of(value: object, place: Int64Place): readonly [copy: object, isKnown: boolean] {
    const known = this.#byPlace.get(place) ?? new Map<object, object>();
    this.#byPlace.set(place, known);
    const before = known.get(value);
    if (before) return [before, true];
    const copy = this.#own.has(value) ? value : Array.isArray(value) ? [...value] : { ...value };
    this.#own.add(copy);
    known.set(value, copy);
    return [copy, false];
  }
}

/**
 * Changes what stands at a place.
 *
 * @param copies where what is on the way must stay as it is
 */
function visit(
  root: object,
  start: string,
  place: Int64Place,
  { types = {}, unions = {} }: Int64Types,
  change: Change,
  copies?: Copies,
): void {
  // Without recursion, because a server may nest as deep as it likes.
  const open: [holder: Record<string, unknown>, key: string, place: Int64Place][] = [
    [root as Record<string, unknown>, start, place],
  ];
  for (let one = open.pop(); one; one = open.pop()) {
    const [holder, key, here] = one;
    const value = holder[key];
    if (here === true) {
      const changed = change(value, holder, key);
      if (changed !== value) holder[key] = changed;
    } else if (typeof here === "string") {
      const [member, places] = memberOf(unions, here) ?? [];
      const type = places
        ? isObject(value) && memberOf(places, String(memberOf(value, member)))
        : memberOf(types, here);
      if (type) open.push([holder, key, type]);
    } else if (isList(here)) {
      for (const each of here) open.push([holder, key, each]);
    } else if (isObject(value) && (!copies || isCopied(value))) {
      const [inner, isKnown] = copies?.of(value, here) ?? [value, false];
      if (inner !== value) holder[key] = inner;
      for (const name of isKnown ? [] : Object.keys(inner)) {
        const next = memberOf(here, name) ?? here["*"];
        if (next !== undefined) open.push([inner as Record<string, unknown>, name, next]);
      }
    }
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** What speaks for itself by `toJSON` would not, as a copy. */
function isCopied(value: object): boolean {
  return Array.isArray(value) || (isRecord(value) && !("toJSON" in value));
}

/** A member of its own, so that `__proto__` finds nothing. */
function memberOf<T>(holder: Readonly<Record<string, T>>, name = ""): T | undefined {
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function isList(place: Int64Place): place is readonly Int64Place[] {
  return Array.isArray(place);
}
