import type { ClientDefinition } from "../definition.ts";
import type { Hooks } from "../hooks.ts";
import type { Operation } from "../operation.ts";
import type {
  ClientOptions,
  IdempotentRequestOptions,
  Limits,
  RetryOptions,
  UntypedOptions,
} from "../options.ts";
import { KINDS } from "./option-kinds.ts";
import type { OptionsKind } from "./read-options.ts";

// As records, so that the compiler holds them to the types.
const LIMITS: Record<keyof Limits, true> = {
  timeout: true,
  totalTimeout: true,
  idleTimeout: true,
  maxRetries: true,
  maxRetryAfter: true,
  maxPages: true,
  maxResponseBytes: true,
};

const CALL: Record<keyof IdempotentRequestOptions, true> = {
  ...LIMITS,
  headers: true,
  query: true,
  signal: true,
  concurrency: true,
  repeatable: true,
  shouldRetry: true,
  idempotencyKey: true,
};

const UNTYPED: Record<keyof UntypedOptions | keyof IdempotentRequestOptions, true> = {
  ...CALL,
  path: true,
  body: true,
  response: true,
};

const CLIENT: Record<keyof ClientOptions, true> = {
  ...LIMITS,
  baseURL: true,
  environment: true,
  defaultHeaders: true,
  defaultQuery: true,
  userAgent: true,
  fetch: true,
  fetchOptions: true,
  transport: true,
  retry: true,
  retryBudget: true,
  shouldRetry: true,
  logger: true,
  logLevel: true,
  hooks: true,
  middleware: true,
  quota: true,
  tokenStore: true,
  dangerouslyAllowBrowser: true,
  dangerouslyAllowHTTP: true,
};

const RETRY: Record<keyof RetryOptions, true> = { statuses: true, baseDelay: true, maxDelay: true };
const HOOKS: Record<keyof Hooks, true> = { request: true, response: true, retry: true, error: true };

const CALL_NAMES = Object.keys(CALL);
const UNTYPED_NAMES = Object.keys(UNTYPED);
const CLIENT_NAMES = Object.keys(CLIENT);

export const retryOptions: OptionsKind = { owner: "retry", names: Object.keys(RETRY), kinds: KINDS.retry };
export const hookOptions: OptionsKind = { owner: "hooks", names: Object.keys(HOOKS), kinds: KINDS.hooks };

/** Those of a client: its credentials and the variables of its servers among them. */
export function clientOptions({ name, schemes, environments }: ClientDefinition): OptionsKind {
  const secrets = Object.values(schemes).flatMap(({ sources }) => sources.map(({ option }) => option));
  const variables = Object.values(environments).flatMap((one) =>
    typeof one === "string" ? [] : (one.options ?? []),
  );
  return {
    owner: name,
    names: [...new Set([...CLIENT_NAMES, ...secrets, ...variables])],
    kinds: KINDS.client,
    elsewhere: (option) =>
      Object.hasOwn(CALL, option) && !CLIENT_NAMES.includes(option) && !/^(?:headers|query)$/.test(option)
        ? `${option} is an option of a call, not of ${name}.`
        : undefined,
  };
}

/** Those of a call. */
export function callOptions(operation: Operation, definition: ClientDefinition): OptionsKind {
  return {
    owner: operation.id,
    names: CALL_NAMES,
    kinds: KINDS.call,
    elsewhere: (name) => atHome(name, operation, definition),
  };
}

/** Those of a call to a route that the document does not know. */
export function untypedOptions(owner: string, definition: ClientDefinition): OptionsKind {
  return {
    owner,
    names: UNTYPED_NAMES,
    kinds: KINDS.call,
    elsewhere: (name) => ofClient(name, owner, definition),
  };
}

/** Whether a name is an option of a call. */
export function isCallOption(name: string): boolean {
  return Object.hasOwn(CALL, name);
}

function atHome(
  name: string,
  { id, query = [], header, cookie }: Operation,
  definition: ClientDefinition,
): string | undefined {
  const parameters = [...query, ...(header?.names ?? []), ...(cookie?.names ?? [])];
  return parameters.some((one) => (typeof one === "string" ? one : one.name) === name)
    ? `${name} is a parameter of ${id}: it goes into params, before the options.`
    : ofClient(name, id, definition);
}

function ofClient(name: string, owner: string, definition: ClientDefinition): string | undefined {
  return clientOptions(definition).names.includes(name)
    ? `${name} is an option of the client, not of ${owner}: give it to the constructor or to withOptions().`
    : undefined;
}
