import type { Method, Operation } from "../operation.ts";
import { pointerSteps } from "../pointer.ts";
import type { CredentialSource, SchemeContext, SecurityScheme, StoredToken } from "../security-scheme.ts";
import { tokenIn } from "./issued-token.ts";
import { readyOrIssued } from "./ready-or-issued.ts";
import { findSecret, withSecrets } from "./secret.ts";

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

/** Where a ready token may come from, and how a key is exchanged for one. */
export interface TokenExchangeSource extends CredentialSource {
  readonly exchange: TokenExchange;
}

/**
 * A bearer token that the client gets in exchange for a key: on first use, shortly before it expires, and once when the
 * vendor answers 401. Calls that wait for it share one exchange. A ready token may be given in place of the key; given
 * together with the key, it is used first, and the key renews it.
 */
export function tokenExchange(source: TokenExchangeSource): SecurityScheme {
  const { exchange } = source;
  return {
    sources: [source, exchange],
    header: "authorization",
    issuer: exchange.path,
    configure: (options) =>
      readyOrIssued(source, [exchange], options, () => {
        const key = findSecret(exchange, options);
        return (
          key && {
            origin: key.origin,
            known: key.known,
            // A token that is at hand was issued for the key that was read last.
            identity: (context) => key.known()[0] ?? key.read(context),
            issue: (context) => withSecrets([key], context, (secret) => request(exchange, secret, context)),
          }
        );
      }),
  };
}

async function request(exchange: TokenExchange, key: string, context: SchemeContext): Promise<StoredToken> {
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
  const body = pointerSteps(exchange.request).reduceRight<unknown>((inner, step) => ({ [step]: inner }), key);
  const answer = await context.send(operation, { body }, [key]);
  return tokenIn(answer, startedAt, exchange);
}
