import { takesHandlers } from "./handlers.ts";
import type { Dispatcher } from "./options.ts";

type Fetch = typeof globalThis.fetch;

const GLOBAL_DISPATCHER: unique symbol = Symbol.for("undici.globalDispatcher.1");
/** For runtimes whose fetch cannot be told from its text. */
const atLoad: unknown = globalThis.fetch;

/**
 * The global `fetch`, where somebody has put one of theirs in the place of the runtime's, as a test or a framework does;
 * on Bun, which has no undici, its own.
 */
export function replacedFetch(): Fetch | undefined {
  const { fetch } = globalThis;
  if (process.versions.bun) return fetch;
  if (typeof fetch !== "function") return undefined;
  const isNodes = /internal\/deps\/undici/.test(Function.prototype.toString.call(fetch));
  const isOwn = isNodes || (!isNode() && (fetch as unknown) === atLoad);
  return isOwn ? undefined : fetch;
}

function isNode(): boolean {
  const { bun, deno } = process.versions as Record<string, string | undefined>;
  return !bun && !deno;
}

/** A dispatcher that somebody has put in the place of Node's. */
export interface GlobalDispatcher {
  readonly dispatcher: Dispatcher;
  /** It knows the handlers of undici 7 and 8; of any other only fetch can make use. */
  readonly isSpokenTo: boolean;
}

let looked: { readonly dispatcher: unknown; readonly found: GlobalDispatcher | undefined } | undefined;

/** What `setGlobalDispatcher` of an undici package has set; undefined where there is Node's alone. */
export function globalDispatcher(): GlobalDispatcher | undefined {
  const dispatcher = (globalThis as Record<symbol, unknown>)[GLOBAL_DISPATCHER] as Dispatcher | undefined;
  if (looked?.dispatcher !== dispatcher) looked = { dispatcher, found: look(dispatcher) };
  return looked?.found;
}

function look(dispatcher: Dispatcher | undefined): GlobalDispatcher | undefined {
  if (typeof dispatcher?.dispatch !== "function") return undefined;
  if (isNodesOwn(dispatcher) && !isConfigured(dispatcher)) return undefined;
  return { dispatcher, isSpokenTo: takesHandlers(dispatcher) === true };
}

/** It refuses a request that is not one, in a file of Node's own. */
function isNodesOwn(dispatcher: Dispatcher): boolean {
  try {
    (dispatcher.dispatch as (...given: unknown[]) => unknown)(undefined, undefined);
  } catch (error) {
    return /node:internal\/deps\/undici/.test(String((error as Error).stack));
  }
  return false;
}

/** Programs make another one of Node's class, which is to be had of the first one alone: with certificates, for example. */
function isConfigured(dispatcher: object): boolean {
  const key = Object.getOwnPropertySymbols(dispatcher).find(({ description }) => description === "options");
  const options = key && (dispatcher as Record<symbol, unknown>)[key];
  return Object.values(options ?? {}).some((one) => one !== undefined && one !== Number.POSITIVE_INFINITY);
}
