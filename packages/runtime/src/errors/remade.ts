import { kindOf } from "./brand.ts";
import { TrunklineError } from "./trunkline-error.ts";

/** What only those know who wait. */
interface More {
  /** Another sentence of the message. */
  readonly sentence?: string | undefined;
  readonly resume?: TrunklineError["resume"];
}

/**
 * An error of ours, made once more where somebody waits for it: each who waits for the same work gets one of their own,
 * whose stack names them, and who knows more of it says so. What others threw stays what it is.
 */
export function remade(error: unknown, { sentence, resume }: More = {}): unknown {
  if (!kindOf(error)) return error;
  const { stack: _, message: __, ...fields } = Object.getOwnPropertyDescriptors(error as TrunklineError);
  if (resume) fields.resume = { value: resume, enumerable: true, writable: true, configurable: true };
  const { message } = error as Error;
  const copy = new TrunklineError(sentence ? `${message} ${sentence}` : message);
  Object.setPrototypeOf(copy, Object.getPrototypeOf(error));
  return Object.defineProperties(copy, fields as PropertyDescriptorMap);
}
