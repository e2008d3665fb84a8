import type { Method, Operation } from "../definition.ts";
import { pointerSteps } from "../pointer.ts";
import { bearer } from "./bearer.ts";
import { issuedToken, tokenIn } from "./issued-token.ts";
import type { CredentialSource, SchemeContext, SecurityScheme, StoredToken, TokenStore } from "./scheme.ts";
import { findSecret, type ReadSecret } from "./secret.ts";

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
      return (
        key &&
        issuedToken(
          (context) => request(exchange, key, context),
          options.tokenStore as TokenStore | undefined,
        )
      );
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
  return tokenIn(answer, exchange.operation, startedAt, exchange);
}
