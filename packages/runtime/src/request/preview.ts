import { chooseSchemes } from "../credentials/choose-schemes.ts";
import { bodyOf } from "./attempt.ts";
import type { Call } from "./call.ts";
import { sentHeaders, visibleHeaders } from "./headers.ts";

/** A request that would be sent. */
export interface Preview {
  /** Operation id. */
  readonly operation: string;
  readonly method: string;
  /** Path template. */
  readonly path: string;
  /** Address with query; a key in it is redacted. */
  readonly url: string;
  /** Header fields; what may be a secret is redacted. */
  readonly headers: Readonly<Record<string, string>>;
  /** Body as it would be given to `fetch`; a stream is closed. */
  readonly body: unknown;
}

/** What would be sent, without asking for a credential: its place is shown, its value is not. */
export function previewOf(call: Call, address: string): Preview {
  const { operation, state } = call;
  const { schemes, idempotency } = state.definition;
  const headers = visibleHeaders(Object.entries(sentHeaders(call.headers)), [
    idempotency?.header,
    ...(operation.header?.names ?? []),
  ]);
  let url = address;
  for (const name of chooseSchemes(call)) {
    const { header, query } = schemes[name] ?? {};
    if (header) headers[header] = "[redacted]";
    if (query) url += `${url.includes("?") ? "&" : "?"}${encodeURIComponent(query)}=[redacted]`;
  }
  const body = bodyOf(call);
  if (body) call.body?.close?.(body);
  return {
    operation: operation.id,
    method: operation.method,
    path: operation.path,
    url,
    headers,
    body,
  };
}
