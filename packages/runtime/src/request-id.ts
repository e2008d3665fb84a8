import type { Facts } from "./layer.ts";
import { firstText } from "./pointer.ts";

const USUAL = ["x-request-id", "request-id"];

/** The vendor's id of a request: from the headers, else from the body. */
export function requestIdOf(
  { vendor: { errors } }: Pick<Facts, "vendor">,
  headers: Headers,
  body: unknown,
  ...pointers: readonly (string | undefined)[]
): string | undefined {
  for (const name of errors?.requestIdHeaders ?? USUAL) {
    const id = headers.get(name);
    if (id) return id;
  }
  return firstText(
    body,
    pointers.filter((pointer) => pointer !== undefined),
  );
}
