import type { Operation } from "./operation.ts";

/**
 * Where a secret comes from: a client option, else an environment variable. If the option is `null`, there is no
 * secret, and the environment is not read.
 */
export interface CredentialSource {
  readonly option: string;
  readonly env?: string | undefined;
}

/** A token, and when it expires, in milliseconds since 1970 (`undefined` if the vendor does not say). */
export interface StoredToken {
  readonly token: string;
  readonly expiresAt?: number | undefined;
}

/**
 * Keeps the token that the client got in exchange for a key. The token is a secret: store it like one, and use a
 * separate store for each credential. If the store fails, or does not answer within a quarter of `timeout`, the call
 * goes on without it, and a warning is logged.
 */
export interface TokenStore {
  get(): StoredToken | null | undefined | Promise<StoredToken | null | undefined>;
  /** `undefined` forgets the token. */
  set(token: StoredToken | undefined): unknown;
  /**
   * Runs an exchange while nobody else who shares the store runs one, so that a fleet exchanges a key once. `run` looks
   * into the store before it exchanges. If the store cannot find out whether another exchange runs, it should call
   * `run` at once.
   */
  exclusive?(run: () => Promise<unknown>): Promise<unknown>;
}

/** What a scheme puts on one attempt. */
export interface AppliedCredential {
  readonly header?: readonly [name: string, value: string] | undefined;
  /** The address with the secret in its query. */
  readonly address?: ((url: string) => string) | undefined;
  /** Makes an answer that does not show the secret; `url` is the address without it. */
  readonly answered?: ((response: Response, url: string) => Response) | undefined;
  /** The secrets themselves, so that errors can leave them out. */
  readonly secrets: readonly string[];
  /**
   * Called when the vendor answers 401.
   *
   * @param replay false = the request cannot be sent again, only forget the credential
   * @returns true when there is a new credential, with which the request may be replayed once
   */
  readonly rejected?: ((replay: boolean) => Promise<boolean>) | undefined;
  /**
   * True if the vendor issued the credential. After it issued another one, the request is sent again, even if the text
   * is the same.
   *
   * @default false
   */
  readonly isIssued?: boolean | undefined;
}

/** What a token endpoint answered. */
export interface IssuedAnswer {
  readonly data: unknown;
  /** Makes the error of an answer without a token; `what` says what came instead. */
  readonly invalid: (what: string) => Error;
}

/** What a scheme may use of the client whose call it authenticates. */
export interface SchemeContext {
  /** Longest time that a provider function or a store may take, in milliseconds. */
  readonly timeout: number;
  /**
   * What provider functions gave for this attempt. Each is asked once, so that `identity` and `apply` see the same
   * secret.
   */
  readonly asked?: Map<unknown, Promise<string>> | undefined;
  /** Logs a warning. */
  warn(message: string): void;
  /** Makes a call of the client, with its timeouts and retries; errors do not show the secrets. */
  send(operation: Operation, params: object, secrets: readonly string[]): Promise<IssuedAnswer>;
}

/** Where a secret was found: in the environment, if any part of it comes from there. */
export type SecretOrigin = "code" | "environment";

/** A configured credential of one client. */
export interface Authenticator {
  readonly origin: SecretOrigin;
  /** The secrets that are known so far. None of them is shown, even if a request does not carry it. */
  readonly known?: (() => readonly string[]) | undefined;
  /**
   * What identifies the caller, or a promise of it: the secret; for an issued token, the secret that it is issued for.
   */
  identity(context: SchemeContext): unknown;
  apply(context: SchemeContext): AppliedCredential | Promise<AppliedCredential>;
}

/** A way to authenticate: a plug-in made by `apiKeyHeader` and its siblings. */
export interface SecurityScheme {
  /** Every option that can configure the scheme. */
  readonly sources: readonly CredentialSource[];
  /** Header field that carries the secret, in lower case; redacted wherever it is shown. */
  readonly header?: string | undefined;
  /** Name of the cookie that carries the secret; other cookies may stand beside it. */
  readonly cookie?: string | undefined;
  /** Query field that carries the secret. */
  readonly query?: string | undefined;
  /** Path of the operation that issues the secret: no body of its answers is shown. */
  readonly issuer?: string | undefined;
  /** True if the connection itself carries the credential, so that requests do not. @default false */
  readonly ofConnection?: boolean | undefined;
  /**
   * Makes the authenticator of one client, or undefined when nothing configures the scheme.
   *
   * @throws {UsageError} when a given secret cannot be sent
   */
  configure(options: Readonly<Record<string, unknown>>): Authenticator | undefined;
}
