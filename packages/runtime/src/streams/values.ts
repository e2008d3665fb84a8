import type { AnswerFacts } from "../operation.ts";
import { readPointer } from "../pointer.ts";

/** What the values of a stream of JSON say of the stream. */
export interface ValueOptions {
  /** Pointer of what only a value holds that says that the stream failed; false: no value says so. @default "/error" of events, else false */
  readonly error?: string | false | undefined;
  /** Texts in the place of a value at which the stream ends. @default ["[DONE]"] */
  readonly end?: readonly string[] | undefined;
}

/**
 * A value of a stream, `undefined` at its end.
 *
 * @throws {APIError} for a value that says that the stream failed
 * @throws {APIResponseError} for what is not JSON
 */
export function readValue(
  text: string,
  what: string,
  { invalid, failed, parse }: AnswerFacts,
  { error = false, end = ["[DONE]"] }: ValueOptions,
): unknown {
  if (end.includes(text.trim())) return undefined;
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    throw invalid(() => `a stream in which ${what} is not JSON`, text);
  }
  if (error !== false && readPointer(value, error)) throw failed(text);
  return value;
}
