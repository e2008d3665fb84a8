import { detailOf } from "../errors/detail-of.ts";
import { readPointer } from "../pointer.ts";
import { makeScrubber } from "../secrets/scrubber.ts";
import type {
  AppliedCredential,
  Authenticator,
  IssuedAnswer,
  SchemeContext,
  SecretOrigin,
  StoredToken,
  TokenStore,
} from "../security-scheme.ts";
import { checkSecret, within } from "./secret.ts";

/** Gets a token from the vendor. */
export type IssueToken = (context: SchemeContext) => Promise<StoredToken>;

/** How tokens are got, and where the secret for it was found. */
export interface Issuer {
  readonly origin: SecretOrigin;
  readonly issue: IssueToken;
  /** The secrets that tokens are issued for, as far as they are known. */
  readonly known: () => readonly string[];
  /** What whoever asks for tokens is known by. */
  readonly identity: Authenticator["identity"];
}

/** A token that is at hand; fresh when the vendor has just issued it. */
interface Held extends StoredToken {
  readonly fresh: boolean;
}

/** Carries a token that is issued on first use, shortly before it expires, and once when the vendor answers 401. */
export function issuedToken(
  { origin, issue, known, identity }: Issuer,
  store: TokenStore | undefined,
): Authenticator {
  // In front of the store, so that a good token costs no wait.
  let held: StoredToken | undefined;
  let running: Promise<Held> | undefined;
  // A store may still give it while another call is on its way to have it forgotten.
  let refused: string | undefined;

  const secrets = (): string[] => [...known(), held?.token, refused].filter((one) => one !== undefined);

  const ask = async <T>(
    { timeout, warn }: SchemeContext,
    work: (store: TokenStore) => T | Promise<T>,
    secret = "",
    // Asked before and after an exchange, it leaves half of a call's time to that.
    share = 4,
  ) => {
    if (!store) return undefined;
    try {
      return await within(timeout / share, "The tokenStore", () => work(store));
    } catch (error) {
      const { thrown } = makeScrubber([secret, ...secrets()]);
      warn(`The tokenStore failed, and is done without: ${detailOf(thrown(error))}`);
      return undefined;
    }
  };

  const acquire = async (context: SchemeContext): Promise<Held> =>
    (await stored(context)) ?? (store?.exclusive ? alone(context) : exchange(context));

  const stored = async (context: SchemeContext): Promise<Held | undefined> => {
    const found = await ask(context, (one) => one.get());
    if (!isGood(found) || found.token === refused) return undefined;
    held = found;
    return { ...found, fresh: false };
  };

  /** When its turn comes; at once where the store fails, or takes too long. */
  const alone = async (context: SchemeContext): Promise<Held> => {
    let running: Promise<Held> | undefined;
    let onBegin = (): void => {};
    const begun = new Promise<void>((resolve) => {
      onBegin = resolve;
    });
    const run = (): Promise<Held> => {
      onBegin();
      running ??= stored(context).then((found) => found ?? exchange(context));
      return running;
    };
    // What the exchange fails with is no failure of the store.
    const quietly = (): Promise<unknown> => run().catch(() => {});
    // Longer than a dead one's lock lasts, and with time left for an exchange of one's own.
    await ask(context, (one) => Promise.race([begun, one.exclusive?.(quietly)]), "", 2);
    return run();
  };

  const exchange = async (context: SchemeContext): Promise<Held> => {
    const issued = await issue(context);
    held = issued;
    await ask(context, (one) => one.set(issued), issued.token);
    return { ...issued, fresh: true };
  };

  const carried = (token: string, fresh: boolean, context: SchemeContext): AppliedCredential => ({
    header: ["authorization", `Bearer ${token}`],
    secrets: [token],
    isIssued: true,
    async rejected(replay) {
      refused = token;
      // Another call may have renewed it already.
      if (held?.token === token) held = undefined;
      await ask(
        context,
        async (one) => {
          if ((await one.get())?.token === token) await one.set(undefined);
        },
        token,
      );
      // A token that was issued for this very attempt does not get better by getting another one.
      return replay && !fresh;
    },
  });

  return {
    origin,
    known: secrets,
    identity,
    apply(context) {
      if (isGood(held)) return carried(held.token, false, context);
      running ??= acquire(context).finally(() => {
        running = undefined;
      });
      return running.then(({ token, fresh }) =>
        carried(checkSecret(token, "The token of the tokenStore"), fresh, context),
      );
    },
  };
}

/**
 * The token in an answer to the request that was sent at `startedAt`.
 *
 * @throws {APIResponseError} of the token endpoint when there is none, or none that can be sent
 */
export function tokenIn(
  { data, invalid }: IssuedAnswer,
  startedAt: number,
  place: { readonly token: string; readonly expiresIn?: string | undefined },
): StoredToken {
  const token = readPointer(data, place.token);
  if (typeof token !== "string" || token === "") throw invalid(`JSON without a token at ${place.token}`);
  try {
    checkSecret(token, "The token");
  } catch {
    throw invalid(`a token at ${place.token} that no header can carry`);
  }
  const lifetime =
    Number(place.expiresIn === undefined ? undefined : readPointer(data, place.expiresIn)) * 1000;
  // Missing, zero, negative or unreadable tells nothing: the token is used until the vendor answers 401.
  return { token, expiresAt: lifetime > 0 ? startedAt + lifetime - margin(lifetime) : undefined };
}

// Counted from before the request was sent and on our own clock alone, so that neither latency nor skew makes a token live too long.
function margin(lifetime: number): number {
  return Math.min(60_000, lifetime / 10);
}

// A store that keeps JSON has null where there is nothing.
function isGood(token: StoredToken | null | undefined): token is StoredToken {
  return (
    token !== undefined && token !== null && (token.expiresAt === undefined || Date.now() < token.expiresAt)
  );
}
