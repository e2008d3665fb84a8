import { callOptions } from "../arguments/known-options.ts";
import { readOptions } from "../arguments/read-options.ts";
import { safeAddress } from "../base-url.ts";
import { jsonBody } from "../bodies/json-body.ts";
import type { ClientState } from "../client-state.ts";
import { chooseSchemes } from "../credentials/choose-schemes.ts";
import { secretsGiven } from "../credentials/secrets-given.ts";
import { kindOf } from "../errors/brand.ts";
import { UsageError } from "../errors/usage-error.ts";
import { type HeaderFields, putHeaders, sentHeaders } from "../headers.ts";
import { type CallRequest, contextOf, type Facts } from "../layer.ts";
import { checkLimits, limitsOf } from "../limits.ts";
import type { EncodedBody, Operation } from "../operation.ts";
import type { IdempotentRequestOptions } from "../options.ts";
import { addressOf } from "../parameters/address.ts";
import { jsonText } from "../values/json-text.ts";
import { isIssuer } from "./is-issuer.ts";
import { type SplitParams, splitParams } from "./split-params.ts";

/** What a call is made of. */
export interface CallInput {
  readonly operation: Operation;
  readonly params?: object | undefined;
  readonly options?: IdempotentRequestOptions | undefined;
  readonly pathValue?: unknown;
  /** The call gives the whole body, whatever envelope is declared. */
  readonly keepEnvelope?: boolean | undefined;
  /** The body, if it is not made from params. */
  readonly body?: EncodedBody | undefined;
  /** Texts that errors must not show, besides the credentials. */
  readonly secrets?: readonly string[] | undefined;
}

const NO_OPTIONS: IdempotentRequestOptions = {};

/**
 * Turns arguments into a request. Nothing is sent; what arguments of calls may not be is refused here.
 *
 * @throws {UsageError} for whatever cannot be sent as it is
 */
export function prepare(state: ClientState, input: CallInput): CallRequest {
  const { operation } = input;
  const unnamed = factsOf(state, operation, input.secrets);
  try {
    const options = input.options === undefined ? NO_OPTIONS : optionsOf(state, operation, input.options);
    const split = writtenParams(operation, input.params, input.pathValue);
    const body = input.body ?? (split.body === undefined ? undefined : encode(operation, split.body));
    if (body && (operation.method === "GET" || operation.method === "HEAD")) {
      throw new UsageError(
        `${operation.id} is a ${operation.method}, which fetch does not send with a body.`,
      );
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
    const idempotencyKey = keyOf(state, operation, options.idempotencyKey, headers);
    const { defaultQuery } = state.options;
    const query =
      defaultQuery || options.query ? merge(defaultQuery, split.query, options.query) : split.query;
    const callerHeaders = own ? { ...state.callerHeaders, ...own } : state.callerHeaders;
    const given = (): string[] => secretsGiven(state.access.schemes, callerHeaders, query);
    const server = serverOf(state, operation);
    const url = addressOf(server, operation, split.path, query);
    const issuesTokens = unnamed.issuesTokens || isIssuer(state.issuers, server, url);
    const facts = { ...unnamed, idempotencyKey, given, issuesTokens };
    return {
      facts,
      method: operation.method,
      url,
      headers: sentHeaders(headers),
      schemes: chooseSchemes(state.access, { facts, callerHeaders, query }),
      body,
      reads: readsOf(operation),
      choice: options,
      limits: input.options ? limitsOf(options, state.limits) : state.limits,
      deadline: Number.POSITIVE_INFINITY,
      signal: options.signal,
      onReleased: undefined,
      onSending: undefined,
    };
  } catch (error) {
    throw ofCall(error, unnamed);
  }
}

/** Params by their places, with dates and integers as the wire wants them. */
function writtenParams(operation: Operation, params: unknown, pathValue: unknown): SplitParams {
  const split = splitParams(operation, params, pathValue);
  operation.int64?.request?.(split);
  operation.dates?.(split);
  return split;
}

/** The text of a JSON body, as {@link prepare} encodes it. @throws {UsageError} for what JSON cannot express */
export function bodyText(operation: Operation, params: unknown, pathValue: unknown): string {
  return jsonText(writtenParams(operation, params, pathValue).body, "The request body");
}

function optionsOf(
  { definition }: ClientState,
  operation: Operation,
  given: IdempotentRequestOptions,
): IdempotentRequestOptions {
  const options = readOptions(given, callOptions(operation, definition));
  checkLimits(options);
  return options;
}

/** The operation's own server, else the client's; where the caller named the base URL, everything goes there. */
function serverOf({ customBaseURL, baseURL, options }: ClientState, { id, server }: Operation): string {
  if (server === undefined || customBaseURL) return baseURL;
  const address = typeof server === "string" ? server : server(options as Readonly<Record<string, unknown>>);
  return safeAddress(address, options, `The server of ${id}`);
}

/** What the layers of one call share. */
export function factsOf(
  { definition, reporter, scrubberFor, issuers, lostDigits }: ClientState,
  operation: Operation,
  secrets: readonly string[] = [],
): Facts {
  return {
    client: definition.name,
    operation,
    idempotencyKey: undefined,
    vendor: definition,
    report: reporter?.isHeard() ? reporter.report : undefined,
    scrubberFor,
    issuesTokens: issuers.includes(operation.path),
    onLost: (key) => lostDigits(operation, key),
    secrets,
    given: () => [],
    credentials: [],
    attempts: 0,
    isReplayed: false,
    isProcessed: false,
  };
}

/** Writers and providers know no operation: what they refuse becomes an error that says whose it is. */
export function ofCall(error: unknown, facts: Facts): unknown {
  if (kindOf(error) !== "usage" || (error as UsageError).operation !== undefined) return error;
  const { message, cause } = error as UsageError;
  return new UsageError(message, { ...contextOf(facts), cause });
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

function encode({ body }: Operation, value: unknown): EncodedBody {
  return typeof body === "object" ? body.encode(value) : jsonBody(value);
}

function readsOf({ response = "json" }: Operation): CallRequest["reads"] {
  if (typeof response === "object") return response.streams ? "stream" : "bytes";
  if (response === "none") return "nothing";
  return response === "binary" ? "stream" : "text";
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
