import type { ClientDefinition } from "./definition.ts";
import type { ErrorContext } from "./errors/trunkline-error.ts";
import type { CallLimits } from "./limits.ts";
import type { EncodedBody, Operation, WireBody } from "./operation.ts";
import type { ClientOptions, RequestOptions } from "./options.ts";
import type { Scrubber } from "./secrets/scrubber.ts";
import { withoutTokenFields } from "./secrets/without-token-fields.ts";
import type { AppliedCredential, SchemeContext } from "./security-scheme.ts";

/** What the layers of one call share: how errors speak of it, what none may show, and who hears of its steps. */
export interface Facts {
  /** Name of the client class. */
  readonly client: string;
  readonly operation: Operation;
  readonly idempotencyKey: string | undefined;
  /** How the vendor says what went wrong, and where its answers hold their id. */
  readonly vendor: Vendor;
  /** Tells observers of a step; undefined where nobody listens. */
  readonly report: Report | undefined;
  /** Takes secrets out of what is shown: these, and those that the client knows. */
  readonly scrubberFor: (secrets: readonly string[]) => Scrubber;
  /** The operation issues tokens: an answer of it may hold a secret that nobody knows yet. */
  readonly issuesTokens: boolean;
  /** Told of an answer in which an integer loses digits, with its key. */
  readonly onLost: (key: string) => void;
  /** Secrets among the arguments. */
  readonly secrets: readonly string[];
  /** Secrets in header and query fields of the caller's. */
  readonly given: () => readonly string[];
  /** What requests carry: those of the last one, since they may be renewed. */
  credentials: readonly AppliedCredential[];
  /** How many times the request was sent. */
  attempts: number;
  /** A request was repeated with a renewed credential, which happens once a call. */
  isReplayed: boolean;
  /** The server did what was asked and said where to read of it (303): it must not be asked again. */
  isProcessed: boolean;
}

/** What errors are read with. */
export type Vendor = Pick<ClientDefinition, "errors" | "envelope" | "retryAfter">;

/** Tells observers of a step of a call; `fields` are the step's own. */
export type Report = (facts: Facts, step: "request" | "response" | "retry" | "error", fields: object) => void;

/** One request on its way down. No layer changes it: each hands on a copy with what it has to add. */
export interface CallRequest {
  readonly facts: Facts;
  readonly method: string;
  /** Address without what credentials add to it. */
  readonly url: string;
  /** Fields by name in lower case, without those of credentials. */
  readonly headers: Readonly<Record<string, string>>;
  /** The schemes whose credentials the request has to carry. */
  readonly schemes: readonly string[];
  readonly body: EncodedBody | undefined;
  /** What is read of the body of a success before the reply goes up; "stream": nothing, it is handed over. */
  readonly reads: "text" | "bytes" | "stream" | "nothing";
  readonly limits: CallLimits;
  /** Lets the caller decide whether a failed request is sent again. */
  readonly choice: Pick<RequestOptions, "repeatable" | "shouldRetry">;
  /** Moment at which the whole call has to be over, by `now()`. */
  readonly deadline: number;
  /** Ends the request: the caller's signal, below the clock the clock's. */
  readonly signal: AbortSignal | null | undefined;
  /** Asked when the request leaves the transport's queue, and again after each promise that it gives, which is a wait. */
  readonly mayGo?: (() => Promise<void> | undefined) | undefined;
  /** Called when nothing keeps it any more: its time begins. */
  readonly onReleased: (() => void) | undefined;
  /** Called when its first bytes go out: what ends it before has done nothing. */
  readonly onSending: (() => void) | undefined;
  /** What its credentials are acquired with first, where somebody has asked for them before. */
  readonly tools?: SchemeContext | undefined;
  /** What the request is sent through, where that differs from the client's other requests. */
  readonly through?: Pick<ClientOptions, "fetch" | "fetchOptions"> | undefined;
}

/** What comes up. */
export interface Reply {
  readonly response: Response;
  /** Text of the body, where it was read as text. */
  readonly text?: string | undefined;
  /** The body can still be read: it is handed over, or its bytes are. */
  readonly isUnread?: boolean | undefined;
  /** What the answer is, where it is not a success. */
  readonly error?: Error | undefined;
}

/** A step of a call around those below it. It rejects with what ended the call. */
export type Layer = (request: CallRequest) => Promise<Reply>;

/** Which call an error belongs to, and how far it has come. */
export function contextOf(facts: Facts): ErrorContext {
  const { client, operation, attempts, idempotencyKey } = facts;
  const { id, method, path } = operation;
  // The route of an undocumented operation is the caller's.
  const { label } = scrubberOf(facts);
  return { client, operation: label(id), method, path: label(path), attempts, idempotencyKey };
}

/** What takes the secrets of a call out of what is shown of it, at this moment. */
export function scrubberOf({ scrubberFor, secrets, given, credentials, issuesTokens }: Facts): Scrubber {
  const scrubber = scrubberFor(
    secrets.concat(given(), ...credentials.map((credential) => credential.secrets)),
  );
  if (!issuesTokens) return scrubber;
  return { ...scrubber, headers: (headers) => withoutTokenFields(scrubber.headers(headers)) };
}

/** How another origin is shown that answered or was named: an endpoint that issues tokens may have put one into it. */
export function showOrigin(facts: Facts, origin: string): string {
  return facts.issuesTokens ? "[redacted]" : scrubberOf(facts).label(origin);
}

/** Whether the request can be sent again. */
export function isRepeatable({ body }: CallRequest): boolean {
  return body?.repeatable ?? true;
}

/** The body for one request. */
export function openBody(encoded: EncodedBody | undefined): WireBody | undefined {
  return typeof encoded?.body === "function" ? encoded.body() : encoded?.body;
}
