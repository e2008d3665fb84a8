import { UsageError } from "../errors/usage-error.ts";
import { exactAt, setExact } from "../exact-json.ts";
import type { Int64Fields } from "../operation.ts";
import { changeGiven, type Place, type PlaceTypes, visit } from "./places.ts";

/** Where a value holds integers of 64 bits. */
export type Int64Place = Place;

/** The places of one operation. */
export interface Int64Places {
  /** By where the values travel: `path`, `query`, `header`, `cookie` and `body`. */
  readonly request?: Int64Place | undefined;
  readonly answer?: Int64Place | undefined;
  /** Of the bodies of its errors. */
  readonly error?: Int64Place | undefined;
}

/** The types that the places of operations name. */
export type Int64Types = PlaceTypes;

/** What operations get of their places. */
export type Int64Reader = (places: Int64Places) => Int64Fields;

/**
 * 64-bit integers. A number holds them exactly only up to 2^53, so requests refuse a number beyond that: its digits are
 * lost already.
 *
 * @param as what they are in answers; with "string", requests take texts of digits too
 */
export function int64(as: "bigint" | "string", named: Int64Types = {}): Int64Reader {
  const read = (value: unknown, holder: object, key: string): unknown => {
    if (typeof value !== "number" && typeof value !== "bigint") return value;
    const integer = exactAt(holder, key) ?? (Number.isInteger(value) ? BigInt(value) : value);
    if (as === "bigint" || typeof integer === "number") return integer;
    // The walk over pages still reads numbers.
    setExact(holder, key, integer);
    return String(integer);
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
    request: request === undefined ? undefined : (places) => changeGiven(places, request, named, send),
    answer: reading(answer),
    error: reading(error),
  });
}
