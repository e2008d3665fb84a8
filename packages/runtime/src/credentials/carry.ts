import type { AppliedCredential, Authenticator } from "./scheme.ts";
import type { ReadSecret } from "./secret.ts";

/** An authenticator that puts a secret somewhere. A secret that is at hand costs no wait. */
export function carry(
  read: ReadSecret | undefined,
  put: (secret: string) => AppliedCredential,
): Authenticator | undefined {
  return (
    read && {
      apply(context) {
        const secret = read(context);
        return typeof secret === "string" ? put(secret) : secret.then(put);
      },
    }
  );
}
