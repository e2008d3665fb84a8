import type { AppliedCredential, Authenticator, CredentialSource, TokenStore } from "../security-scheme.ts";
import { bearer } from "./bearer.ts";
import { type Issuer, issuedToken } from "./issued-token.ts";
import { isGiven } from "./secret.ts";

type Options = Readonly<Record<string, unknown>>;

/**
 * A token that is ready, one that is issued, or both: then the ready one is used until the vendor answers 401 to it, and
 * what issues tokens takes over.
 *
 * What the caller says of one way, `null` included, closes the environment's part of the other: a token of one user's is
 * not renewed with the key that the process happens to have, and neither stands in for the other.
 *
 * @param findIssuer looks for what `issuing` names; not asked where that is closed
 */
export function readyOrIssued(
  ready: CredentialSource,
  issuing: readonly CredentialSource[],
  options: Options,
  findIssuer: () => Issuer | undefined,
): Authenticator | undefined {
  const saysReady = isGiven(options, ready);
  const saysIssuing = isGiven(options, ...issuing);
  const token = saysIssuing && !saysReady ? undefined : bearer(ready).configure(options);
  const issuer = saysReady && !saysIssuing ? undefined : findIssuer();
  const issued = issuer && issuedToken(issuer, options.tokenStore as TokenStore | undefined);
  return token && issued ? renewed(token, issued) : (token ?? issued);
}

/** The ready token until it is refused; a provider that gives another one by then is used again. */
function renewed(ready: Authenticator, issued: Authenticator): Authenticator {
  let refused: string | undefined;
  const watched = (applied: AppliedCredential): AppliedCredential => ({
    ...applied,
    async rejected(replay) {
      refused = tokenOf(applied);
      return replay;
    },
  });
  return {
    origin: ready.origin,
    known: () => [ready, issued].flatMap(({ known }) => known?.() ?? []),
    identity: (context) => Promise.all([ready.identity(context), refused && issued.identity(context)]),
    apply(context) {
      const choose = (applied: AppliedCredential): AppliedCredential | Promise<AppliedCredential> =>
        tokenOf(applied) === refused ? issued.apply(context) : watched(applied);
      const applied = ready.apply(context);
      return "then" in applied ? applied.then(choose) : choose(applied);
    },
  };
}

function tokenOf({ secrets }: AppliedCredential): string | undefined {
  return secrets[0];
}
