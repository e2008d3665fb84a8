export type SecurityModel = readonly (readonly string[])[];

export interface CredentialModel {
  /** Name of the client option. */
  readonly option: string;
  readonly env: string | undefined;
  readonly description: string | undefined;
  /** Used when this option is not given, as an access token is by the key that buys one. */
  readonly instead: string | undefined;
}

export type SchemeModel =
  | {
      readonly kind: "apiKey";
      readonly id: string;
      readonly in: "header" | "query" | "cookie";
      readonly parameter: string;
      readonly source: CredentialSource;
    }
  | {
      readonly kind: "bearer";
      readonly id: string;
      readonly source: CredentialSource;
      /** How callers come by the token, where the document says so. */
      readonly issued?: {
        readonly by: "OAuth 2.0" | "OpenID Connect";
        readonly described: string | undefined;
      };
    }
  | {
      readonly kind: "basic";
      readonly id: string;
      readonly username: CredentialSource;
      readonly password: CredentialSource;
    }
  | {
      readonly kind: "tokenExchange";
      readonly id: string;
      readonly source: CredentialSource;
      readonly exchange: ExchangeModel;
    }
  | {
      readonly kind: "clientCredentials";
      readonly id: string;
      readonly source: CredentialSource;
      readonly clientId: CredentialSource;
      readonly clientSecret: CredentialSource;
      readonly path: string;
      /** Base URL of the token endpoint, where it is not the client's. */
      readonly server: string | undefined;
    }
  /** A certificate of the connection's: nothing that an option could hold. */
  | { readonly kind: "mutualTLS"; readonly id: string };

export interface CredentialSource {
  readonly option: string;
  readonly env: string | undefined;
}

export interface ExchangeModel {
  readonly source: CredentialSource;
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  readonly request: string;
  readonly token: string;
  readonly expiresIn: string | undefined;
}
