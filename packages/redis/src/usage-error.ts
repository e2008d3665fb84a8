// The mark by which the runtime knows its errors, whichever copy made them: this package loads no code of its errors.
const KIND: unique symbol = Symbol.for("trunkline.error");

/** An error that `UsageError` of a client's package is asked for by `instanceof`. */
export function usageError(message: string): Error {
  const error = new Error(message);
  Object.defineProperty(error, KIND, { value: "usage", configurable: true });
  Object.defineProperty(error, "name", { value: "UsageError", configurable: true, writable: true });
  return error;
}
