import { formUrlEncoded } from "../bodies/form-url-encoded.ts";
import type { Operation } from "../operation.ts";
import type { CredentialSource, SchemeContext, SecurityScheme, StoredToken } from "../security-scheme.ts";
import { tokenIn } from "./issued-token.ts";
import { readyOrIssued } from "./ready-or-issued.ts";
import { checkText, findSecret, originOf, withSecrets } from "./secret.ts";

/** Where tokens are issued, and for whom; its own option takes a ready access token. */
export interface ClientCredentialsSource extends CredentialSource {
  readonly clientId: CredentialSource;
  readonly clientSecret: CredentialSource;
  /** Path of the token endpoint. */
  readonly path: string;
  /** Base URL of the token endpoint, if it is not the client's. */
  readonly server?: string | undefined;
}

/**
 * A bearer token by the client credentials grant of OAuth 2.0 (RFC 6749, 4.4): client id and secret go to the token
 * endpoint as a form, on first use, shortly before the token expires, and once when the vendor answers 401. A ready
 * token may be given in place of them; given together with them, it is used first, and they renew it.
 */
export function clientCredentials(source: ClientCredentialsSource): SecurityScheme {
  const { clientId, clientSecret } = source;
  return {
    sources: [source, clientId, clientSecret],
    header: "authorization",
    issuer: source.path,
    configure: (options) =>
      readyOrIssued(source, [clientId, clientSecret], options, () => {
        const id = findSecret(clientId, options, checkText);
        const secret = findSecret(clientSecret, options, checkText);
        return (
          id &&
          secret && {
            origin: originOf(id, secret),
            known: secret.known,
            identity: (context) =>
              Promise.all([id.known()[0] ?? id.read(context), secret.known()[0] ?? secret.read(context)]),
            issue: (context) =>
              withSecrets([id, secret], context, (...pair) => request(source, pair, context)),
          }
        );
      }),
  };
}

async function request(
  { path, server }: ClientCredentialsSource,
  [id = "", secret = ""]: readonly string[],
  context: SchemeContext,
): Promise<StoredToken> {
  const operation: Operation = {
    id: "oauth2.token",
    method: "POST",
    path,
    server,
    body: formUrlEncoded(),
    security: [],
    // A second token changes nothing else.
    retry: "always",
    data: false,
  };
  const form = { grant_type: "client_credentials", client_id: id, client_secret: secret };
  const startedAt = Date.now();
  const answer = await context.send(operation, form, [secret]);
  return tokenIn(answer, startedAt, { token: "/access_token", expiresIn: "/expires_in" });
}
