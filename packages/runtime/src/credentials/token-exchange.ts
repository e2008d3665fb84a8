import type { Method, Operation } from "../definition.ts";
import { TrunklineError } from "../errors/trunkline-error.ts";
import { pointerSteps, readPointer } from "../pointer.ts";
import { bearer } from "./bearer.ts";
import type {
  AppliedCredential,
  Authenticator,
  CredentialSource,
  SchemeContext,
  SecurityScheme,
  StoredToken,
  TokenStore,
} from "./scheme.ts";
import { checkSecret, findSecret, type ReadSecret } from "./secret.ts";

/** How a key becomes a token. */
export interface TokenExchange extends CredentialSource {
  readonly method: Method;
  readonly path: string;
  /** Id of the operation that exchanges. */
  readonly operation: string;
  /** Pointer of the key in the request's body. */
  readonly request: string;
  /** Pointer of the token in the answer. */
  readonly token: string;
  /** Pointer of the token's lifetime in the answer, in seconds. */
  readonly expiresIn?: string | undefined;
}

/** Where a ready token may come from, and how one is got for a key. */
export interface TokenExchangeSource extends CredentialSource {
  readonly exchange: TokenExchange;
}

/**
 * A bearer token that is got for a key: on first use, shortly before it expires, and once when the vendor
 * answers 401. However many calls wait, there is one exchange. A ready token may be given instead.
 */
export function tokenExchange(source: TokenExchangeSource): SecurityScheme {
  const { exchange } = source;
  const ready = bearer(source);
  return {
    sources: [source, exchange],
    header: "authorization",
    configure(options) {
      // What the caller gives counts more than what the environment happens to hold.
      const byKey = options[exchange.option] !== undefined && options[source.option] === undefined;
      const given = byKey ? undefined : ready.configure(options);
      if (given) return given;
      const key = findSecret(exchange, options);
      return key && exchanging(exchange, key, options.tokenStore as TokenStore | undefined);
    },
  };
}

/** A token that is at hand; fresh when the vendor has just issued it. */
interface Held extends StoredToken {
  readonly fresh: boolean;
}

function exchanging(
  exchange: TokenExchange,
  readKey: ReadSecret,
  store: TokenStore | undefined,
): Authenticator {
  // In front of the store, so that a good token costs no wait.
  let held: StoredToken | undefined;
  let running: Promise<Held> | undefined;

  const acquire = async (context: SchemeContext): Promise<Held> => {
    const stored = await store?.get();
    if (isGood(stored)) {
      held = stored;
      return { ...stored, fresh: false };
    }
    const issued = await request(exchange, readKey, context);
    held = issued;
    await store?.set(issued);
    return { ...issued, fresh: true };
  };

  const carried = (token: string, fresh: boolean): AppliedCredential => ({
    header: ["authorization", `Bearer ${token}`],
    secrets: [token],
    async rejected(replay) {
      // Another call may have renewed it already.
      if (held?.token === token) held = undefined;
      if ((await store?.get())?.token === token) await store?.set(undefined);
      // A token that was issued for this very attempt does not get better by getting another one.
      return replay && !fresh;
    },
  });

  return {
    apply(context) {
      if (isGood(held)) return carried(held.token, false);
      running ??= acquire(context).finally(() => {
        running = undefined;
      });
      return running.then(({ token, fresh }) => carried(checkSecret(token, "The exchanged token"), fresh));
    },
  };
}

async function request(
  exchange: TokenExchange,
  readKey: ReadSecret,
  context: SchemeContext,
): Promise<StoredToken> {
  const operation: Operation = {
    id: exchange.operation,
    method: exchange.method,
    path: exchange.path,
    body: "body",
    security: [],
    // A second exchange gives a second token and changes nothing else.
    retry: "always",
    data: false,
  };
  const startedAt = Date.now();
  const key = await readKey(context);
  const body = pointerSteps(exchange.request).reduceRight<unknown>((inner, step) => ({ [step]: inner }), key);
  const answer = await context.send(operation, { body }, [key]);
  const token = readPointer(answer, exchange.token);
  if (typeof token !== "string" || token === "") {
    throw new TrunklineError(`The answer of ${exchange.operation} has no token at ${exchange.token}.`);
  }
  const lifetime =
    Number(exchange.expiresIn === undefined ? undefined : readPointer(answer, exchange.expiresIn)) * 1000;
  // Missing, zero, negative or unreadable tells nothing: the token is used until the vendor answers 401.
  return { token, expiresAt: lifetime > 0 ? startedAt + lifetime - margin(lifetime) : undefined };
}

// Counted from before the request was sent and on our own clock alone, so that neither latency nor skew makes a token live too long.
function margin(lifetime: number): number {
  return Math.min(60_000, lifetime / 10);
}

function isGood(token: StoredToken | undefined): token is StoredToken {
  return token !== undefined && (token.expiresAt === undefined || Date.now() < token.expiresAt);
}
