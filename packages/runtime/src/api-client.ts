import { clientOptions, hookOptions, retryOptions } from "./arguments/known-options.ts";
import { readOptions } from "./arguments/read-options.ts";
import { resolveBaseURL } from "./base-url.ts";
import { inBrowser } from "./browser.ts";
import { type ClientState, clientState } from "./client-state.ts";
import type { ClientDefinition } from "./definition.ts";
import { UsageError } from "./errors/usage-error.ts";
import { putHeaders } from "./headers.ts";
import { setHidden } from "./hidden.ts";
import { digitsWarner } from "./hooks/digits-warner.ts";
import { reporter } from "./hooks/report.ts";
import { contextOf, type Layer } from "./layer.ts";
import { checkTransport, ownTransport } from "./layers/own-transport.ts";
import { tooPatient } from "./layers/patient-options.ts";
import { fetchTransport } from "./layers/transport.ts";
import { checkLimits, limitsOf, vendorLimits } from "./limits.ts";
import { type LogOptions, log } from "./log/log.ts";
import type { Method } from "./operation.ts";
import type { ClientOptions, UntypedOptions } from "./options.ts";
import { APIPromise } from "./promise.ts";
import type { QuotaState } from "./quota-window.ts";
import { callLayers, startCall } from "./request/call.ts";
import { checkFetchOptions } from "./request/fetch-options.ts";
import { type Preview, previewOf } from "./request/preview.ts";
import { startUntyped } from "./request/untyped.ts";
import { createBudget } from "./retry/budget.ts";
import { createHolds } from "./retry/holds.ts";
import { rememberScrubber } from "./secrets/scrubber.ts";
import type { Authenticator } from "./security-scheme.ts";
import { isPlain, isRecord } from "./values/plain.ts";

/** How one client hands on what it shares; a symbol survives a constructor that spreads its options. */
const SHARED: unique symbol = Symbol("shared");

/** What clients of one credential have in common; `withOptions` hands it on. */
interface Shared extends Partial<Pick<ClientState, "budget" | "holds" | "preview">> {
  readonly authenticators?: ClientState["access"]["authenticators"];
  /** What is to be said of the limits was said by the client that it differs from. */
  readonly isTold?: boolean;
}

type Options = ClientOptions & { readonly [SHARED]?: Shared };

/** Base of every vendor's client. */
export class APIClient<O extends ClientOptions = ClientOptions> {
  /** Address that paths are appended to. */
  readonly baseURL: string;

  /** @throws {UsageError} for options that are wrong, unsafe or contradict each other */
  constructor(definition: ClientDefinition, options: O) {
    // Read once: a getter that answers otherwise the second time must not split what is checked from what is used.
    const { [SHARED]: shared, ...rest } = readOptions<Options>(options, clientOptions(definition));
    checkNested(rest);
    checkLimits(rest);
    const baseURL = resolveBaseURL(definition, rest);
    checkTransport(rest);
    checkFetchOptions(baseURL, rest);
    const callerHeaders = putHeaders({}, rest.defaultHeaders);
    // Firefox and Safari would send it, and ask every server for leave (CORS) because of it.
    const agent = [rest.userAgent, definition.userAgent].filter(Boolean).join(" ");
    const {
      authenticators = configure(definition, rest),
      budget = createBudget(rest.retryBudget),
      holds = createHolds(),
      preview,
    } = shared ?? {};
    const { schemes, security, retry, quotas } = definition;
    const access = {
      schemes,
      security,
      authenticators,
      options: rest as Readonly<Record<string, unknown>>,
    };
    const scrubber = rememberScrubber();
    const known = (): string[] => Object.values(authenticators).flatMap((one) => one?.known?.() ?? []);
    const warn = (message: string, options: LogOptions = rest): void =>
      log(options, "warn", scrubber(known()).label(message), () => ({}));
    const limits = limitsOf(rest, vendorLimits(retry));
    const layers = callLayers({
      definition,
      retrying: { policy: retry, options: rest, budget, holds, quotas },
      authenticators,
      tools: {
        timeout: limits.timeout,
        warn,
        send: (operation, params, secrets) =>
          startCall<unknown>(state, { operation, params, secrets })("parsed"),
      },
      transport: rest.transport
        ? ownTransport(rest.transport)
        : fetchTransport(rest.fetch, rest.fetchOptions),
      options: rest,
      baseURL,
      contextOf,
    });
    const state: ClientState = {
      definition,
      options: rest,
      baseURL,
      customBaseURL: rest.baseURL !== undefined,
      headers: { ...(inBrowser() ? {} : putHeaders({}, { "user-agent": agent })), ...callerHeaders },
      callerHeaders,
      limits,
      // What is looked at is not a call.
      reporter: preview ? undefined : reporter(definition, rest),
      scrubberFor: (secrets) => scrubber([...secrets, ...known()]),
      lostDigits: digitsWarner((message) => warn(message, { ...rest, logLevel: rest.logLevel ?? "warn" })),
      issuers: Object.values(schemes).flatMap(({ issuer }) => issuer ?? []),
      access,
      budget,
      holds,
      preview,
      layers: preview ?? layers,
    };
    setHidden(this, state);
    this.baseURL = baseURL;
    const impatient = shared?.isTold ? undefined : tooPatient(limits, rest);
    if (impatient) warn(impatient, { ...rest, logLevel: rest.logLevel ?? "warn" });
  }

  /**
   * A client that differs in some options. It shares the exchanged token, the retry budget (unless it is given one) and
   * what the vendor said of its limits, unless a credential or the base URL changes.
   *
   * @example
   * const patient = client.withOptions({ timeout: 120_000 });
   * @throws {UsageError} for options that are wrong or unknown
   */
  withOptions(options: Partial<O>): this {
    return derive(this, readOptions(options, clientOptions(clientState(this).definition)));
  }

