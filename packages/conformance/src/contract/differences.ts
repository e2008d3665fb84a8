import { inspect, isDeepStrictEqual } from "node:util";

const LIMIT = 5;

/** Where two values differ, in words with the path of each difference; empty when they are deeply equal. */
export function differences(actual: unknown, expected: unknown, path: string): readonly string[] {
  if (isDeepStrictEqual(actual, expected)) return [];
  const found = [...compare(actual, expected, path)];
  // Equal member by member, and yet not equal: the values are of different classes.
  if (found.length === 0) return [`${path} is ${show(actual)}, not a plain ${show(expected)}`];
  return found.length > LIMIT
    ? [...found.slice(0, LIMIT), `${found.length - LIMIT} more differences`]
    : found;
}

function* compare(actual: unknown, expected: unknown, path: string): Generator<string> {
  if (isDeepStrictEqual(actual, expected)) return;
  if (!isContainer(actual) || !isContainer(expected) || Array.isArray(actual) !== Array.isArray(expected)) {
    yield `${path} is ${show(actual)}, expected ${show(expected)}`;
    return;
  }
  for (const key of Object.keys(expected)) {
    const place = `${path}.${key}`;
    if (Object.hasOwn(actual, key)) yield* compare(actual[key], expected[key], place);
    else yield `${place} is missing, expected ${show(expected[key])}`;
  }
  for (const key of Object.keys(actual))
    if (!Object.hasOwn(expected, key)) yield `${path}.${key} is ${show(actual[key])}, expected nothing`;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

export function show(value: unknown): string {
  const text = inspect(value, { depth: 2, breakLength: Number.POSITIVE_INFINITY, maxStringLength: 80 });
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
