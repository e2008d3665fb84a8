import { changeGiven, type Place, type PlaceTypes } from "./places.ts";
import { tagOf } from "./plain.ts";

/** What an operation does with the dates of its request. */
export type DateWriter = (request: Place) => (given: object) => void;

/**
 * Dates without a time (`format: date`): a `Date` is written as its day in UTC, `2026-01-31`. Everything else is written
 * as it is elsewhere.
 *
 * @param named the types that places name
 */
export function dateFields(named: PlaceTypes = {}): DateWriter {
  return (request) => (given) => changeGiven(given, request, named, dayOf);
}

function dayOf(value: unknown): unknown {
  const isDate = typeof value === "object" && value !== null && tagOf(value) === "Date";
  // An invalid one is refused where it is written, which knows its place.
  return isDate && !Number.isNaN(Number(value)) ? (value as Date).toISOString().split("T")[0] : value;
}
