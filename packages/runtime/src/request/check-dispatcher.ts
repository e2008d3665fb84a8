import { UsageError } from "../errors/usage-error.ts";
import { describeValue } from "../values/plain.ts";

interface Dispatcher {
  dispatch(options: object, handler: object): unknown;
}

/** The first version of undici whose handlers have other names. */
const RENAMED = 8;

/**
 * Looks whether a dispatcher and the runtime's own fetch are made for each other, which Node's is for few versions of
 * undici. At a call, some that are not would never come to an end.
 *
 * @param origin of the client: a dispatcher remembers those that it is asked for
 * @throws {UsageError} for one that cannot work, and for what is not one
 */
export function checkDispatcher(dispatcher: unknown, origin: string): void {
  const { versions = {} } = (globalThis as { process?: { versions?: Record<string, string> } }).process ?? {};
  const { undici: version } = versions;
  // A `fetch` that somebody has put in its place may be that of the dispatcher.
  const isNodes = /internal\/deps\/undici/.test(String(globalThis.fetch));
  if (version === undefined || !isNodes || dispatcher === undefined) return;
  if (typeof (dispatcher as Partial<Dispatcher> | null)?.dispatch !== "function") {
    throw new UsageError(
      `The dispatcher in fetchOptions is ${describeValue(dispatcher)}; an object with a method dispatch is expected, as an Agent of undici is.`,
    );
  }
  if (!isUndicis(dispatcher)) return;
  const isRenamed = Number.parseInt(version, 10) >= RENAMED;
  if (isRenamed ? takesRenamed(dispatcher, origin) : takesFormer(dispatcher, origin)) return;
  const other = isRenamed ? `before ${RENAMED - 1}` : `${RENAMED} or later`;
  throw new UsageError(
    `fetch and its dispatcher do not fit: the dispatcher in fetchOptions is of undici ${other}, and this runtime's fetch is of undici ${version}. Give the fetch of the dispatcher's package too (fetch: undici.fetch), or take undici ${RENAMED - 1}.`,
  );
}

/** Not a test's own, which may do anything when it is asked. */
function isUndicis(dispatcher: unknown): dispatcher is Dispatcher {
  const { dispatch, close, destroy, compose } = (dispatcher ?? {}) as Record<string, unknown>;
  return [dispatch, close, destroy, compose].every((one) => typeof one === "function");
}

/** Such a path is refused before the request is queued. */
const refused = (origin: string): object => ({ origin, path: "no slash", method: "GET" });

function takesFormer(dispatcher: Dispatcher, origin: string): boolean {
  const told = { former: false, renamed: false };
  const handler = {
    onConnect() {},
    onHeaders() {},
    onData() {},
    onComplete() {},
    onError() {
      told.former = true;
    },
    onResponseError() {
      told.renamed = true;
    },
  };
  try {
    dispatcher.dispatch(refused(origin), handler);
  } catch {
    // It is not said which handlers it would have taken.
  }
  return told.former || !told.renamed;
}

function takesRenamed(dispatcher: Dispatcher, origin: string): boolean {
  const handler = {
    onRequestStart() {},
    onResponseStart() {},
    onResponseData() {},
    onResponseEnd() {},
    onResponseError() {},
  };
  try {
    dispatcher.dispatch(refused(origin), handler);
  } catch (error) {
    // undici's own words, and the engine's where a dispatcher around another one calls what is not there.
    return !/\bon[A-Z]\w* (?:method|is not a function)/.test(String((error as Error).message));
  }
  return true;
}
