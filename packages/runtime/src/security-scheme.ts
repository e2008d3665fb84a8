import type { Operation } from "./operation.ts";

/** Where a secret comes from: a client option, else an environment variable. An option that is `null` says that there is none. */
export interface CredentialSource {
  readonly option: string;
  readonly env?: string | undefined;
}

/** A token, and when it stops being good (Unix milliseconds; `undefined` = not told). */
export interface StoredToken {
  readonly token: string;
  readonly expiresAt?: number | undefined;
}

/**
 * Keeps the token that a key was exchanged for. It is handed a secret: keep it where secrets may be kept, and
 * give every credential a store of its own. A store that fails, or answers nothing within a quarter of `timeout`, fails no call:
 * it is done without, and a warning is logged.
 */
export interface TokenStore {
  get(): StoredToken | null | undefined | Promise<StoredToken | null | undefined>;
  /** `undefined` forgets the token. */
  set(token: StoredToken | undefined): unknown;
  /**
   * Runs an exchange when no other one runs of those who share the store, so that there is one for a fleet. What it runs
   * looks into the store first. A store that cannot tell runs it at once.
   */
  exclusive?(run: () => Promise<unknown>): Promise<unknown>;
}

/** What a scheme puts on one attempt. */
export interface AppliedCredential {
  readonly header?: readonly [name: string, value: string] | undefined;
  /** The address with the secret in its query. */
  readonly address?: ((url: string) => string) | undefined;
  /** The answer without what it tells of the secret; `url` is the address without it. */
  readonly answered?: ((response: Response, url: string) => Response) | undefined;
  /** The secrets as such, so that they can be kept out of errors. */
  readonly secrets: readonly string[];
  /**
   * Called when the vendor answers 401.
   *
   * @param replay false = the request cannot be sent again, only forget the credential
   * @returns true when there is a new credential, with which the request may be replayed once
   */
  readonly rejected?: ((replay: boolean) => Promise<boolean>) | undefined;
  /** The vendor issued it: one that it issues anew is worth another request, even if it reads the same. @default false */
  readonly isIssued?: boolean | undefined;
}

/** What a token endpoint answered. */
export interface IssuedAnswer {
  readonly data: unknown;
  /** The error of an answer without a token; `what` is what it is instead. */
  readonly invalid: (what: string) => Error;
}

/** What a scheme may use of the client whose call it authenticates. */
export interface SchemeContext {
  /** Longest time that a provider function or a store may take, in milliseconds. */
  readonly timeout: number;
  /** What provider functions gave for this attempt: the credential that it is known by is the one that is sent. */
  readonly asked?: Map<unknown, Promise<string>> | undefined;
  /** Logs a warning. */
  warn(message: string): void;
  /** Makes a call of the client's, with every safety; errors do not show the secrets. */
  send(operation: Operation, params: object, secrets: readonly string[]): Promise<IssuedAnswer>;
}

/** Where a secret was found; the environment, as soon as a part of it comes from there. */
export type SecretOrigin = "code" | "environment";

/** A configured credential of one client. */
export interface Authenticator {
  readonly origin: SecretOrigin;
  /** The secrets that it knows by now. None is shown, whether a request carries it or not. */
  readonly known?: (() => readonly string[]) | undefined;
  /** What whoever calls is known by, or a promise of it: the secret, of issued tokens that which they are issued for. */
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
  /** The caller's connection brings it, so that a request carries nothing. @default false */
  readonly ofConnection?: boolean | undefined;
  /**
   * Makes the authenticator of one client, or undefined when nothing configures the scheme.
   *
   * @throws {UsageError} when a given secret cannot be sent
   */
  configure(options: Readonly<Record<string, unknown>>): Authenticator | undefined;
}
