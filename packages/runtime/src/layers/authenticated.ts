import { until } from "../clock/clock.ts";
import { type CallRequest, isRepeatable, type Layer, type Reply } from "../layer.ts";
import { endingError } from "../layer-errors.ts";
import type { AppliedCredential, Authenticator, SchemeContext } from "../security-scheme.ts";
import { isSameValue } from "../values/same-value.ts";
import { unlessEnded } from "./unless-ended.ts";

/** By scheme; undefined where nothing configures it. */
type Authenticators = Readonly<Record<string, Authenticator | undefined>>;

/**
 * Puts the client's credentials on a request. Where the vendor refuses them (401), they are renewed if they can be, and
 * the request is sent once more: of a request whose credential was refused nothing was done.
 */
export function authenticated(authenticators: Authenticators, tools: SchemeContext, next: Layer): Layer {
  return async (request) => {
    const { facts, limits, signal, deadline } = request;
    // What others may wait for too has a time of its own; what ends here is this call's wait.
    const wait = <T>(work: Promise<T>): Promise<T> => {
      const left = until(deadline);
      const { timeout } = limits;
      return left < timeout
        ? unlessEnded(work, request, left, "totalTimeout")
        : unlessEnded(work, request, timeout, "timeout");
    };
    let refused: Reply | undefined;
    for (;;) {
      if (signal?.aborted) {
        // A turn later somebody waits for the call, whom the stack can name.
        await undefined;
        throw endingError(request, "signal");
      }
      const acquired = acquire(authenticators, request, (!refused && request.tools) || tools);
      const credentials = "then" in acquired ? await wait(acquired) : acquired;
      if (signal?.aborted) throw endingError(request, "signal");
      // What a function gave, and was refused, is not sent again.
      if (refused && isSame(facts.credentials, credentials)) return refused;
      facts.credentials = credentials;
      const reply = await next(request);
      if (reply.response.status !== 401) return reply;
      const mayReplay = !facts.isReplayed && !facts.isProcessed && isRepeatable(request);
      if (!(await wait(renew(credentials, mayReplay)))) return reply;
      facts.isReplayed = true;
      refused = reply;
    }
  };
}

/** The credentials of one request; a promise only where one has to be waited for. */
function acquire(
  authenticators: Authenticators,
  { schemes }: CallRequest,
  context: SchemeContext,
): readonly AppliedCredential[] | Promise<readonly AppliedCredential[]> {
  const applied: (AppliedCredential | Promise<AppliedCredential>)[] = [];
  for (const name of schemes) {
    const credential = authenticators[name]?.apply(context);
    if (credential) applied.push(credential);
  }
  return applied.every(isReady) ? applied : Promise.all(applied);
}

function isReady(applied: AppliedCredential | Promise<AppliedCredential>): applied is AppliedCredential {
  return !("then" in applied);
}

function isSame(before: readonly AppliedCredential[], after: readonly AppliedCredential[]): boolean {
  return after.every(
    ({ secrets, isIssued }, index) => !isIssued && isSameValue(before[index]?.secrets, secrets),
  );
}

/** Tells credentials that they were refused. @returns whether one of them has a successor */
async function renew(credentials: readonly AppliedCredential[], mayReplay: boolean): Promise<boolean> {
  let isRenewed = false;
  for (const { rejected } of credentials) {
    if (await rejected?.(mayReplay)) isRenewed = true;
  }
  return isRenewed;
}
