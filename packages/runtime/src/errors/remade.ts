import { kindOf } from "./brand.ts";
import { TrunklineError } from "./trunkline-error.ts";

/**
 * An error of ours, made once more where somebody waits: each who waits for the same work gets one of their own, whose
 * stack names them. What others threw stays what it is.
 */
export function remade(error: unknown): unknown {
  if (!kindOf(error)) return error;
  const { stack: _, ...fields } = Object.getOwnPropertyDescriptors(error as Error);
  const copy = new TrunklineError((error as Error).message);
  Object.setPrototypeOf(copy, Object.getPrototypeOf(error));
  return Object.defineProperties(copy, fields);
}
