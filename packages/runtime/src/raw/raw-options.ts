import { KINDS } from "../arguments/option-kinds.ts";
import { type OptionsKind, readOptions } from "../arguments/read-options.ts";
import { UsageError } from "../errors/usage-error.ts";
import { putHeaders } from "../headers.ts";
import { describeValue, isRecord } from "../values/plain.ts";

/** Of `RequestInit`: what a request shows of itself, and so can be handed on where it is not the runtime's default. */
const SHOWN = [
  "cache",
  "credentials",
  "integrity",
  "keepalive",
  "mode",
  "referrer",
  "referrerPolicy",
] as const;
/** Of `RequestInit`: what only `fetch` sees. */
const UNSHOWN = ["priority", "dispatcher"] as const;

const NAMES = [
  "baseUrl",
  "Request",
  "fetch",
  "querySerializer",
  "bodySerializer",
  "pathSerializer",
  "headers",
  "requestInitExt",
  "signal",
  ...SHOWN,
  ...UNSHOWN,
] as const;

type Fields = Readonly<Record<string, unknown>>;

/** Options of `createRaw` as they were given, once nothing among them is unknown. @throws {UsageError} */
export function readRawOptions<O extends object>(
  given: O | undefined,
  ofClient: readonly string[],
): Partial<O> {
  const kind: OptionsKind = {
    owner: "createRaw",
    names: NAMES,
    kinds: KINDS.raw,
    elsewhere: (name) =>
      name === "redirect" || name === "method" || name === "body"
        ? `${name} is not an option of createRaw: ${WHY[name]}.`
        : name !== "baseURL" && ofClient.includes(name)
          ? `${name} is an option of the client: createRaw(client.withOptions({ ${name}: … })).`
          : undefined,
  };
  return readOptions(given, kind);
}

const WHY = {
  redirect: "redirects are followed within the client's origin, as all its calls do",
  method: "each call names its own",
  body: "each call has its own",
};

/** @throws {UsageError} for an address that the client's credentials are not for */
export function readBaseURL(given: unknown, base: string): string {
  if (given === undefined) return base;
  const address = addressOf(given);
  if (address !== undefined && `${address}/`.startsWith(`${base}/`)) return address;
  throw new UsageError(
    `baseUrl must stay below ${base}, which the client's credentials are for: for another address make a client of its own, with baseURL.`,
  );
}

function addressOf(given: unknown): string | undefined {
  try {
    const { origin, pathname, search, hash, username, password } = new URL(String(given));
    if (search || hash || username || password) return undefined;
    return origin + pathname.replace(/\/$/, "");
  } catch {
    return undefined;
  }
}

/** @throws {UsageError} for a redirect rule of the call's own */
export function checkCall(init: Fields): void {
  if (init.redirect !== undefined && init.redirect !== "follow") {
    throw new UsageError(`redirect is not an option of a raw call: ${WHY.redirect}.`);
  }
}

/**
 * Looks at header fields before `Headers` does, which prints the value of one that it refuses.
 *
 * @throws {UsageError} naming the field, never its value
 */
export function checkHeaders(given: unknown): void {
  if (typeof given !== "object" || given === null) return;
  const pairs = Symbol.iterator in given ? Array.from(given as Iterable<unknown>) : Object.entries(given);
  for (const pair of pairs) {
    const [name, value] = pair as [string, unknown];
    for (const one of Array.isArray(value) ? value : [value]) putHeaders({}, [[name, one as string]]);
  }
}

/**
 * What a request says to `fetch` beside its method, address, header and body: what differs from a request without any
 * options, and fields that were put on it.
 *
 * @param plain a request without options
 */
export function fetchOptionsOf(request: object, plain: object): Record<string, unknown> {
  const said: Record<string, unknown> = { ...request };
  const [own, usual] = [request, plain] as [Fields, Fields];
  for (const name of SHOWN) if (own[name] !== usual[name]) said[name] = own[name];
  return said;
}

/** Of the client's options those that no request shows. */
export function unshownOptions(options: Fields): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const name of UNSHOWN) if (options[name] !== undefined) said[name] = options[name];
  return { ...said, ...(isRecord(options.requestInitExt) ? options.requestInitExt : {}) };
}

/** What `fetch` would write as "[object …]" is refused. @throws {UsageError} */
export function checkBody(written: unknown): unknown {
  if (typeof written !== "object" || written === null || ArrayBuffer.isView(written)) return written;
  const kinds = [
    ArrayBuffer,
    globalThis.Blob,
    globalThis.FormData,
    URLSearchParams,
    globalThis.ReadableStream,
  ];
  if (kinds.some((kind) => kind && written instanceof kind)) return written;
  throw new UsageError(
    `bodySerializer returned ${describeValue(written)}; a string, bytes, a Blob, a FormData, URLSearchParams or a stream is expected.`,
  );
}
