import type { CallLimits } from "../limits.ts";
import type { ClientOptions } from "../options.ts";

interface Dispatcher {
  dispatch(options: object, handler: unknown): boolean;
}

/** How long fetch waits by itself for a header, or for a part of a body, in Node and in Bun; in milliseconds. */
export const OWN_PATIENCE = 300_000;

/** Options that make the runtime's own fetch wait longer than it does by itself; undefined where it need not, or cannot. */
export function patientOptions(): Readonly<Record<string, unknown>> | undefined {
  if (versionOf("bun")) return { timeout: false };
  if (!isNode()) return undefined;
  // Node makes its dispatcher when something of undici's is looked at.
  void globalThis.Response;
  const own = (globalThis as Record<symbol, unknown>)[Symbol.for("undici.globalDispatcher.1")] as
    | Dispatcher
    | undefined;
  if (!own) return undefined;
  const dispatcher: Dispatcher = {
    dispatch: (options, handler) => own.dispatch({ ...options, headersTimeout: 0, bodyTimeout: 0 }, handler),
  };
  return { dispatcher };
}

/**
 * What to say of limits that a `fetch` or a dispatcher of the caller's does not keep, as far as can be told without a
 * request: Node's and undici's end one after five minutes of silence by themselves. The client's own fetch is given more.
 */
export function tooPatient(
  { timeout, idleTimeout }: CallLimits,
  { fetch, fetchOptions, transport }: Pick<ClientOptions, "fetch" | "fetchOptions" | "transport">,
): string | undefined {
  const [name, limit] = timeout > idleTimeout ? ["timeout", timeout] : ["idleTimeout", idleTimeout];
  const dispatcher = fetchOptions?.dispatcher;
  if (transport || !(fetch || dispatcher) || limit <= OWN_PATIENCE || !isNode()) return undefined;
  const { headersTimeout, bodyTimeout } = ownLimits(dispatcher);
  if ([headersTimeout, bodyTimeout].every((own) => own === 0 || (own ?? OWN_PATIENCE) >= limit))
    return undefined;
  return `${name} is ${limit} ms, which ${dispatcher ? "the dispatcher in fetchOptions" : "a fetch of your own"} may not keep: undici's end a request after ${OWN_PATIENCE} ms without a header or a part of the body, unless a dispatcher is made with headersTimeout and bodyTimeout.`;
}

/** What an Agent, a Pool or a Client of undici's was made with, which nothing but this symbol tells. */
function ownLimits(dispatcher: unknown): { readonly headersTimeout?: number; readonly bodyTimeout?: number } {
  if (typeof dispatcher !== "object" || dispatcher === null) return {};
  const symbol = Object.getOwnPropertySymbols(dispatcher).find(
    ({ description }) => description === "options",
  );
  const options = symbol && (dispatcher as Readonly<Record<symbol, unknown>>)[symbol];
  return typeof options === "object" && options !== null ? options : {};
}

/** Whether `fetch` is undici's, as in Node. */
function isNode(): boolean {
  return Boolean(versionOf("undici")) && !versionOf("deno") && !versionOf("bun");
}

function versionOf(name: string): string | undefined {
  return (globalThis as { process?: { versions?: Record<string, string> } }).process?.versions?.[name];
}
