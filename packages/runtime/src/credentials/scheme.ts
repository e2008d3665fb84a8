/** Where a secret comes from: a client option, else an environment variable. */
export interface CredentialSource {
  readonly option: string;
  readonly env?: string | undefined;
}

/** A token, and when it stops being good (Unix milliseconds; `undefined` = not told). */
export interface StoredToken {
  readonly token: string;
  readonly expiresAt?: number | undefined;
}

/** Keeps the token that a key was exchanged for. Holds a secret: keep it where secrets may be kept. */
export interface TokenStore {
  get(): StoredToken | undefined | Promise<StoredToken | undefined>;
  /** `undefined` forgets the token. */
  set(token: StoredToken | undefined): void | Promise<void>;
}

/** What a scheme puts on a request. */
export interface AppliedCredential {
  readonly header?: readonly [name: string, value: string] | undefined;
  readonly query?: readonly [name: string, value: string] | undefined;
  /** The secret as such, so that it can be kept out of errors. */
  readonly secret: string;
  /** Called when the vendor answers 401: true = a new credential is there, the request may be replayed once. */
  readonly renew?: (() => Promise<boolean>) | undefined;
}

/** Sends an operation through the client that a credential is for, without credentials. */
export interface SchemeContext {
  /** Name of the client class, for errors. */
  readonly client: string;
  /** Longest time that a provider function may take, in milliseconds. */
  readonly timeout: number;
  send(operation: SchemeOperation, body: unknown): Promise<unknown>;
}

/** The request that exchanges a key for a token. */
export interface SchemeOperation {
  readonly id: string;
  readonly method: "POST" | "PUT" | "GET";
  readonly path: string;
  /** What must not be printed by errors of this request. */
  readonly secret: string;
}

/** A configured credential of one client. */
export interface Authenticator {
  apply(context: SchemeContext): AppliedCredential | Promise<AppliedCredential>;
}

/** A way to authenticate: a plug-in made by `apiKeyHeader` and its siblings. */
export interface SecurityScheme {
  /** Every option that can configure the scheme. */
  readonly sources: readonly CredentialSource[];
  /** Header field that carries the secret; redacted wherever it is shown. */
  readonly header?: string | undefined;
  /** Query field that carries the secret. */
  readonly query?: string | undefined;
  /**
   * Makes the authenticator of one client, or undefined when nothing configures the scheme.
   *
   * @throws {UsageError} when a given secret cannot be sent
   */
  configure(options: Readonly<Record<string, unknown>>): Authenticator | undefined;
}
