import { callOptions } from "../arguments/known-options.ts";
import { readOptions } from "../arguments/read-options.ts";
import { jsonBody } from "../bodies/json-body.ts";
import { splitParams } from "../bodies/split-params.ts";
import type { ClientState } from "../client-state.ts";
import type { AppliedCredential } from "../credentials/scheme.ts";
import type { EncodedBody, Operation } from "../definition.ts";
import { type ErrorContext, TrunklineError } from "../errors/trunkline-error.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { IdempotentRequestOptions } from "../options.ts";
import type { CallMode } from "../promise.ts";
import type { Scrubber } from "../secrets/scrubber.ts";
import { type HeaderFields, putHeaders } from "./headers.ts";
import { checkLimits } from "./limits.ts";

/** What starts a call. */
export interface CallInput {
  readonly operation: Operation;
  readonly params?: object | undefined;
  readonly options?: IdempotentRequestOptions | undefined;
  readonly pathValue?: unknown;
  /** Return the whole body, whatever envelope is declared. */
  readonly whole?: boolean | undefined;
  /** The body, where it does not come out of params. */
  readonly body?: EncodedBody | undefined;
  /** What errors must not show, beside the credentials. */
  readonly secrets?: readonly string[] | undefined;
}

/** One logical call: what is sent, and how far it has come. */
export interface Call {
  readonly state: ClientState;
  readonly operation: Operation;
  readonly options: IdempotentRequestOptions;
  mode: CallMode | "raw";
  readonly whole: boolean;
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: HeaderFields;
  /** Header fields about which the caller has decided, so that no credential takes their place. */
  readonly decided: Readonly<HeaderFields>;
  readonly body: EncodedBody | undefined;
  readonly key: string | undefined;
  /** What errors must not show, beside the credentials. */
  readonly secrets: readonly string[];
  attempts: number;
  /** The server said that it has done what was asked, and where to read of it (303): it must not be asked again. */
  done: boolean;
  /** What the last attempt was sent with. */
  credentials: readonly AppliedCredential[];
}

const NONE: IdempotentRequestOptions = {};

/**
 * Turns arguments into a call. Nothing is sent.
 *
 * @throws {UsageError} for whatever cannot be sent as it is
 */
export function buildCall(state: ClientState, input: CallInput): Call {
  const { operation, params, pathValue } = input;
  const { options: defaults } = state;
  const options =
    input.options === undefined ? NONE : readOptions(input.options, callOptions(operation, state.definition));
  checkLimits(options);
  const split = splitParams(operation, params, pathValue);
  const body = input.body ?? (split.body === undefined ? undefined : encode(operation, split.body));
  if (body && (operation.method === "GET" || operation.method === "HEAD")) {
    throw new UsageError(`${operation.id} is a ${operation.method}, which fetch does not send with a body.`);
  }

  const accept = acceptOf(operation);
  const type = body?.contentType;
  const headers: HeaderFields = type
    ? { accept, "content-type": type, ...state.headers }
    : { accept, ...state.headers };
  putHeaders(headers, operation.header?.write(split.header));
  putHeaders(headers, operation.cookie?.write(split.cookie));
  const own = options.headers && putHeaders({}, options.headers);
  Object.assign(headers, own);
  const key = keyOf(state, operation, options.idempotencyKey, headers);

  return {
    state,
    operation,
    options,
    mode: "parsed",
    whole: input.whole ?? false,
    path: split.path,
    query:
      defaults.defaultQuery || options.query
        ? merge(defaults.defaultQuery, split.query, options.query)
        : split.query,
    headers,
    decided: own ? { ...state.decided, ...own } : state.decided,
    body,
    key,
    secrets: input.secrets ?? [],
    attempts: 0,
    done: false,
    credentials: [],
  };
}

/** The key of one logical call; made once, so that every attempt carries the same. */
function keyOf(
  { definition: { idempotency } }: ClientState,
  { id, keyed }: Operation,
  given: unknown,
  headers: HeaderFields,
): string | undefined {
  if (!idempotency || !keyed) {
    if (given === undefined) return undefined;
    throw new UsageError(
      `${id} declares no idempotency key: the vendor would ignore it, and a repeated call would be done twice. Leave idempotencyKey out.`,
    );
  }
  const { header } = idempotency;
  const own = headers[header];
  // The caller does not want one.
  if (given === undefined && own === null) return undefined;
  const key = idempotency.make(keyed === true ? undefined : keyed, given === undefined ? own : given);
  if (key) headers[header] = key;
  return key;
}

/** Which call an error belongs to. */
export function contextOf(call: Call): ErrorContext {
  // The route of an undocumented operation is the caller's.
  const { label } = scrubberOf(call);
  return {
    client: call.state.definition.name,
    operation: label(call.operation.id),
    method: call.operation.method,
    path: label(call.operation.path),
    attempts: call.attempts,
    idempotencyKey: call.key,
  };
}

/** What takes the secrets of a call, as it was sent last, out of what is shown of it. */
export function scrubberOf({ state, secrets, credentials }: Call): Scrubber {
  return state.scrubber(secrets.concat(...credentials.map((credential) => credential.secrets)));
}

/** Whether the answer may hold a secret that nobody knows yet: then nothing of its body is shown. */
export function issuesTokens({ state, operation }: Call): boolean {
  return Object.values(state.definition.schemes).some(({ issuer }) => issuer === operation.path);
}

/** Serialisers know no operation: an error that does not say whose it is gets the call's names. */
export function named(error: unknown, state: ClientState, { operation }: Pick<Call, "operation">): unknown {
  if (error instanceof TrunklineError && error.operation === undefined) {
    Object.assign(error, {
      client: state.definition.name,
      operation: operation.id,
      method: operation.method,
      path: operation.path,
    });
  }
  return error;
}

function encode({ body }: Operation, value: unknown): EncodedBody {
  return typeof body === "object" ? body.encode(value) : jsonBody(value);
}

function acceptOf({ accept, response = "json" }: Operation): string {
  return (
    accept ??
    (typeof response === "object" ? response.accept : response === "json" ? "application/json" : "*/*")
  );
}

/** What is undefined leaves what was there before, as it does in headers. */
function merge(
  ...parts: readonly (Readonly<Record<string, unknown>> | undefined)[]
): Record<string, unknown> {
  const fields = parts.flatMap((part = {}) => Object.entries(part));
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}