  /**
   * Gives the state of each window that the client's `quota` counts in. A client without a `quota` has an empty list.
   *
   * @example
   * for (const { scope, remaining, resetsIn } of await client.quota()) console.log(scope, remaining, resetsIn);
   */
  async quota(): Promise<readonly QuotaState[]> {
    const { options } = clientState(this);
    const state = options.quota?.state as ((of: object) => Promise<readonly QuotaState[]>) | undefined;
    return state?.(options) ?? [];
  }

  /**
   * The first request that a function would send; nothing is sent, and no credential is asked for.
   *
   * @example
   * const { method, url, body } = await client.preview((c) => c.agents.create({ name: "Ada" }));
   * @throws {UsageError} when the function makes no call, or one that cannot be sent
   */
  async preview(run: (client: this) => unknown): Promise<Preview> {
    let seen: Preview | undefined;
    await new Promise<unknown>((resolve, reject) => {
      const show = previewing(clientState(this).definition, (request) => {
        seen ??= request;
        resolve(seen);
      });
      const client = derive(this, {}, show);
      Promise.resolve(run(client)).then(resolve, reject);
    });
    if (!seen)
      throw new UsageError("The function given to preview() made no call, or did not return its promise.", {
        client: clientState(this).definition.name,
      });
    return seen;
  }

  /**
   * Sends a GET request to a path that this client has no method for, with the same credentials, retries, timeouts and
   * errors as its methods.
   *
   * @example
   * const report = await client.get<Report>("/reports/{id}", { path: { id: "r_1" } });
   * @throws {UsageError} for a path or options that cannot be sent
   */
  get<T = unknown>(path: string, options?: UntypedOptions): APIPromise<T> {
    return call(this, "GET", path, options);
  }

  /** Sends a POST request; otherwise as {@link APIClient.get}. */
  post<T = unknown>(path: string, options?: UntypedOptions): APIPromise<T> {
    return call(this, "POST", path, options);
  }

  /** Sends a PUT request; otherwise as {@link APIClient.get}. */
  put<T = unknown>(path: string, options?: UntypedOptions): APIPromise<T> {
    return call(this, "PUT", path, options);
  }

  /** Sends a PATCH request; otherwise as {@link APIClient.get}. */
  patch<T = unknown>(path: string, options?: UntypedOptions): APIPromise<T> {
    return call(this, "PATCH", path, options);
  }

  /** Sends a DELETE request; otherwise as {@link APIClient.get}. */
  delete<T = unknown>(path: string, options?: UntypedOptions): APIPromise<T> {
    return call(this, "DELETE", path, options);
  }
}

function call<T>(client: object, method: Method, path: string, options?: UntypedOptions): APIPromise<T> {
  return new APIPromise(startUntyped<T>(clientState(client), method, path, options));
}

/** Shows a request in place of sending it. There is no answer, and what waits for one does not run. */
function previewing(definition: ClientDefinition, show: (request: Preview) => void): Layer {
  return async (request) => {
    show(previewOf(definition, request));
    return new Promise(() => {});
  };
}

function derive<C extends APIClient>(client: C, changes: ClientOptions, show?: Layer): C {
  const state = clientState(client);
  const preview = show ?? state.preview;
  const options: Record<string | symbol, unknown> = { ...state.options };
  for (const [name, value] of Object.entries(changes)) if (value !== undefined) options[name] = value;
  // Of two that name where requests go, or by what, the later one counts.
  if (changes.environment !== undefined && changes.baseURL === undefined) delete options.baseURL;
  if (changes.baseURL !== undefined && changes.environment === undefined) delete options.environment;
  if (changes.transport !== undefined && changes.fetch === undefined) delete options.fetch;
  if (changes.fetch !== undefined && changes.transport === undefined) delete options.transport;
  const { schemes } = state.definition;
  const secrets = Object.values(schemes).flatMap(({ sources }) => sources.map(({ option }) => option));
  const before = state.options as Readonly<Record<string, unknown>>;
  const same =
    resolveBaseURL(state.definition, options) === state.baseURL &&
    [...secrets, "tokenStore"].every((name) => options[name] === before[name]);
  const isTold = !["timeout", "idleTimeout", "fetch", "fetchOptions"].some((name) => name in changes);
  options[SHARED] = { preview, isTold };
  if (same) {
    const { access, holds } = state;
    const { retryBudget } = changes;
    const budget = retryBudget === undefined ? state.budget : createBudget(retryBudget);
    options[SHARED] = { authenticators: access.authenticators, budget, holds, preview, isTold };
  }
  const Vendor = client.constructor as new (...args: unknown[]) => C;
  return (Vendor as unknown) === APIClient ? new Vendor(state.definition, options) : new Vendor(options);
}

/** Observers may be an object of a class, with fields of its own. */
function checkNested({ retry, hooks }: ClientOptions): void {
  readOptions(retry, retryOptions);
  if (!isRecord(hooks) || isPlain(hooks)) readOptions(hooks, hookOptions);
}

function configure(
  { schemes, browser, name }: ClientDefinition,
  options: ClientOptions,
): Record<string, Authenticator | undefined> {
  const found: Record<string, Authenticator | undefined> = {};
  for (const [scheme, plugin] of Object.entries(schemes)) {
    found[scheme] = plugin.configure(options as Readonly<Record<string, unknown>>);
  }
  if (!browser && !options.dangerouslyAllowBrowser && inBrowser() && Object.values(found).some(Boolean)) {
    throw new UsageError(
      `${name} was given a secret key in a browser, where every visitor can read it. Call the API from a server, or set dangerouslyAllowBrowser if the key is meant to be public.`,
    );
  }
  return found;
}
