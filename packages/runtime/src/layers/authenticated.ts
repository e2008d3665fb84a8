import { until } from "../clock/clock.ts";
import { type CallRequest, isRepeatable, type Layer } from "../layer.ts";
import { endingError } from "../layer-errors.ts";
import type { AppliedCredential, Authenticator, SchemeContext } from "../security-scheme.ts";
import { unlessEnded } from "./unless-ended.ts";

/** By scheme; undefined where nothing configures it. */
type Authenticators = Readonly<Record<string, Authenticator | undefined>>;

/** What getting a credential may take, of the client whose call it is for. */
export type AccessTools = Pick<SchemeContext, "warn" | "send">;

/**
 * Puts the client's credentials on a request. Where the vendor refuses them (401), they are renewed if they can be, and
 * the request is sent once more: of a request whose credential was refused nothing was done.
 */
export function authenticated(authenticators: Authenticators, tools: AccessTools, next: Layer): Layer {
  return async (request) => {
    const { facts, limits, signal, deadline } = request;
    const wait = <T>(work: Promise<T>): Promise<T> =>
      unlessEnded(work, request, until(deadline), "totalTimeout");
    for (;;) {
      if (signal?.aborted) {
        // A turn later somebody waits for the call, whom the stack can name.
        await undefined;
        throw endingError(request, "signal");
      }
      const acquired = acquire(authenticators, request, { timeout: limits.timeout, ...tools });
      const credentials = "then" in acquired ? await wait(acquired) : acquired;
      if (signal?.aborted) throw endingError(request, "signal");
      facts.credentials = credentials;
      const reply = await next(request);
      if (reply.response.status !== 401) return reply;
      const mayReplay = !facts.isReplayed && !facts.isProcessed && isRepeatable(request);
      if (!(await wait(renew(credentials, mayReplay)))) return reply;
      facts.isReplayed = true;
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

/** Tells credentials that they were refused. @returns whether one of them has a successor */
async function renew(credentials: readonly AppliedCredential[], mayReplay: boolean): Promise<boolean> {
  let isRenewed = false;
  for (const { rejected } of credentials) {
    if (await rejected?.(mayReplay)) isRenewed = true;
  }
  return isRenewed;
}
