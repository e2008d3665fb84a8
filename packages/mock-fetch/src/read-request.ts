/** A request as a server would have it. */
export interface ReadRequest {
  readonly origin: string;
  readonly method: string;
  /** Path and query, undecoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  readonly signal: AbortSignal | undefined;
}

/**
 * Reads what was given to `fetch`.
 *
 * @throws TypeError as `fetch` does, for what is not a request
 */
export async function readRequest(
  input: Parameters<typeof fetch>[0],
  { signal: given, ...init }: RequestInit = {},
): Promise<ReadRequest> {
  const signal = given ?? (input instanceof Request ? input.signal : undefined);
  signal?.throwIfAborted();
  // A signal that a Request holds may be collected on Node.js 20 and 22, and never fire.
  const request = new Request(input, init);
  const { origin, pathname, search } = new URL(request.url);
  const bytes = new Uint8Array(await request.arrayBuffer());
  signal?.throwIfAborted();
  return {
    origin,
    method: request.method,
    target: pathname + search,
    // What every `fetch` sends.
    headers: { accept: "*/*", ...Object.fromEntries(request.headers) },
    bytes,
    signal,
  };
}
