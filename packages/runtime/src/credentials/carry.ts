import type { AppliedCredential, Authenticator } from "./scheme.ts";
import type { FoundSecret } from "./secret.ts";

/** An authenticator that puts a secret somewhere. A secret that is at hand costs no wait. */
export function carry(
  found: FoundSecret | undefined,
  put: (secret: string) => AppliedCredential,
): Authenticator | undefined {
  return (
    found && {
      origin: found.origin,
      apply(context) {
        const secret = found.read(context);
        return typeof secret === "string" ? put(secret) : secret.then(put);
      },
    }
  );
}
