import type { AnswerFacts } from "../operation.ts";
import { readPointer } from "../pointer.ts";

/** How the values of a JSON stream show that it failed or ended. */
export interface ValueOptions {
  /**
   * Pointer to a member that only a value has that reports a failure of the stream. `false`: no value reports one.
   *
   * @default "/error" for events, else false
   */
  readonly error?: string | false | undefined;
  /** Texts that end the stream when they stand in place of a value. @default ["[DONE]"] */
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
