import type { AppliedCredential, Authenticator } from "./scheme.ts";
import type { ReadSecret } from "./secret.ts";

/** An authenticator that puts a secret somewhere. A secret that is at hand costs no wait, and is put once. */
export function carry(
  read: ReadSecret | undefined,
  put: (secret: string) => AppliedCredential,
): Authenticator | undefined {
  let last: string | undefined;
  let applied: AppliedCredential | undefined;
  return (
    read && {
      apply(context) {
        const secret = read(context);
        if (typeof secret !== "string") return secret.then(put);
        if (secret !== last || !applied) applied = put(secret);
        last = secret;
        return applied;
      },
    }
  );
}
