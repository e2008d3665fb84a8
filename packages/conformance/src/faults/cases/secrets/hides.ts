import { promise } from "../../promise.ts";
import { CANARY } from "../../target/credentials.ts";

/** Fails the case when a secret can be seen. */
export function hides(text: string, where: string): void {
  const at = text.indexOf(CANARY);
  const around = text.slice(Math.max(0, at - 40), at).replaceAll("\n", " ");
  promise(at === -1, `${where} shows a secret, after “${around}”`);
}
