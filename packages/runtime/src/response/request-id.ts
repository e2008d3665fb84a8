import type { Facts } from "../layer.ts";
import { firstText } from "../pointer.ts";

/** The vendor's id of a request: from the headers, else from the body. */
export function requestIdOf(
  { requestIdHeaders }: Pick<Facts, "requestIdHeaders">,
  headers: Headers,
  body: unknown,
  ...pointers: readonly (string | undefined)[]
): string | undefined {
  for (const name of requestIdHeaders) {
    const id = headers.get(name);
    if (id) return id;
  }
  return firstText(
    body,
    pointers.filter((pointer) => pointer !== undefined),
  );
}
