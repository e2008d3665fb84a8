import type { ClientDefinition } from "../definition.ts";
import { visibleHeaders } from "../headers.ts";
import { type CallRequest, openBody, scrubberOf } from "../layer.ts";

/** A request that would be sent. */
export interface Preview {
  /** Operation id. */
  readonly operation: string;
  readonly method: string;
  /** Path template. */
  readonly path: string;
  /** Address with its query; a key in it is redacted. */
  readonly url: string;
  /** Header fields; whatever may be a secret is redacted. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as `fetch` would get it; a stream is closed. */
  readonly body: unknown;
}

/** What would be sent, without asking for a credential: its place is shown, its value is not. */
export function previewOf({ schemes, idempotency }: ClientDefinition, request: CallRequest): Preview {
  const { id, method, path, header } = request.facts.operation;
  const harmless = [idempotency?.header, ...(header?.names ?? [])];
  const headers = visibleHeaders(Object.entries(request.headers), harmless);
  let url = scrubberOf(request.facts).label(request.url);
  for (const name of request.schemes) {
    const scheme = schemes[name];
    if (scheme?.header) headers[scheme.header] = "[redacted]";
    if (scheme?.query)
      url += `${url.includes("?") ? "&" : "?"}${encodeURIComponent(scheme.query)}=[redacted]`;
  }
  const body = openBody(request.body);
  if (body) request.body?.close?.(body);
  return { operation: id, method, path, url, headers, body };
}
