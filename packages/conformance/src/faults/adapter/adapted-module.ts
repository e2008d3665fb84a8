import { objectOf } from "@trunkline/document";
import { documentExtension, type OpenDocument } from "@trunkline/mock/document";
import type { ClientModule, Target } from "../../contract/types.ts";
import { kindOfError } from "./error-kind.ts";
import { notOffered } from "./missing.ts";
import type { AdapterErrorKind, AdapterOptions, AdapterRequest, ClientAdapter } from "./types.ts";

type Fields = Record<string, unknown>;

/** Name of the class that stands for a client with an adapter. */
export const ADAPTED = "AdaptedClient";

/** What a module of an emitted package exports, for a client with an adapter. */
export function adaptedModule(
  adapter: ClientAdapter,
  targets: readonly Target[],
  document: OpenDocument,
): ClientModule {
  const schemes = Object.keys(objectOf(objectOf(document.root.components).securitySchemes));
  const keyHeader = documentExtension(document).idempotency?.header ?? "Idempotency-Key";
  const missing =
    (what: string): (() => never) =>
    () =>
      notOffered(module, what);

  class AdaptedClient {
    [method: string]: unknown;

    constructor(options: Fields) {
      const client = adapter.createClient(readOptions(options, schemes));
      for (const target of targets) {
        this[target.names.method] = (...args: readonly unknown[]) =>
          started(adapter, target.names.id, client, readRequest(target, args, keyHeader), missing);
      }
      // What only clients of Trunkline have: a case that needs it does not apply.
      for (const name of ["withOptions", "preview"]) this[name] = missing(`${name}()`);
      for (const name of ["get", "post"])
        this[name] = missing("calls of routes that the document does not know");
    }
  }
  const module: ClientModule = {
    [ADAPTED]: AdaptedClient,
    chainMiddleware: missing("middleware"),
    ...errorClasses(adapter),
  };
  return module;
}

function readOptions(options: Fields, ids: readonly string[]): AdapterOptions {
  const given = ids.flatMap((id): [string, unknown][] => {
    const { [id]: secret, [`${id}.password`]: password } = options;
    if (password !== undefined) return [[id, { username: secret, password }]];
    return secret === undefined ? [] : [[id, secret]];
  });
  return {
    baseURL: String(options.baseURL),
    fetch: options.fetch as typeof fetch | undefined,
    credentials: Object.fromEntries(given),
    timeout: options.timeout as number | undefined,
    maxRetries: options.maxRetries as number | undefined,
    all: options,
  };
}

/** The arguments of a method by their places in the request. */
function readRequest(
  { operation, names }: Target,
  args: readonly unknown[],
  keyHeader: string,
): AdapterRequest {
  const [only] = names.path;
  const isPositional = only !== undefined && names.path.length === 1;
  const [given, last] = isPositional ? args.slice(1) : args;
  const rest: Fields = given instanceof Object && !isPlain(given) ? {} : { ...(given as Fields | undefined) };
  const options = { ...(last as Fields | undefined) };
  const take = (place: string): Fields => {
    const found: Fields = {};
    for (const { in: where, name, extension } of operation.parameters) {
      const key = extension.name ?? name;
      if (where !== place || !Object.hasOwn(rest, key)) continue;
      found[name] = rest[key];
      delete rest[key];
    }
    return found;
  };
  const path = isPositional ? { [only]: args[0] } : take("path");
  const { headers, query, signal, idempotencyKey } = options;
  const key = idempotencyKey === undefined ? {} : { [keyHeader]: idempotencyKey };
  const whole = given instanceof Object && !isPlain(given) ? given : rest;
  return {
    path,
    query: { ...take("query"), ...(query as Fields | undefined) },
    headers: { ...take("header"), ...key, ...(headers as Fields | undefined) },
    cookies: take("cookie"),
    body: names.body === "none" ? undefined : names.body === "body" ? rest.body : whole,
    signal: (signal ?? undefined) as AbortSignal | undefined,
    options,
  };
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === Object.prototype || prototype === null;
}

/** The promise of a call, which sends when it is awaited, with what clients of Trunkline have beside it. */
function started(
  { operations, walks }: ClientAdapter,
  id: string,
  client: unknown,
  request: AdapterRequest,
  missing: (what: string) => () => never,
): object {
  let sending: Promise<unknown> | undefined;
  return {
    // biome-ignore lint/suspicious/noThenProperty: what is returned is awaited
    then(...handlers: Parameters<Promise<unknown>["then"]>) {
      sending ??= (async () => operations[id]?.(client, request))();
      return sending.then(...handlers);
    },
    asResponse: missing("asResponse()"),
    withResponse: missing("withResponse()"),
    toArray: missing("toArray()"),
    iterPages: missing("iterPages()"),
    [Symbol.asyncIterator]: () =>
      (walks?.[id]?.(client, request) ?? missing("walk over pages")())[Symbol.asyncIterator](),
  };
}

/** Classes to ask an error by, as emitted packages export them. */
function errorClasses({ errorKind }: ClientAdapter): ClientModule {
  const ofKind = (...kinds: readonly (AdapterErrorKind | undefined)[]): object => {
    const Class = (): void => {};
    Object.defineProperty(Class, Symbol.hasInstance, {
      value: (error: unknown) => kinds.includes(kindOfError(error, errorKind)),
    });
    return Class;
  };
  return {
    APIError: ofKind("status"),
    APIConnectionError: ofKind("connection", "timeout", "abort"),
    APIConnectionTimeoutError: ofKind("timeout"),
    APIUserAbortError: ofKind("abort"),
    APIResponseError: ofKind("response"),
  };
}
