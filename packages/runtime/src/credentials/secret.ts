import { startTimer } from "../clock/timers.ts";
import type { APIError } from "../errors/api-error.ts";
import { UsageError } from "../errors/usage-error.ts";
import type {
  AppliedCredential,
  Authenticator,
  CredentialSource,
  SchemeContext,
  SecretOrigin,
} from "../security-scheme.ts";
import { environment } from "../values/environment.ts";
import { isSameValue } from "../values/same-value.ts";

/** Servers refuse header sections beyond 8 to 16 kB; an honest error is better than their 431. */
const MAX_LENGTH = 16_384;

/** Gives the secret for one attempt; a closure, which nothing can print. */
export type ReadSecret = (context: SchemeContext) => string | Promise<string>;

/** A secret that was found. */
export interface FoundSecret {
  readonly origin: SecretOrigin;
  readonly read: ReadSecret;
  /** What it is, once that is known: a function has to be asked first. */
  readonly known: () => readonly string[];
  /** It may be another one the next time. */
  readonly mayChange?: boolean | undefined;
}

/** Whether one of these options says anything; `null` says that there is no such secret. */
export function isGiven(
  options: Readonly<Record<string, unknown>>,
  ...sources: readonly CredentialSource[]
): boolean {
  return sources.some(({ option }) => options[option] !== undefined);
}

/**
 * Finds a secret in the client's options, else in the environment; undefined when it is in neither, or declined by
 * `null`.
 *
 * @throws {UsageError} when a secret that is given in code cannot be sent; one of the environment is looked at when a
 * request needs it
 */
export function findSecret(
  source: CredentialSource,
  options: Readonly<Record<string, unknown>>,
  check: (text: string, name: string) => string = checkSecret,
): FoundSecret | undefined {
  const { option } = source;
  const given = options[option];
  if (given === null) return undefined;
  if (typeof given === "function") {
    const what = `The function given as ${option}`;
    let last: readonly string[] = [];
    return {
      origin: "code",
      read({ timeout, asked }) {
        const ask = async (): Promise<string> => {
          const secret = check(await within(timeout, what, given as () => string), option);
          last = [secret];
          return secret;
        };
        if (!asked) return ask();
        const answer = asked.get(given) ?? ask();
        asked.set(given, answer);
        return answer;
      },
      known: () => last,
      mayChange: true,
    };
  }
  if (given !== undefined) {
    const secret = check(given as string, option);
    return { origin: "code", read: () => secret, known: () => [secret] };
  }
  const found = source.env === undefined ? undefined : environment(source.env)?.trim();
  if (!found) return undefined;
  // Looked at when it is needed: a client that is given another credential in code works whatever the machine holds.
  return {
    origin: "environment",
    read: () => check(found, `environment variable ${source.env}`),
    known: () => [found],
  };
}

/**
 * What is made of secrets that a function may give: where the vendor refuses them, the function is asked once more, and
 * what it gives then is tried, unless it is the same.
 */
export async function withSecrets<T>(
  found: readonly FoundSecret[],
  context: SchemeContext,
  use: (...secrets: string[]) => Promise<T>,
): Promise<T> {
  const read = (): Promise<string[]> => Promise.all(found.map((one) => one.read(context)));
  const secrets = await read();
  try {
    return await use(...secrets);
  } catch (error) {
    // OAuth's token endpoints may say it with another status (RFC 6749, 5.2).
    const { status, code } = error as Partial<APIError>;
    const isRefused = status === 401 || code === "invalid_client";
    context.asked?.clear();
    const others = isRefused && found.some((one) => one.mayChange) ? await read() : secrets;
    if (isSameValue(secrets, others)) throw error;
    return await use(...others);
  }
}

/** The origin of what is made of several secrets. */
export function originOf(...secrets: readonly FoundSecret[]): SecretOrigin {
  return secrets.every(({ origin }) => origin === "code") ? "code" : "environment";
}

/**
 * A secret without the white space around it.
 *
 * @throws {UsageError} without the secret: `Headers` would print it in an error of its own
 */
export function checkSecret(secret: string, name: string): string {
  const trimmed = checkText(secret, name);
  if (!/^[\x21-\x7e]+$/.test(trimmed)) {
    throw new UsageError(
      `${name} holds a character that no key has (white space, a control character, or one outside ASCII). Was it copied with something around it?`,
    );
  }
  return trimmed;
}

/** The weaker check, for what is not sent as it is. */
export function checkText(secret: string, name: string): string {
  if (typeof secret !== "string") {
    throw new UsageError(`${name} must be a string or a function that returns one.`);
  }
  const trimmed = secret.trim();
  if (trimmed === "") throw new UsageError(`${name} is empty.`);
  if (trimmed.length > MAX_LENGTH) {
    throw new UsageError(
      `${name} has ${trimmed.length} characters; no server takes more than ${MAX_LENGTH}.`,
    );
  }
  return trimmed;
}

/**
 * What the caller's own code gives.
 *
 * @throws {UsageError} when it takes longer than so many milliseconds
 */
export async function within<T>(limit: number, what: string, work: () => T | Promise<T>): Promise<T> {
  let timer: ReturnType<typeof startTimer> | undefined;
  const late = new Promise<never>((_, reject) => {
    if (limit === Number.POSITIVE_INFINITY) return;
    timer = startTimer(() => reject(new UsageError(`${what} returned nothing for ${limit} ms.`)), limit);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * An authenticator that puts a secret somewhere. A secret that is at hand costs no wait; a function is asked again when
 * what it gave is refused.
 */
export function authenticatorWith(
  found: FoundSecret | undefined,
  carry: (secret: string) => AppliedCredential,
): Authenticator | undefined {
  const rejected = found?.mayChange ? async (replay: boolean) => replay : undefined;
  const put = (secret: string): AppliedCredential =>
    rejected ? { ...carry(secret), rejected } : carry(secret);
  return (
    found && {
      origin: found.origin,
      known: () => found.known().flatMap((secret) => put(secret).secrets),
      identity: found.read,
      apply(context) {
        const secret = found.read(context);
        return typeof secret === "string" ? put(secret) : secret.then(put);
      },
    }
  );
}
