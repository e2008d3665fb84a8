// The mark by which the runtime knows its errors, whichever copy made them: this package loads no code of it.
const KIND: unique symbol = Symbol.for("trunkline.error");

/** An error that `UsageError` of a client's package is asked for by `instanceof`. */
export function usageError(message: string, cause?: unknown): Error {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  Object.defineProperty(error, KIND, { value: "usage", configurable: true });
  Object.defineProperty(error, "name", { value: "UsageError", configurable: true, writable: true });
  return error;
}
