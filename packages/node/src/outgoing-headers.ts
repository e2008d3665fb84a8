import { ACCEPTED } from "./codings.ts";
import type { OutgoingBody } from "./outgoing-body.ts";
import { usageError } from "./usage-error.ts";

/** What belongs to the connection; fetch refuses them too. */
const OF_CONNECTION: ReadonlySet<string> = new Set([
  "expect",
  "keep-alive",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * Header fields as they go out, name after value.
 *
 * @param host the host that the address names
 * @throws UsageError for fields that would lead elsewhere, or that are the connection's
 */
export function outgoingHeaders(
  given: Readonly<Record<string, string>>,
  host: string,
  { type, length, isCounted }: OutgoingBody,
): string[] {
  const fields: string[] = [];
  let hasType = false;
  let hasAccept = false;
  let hasCodings = false;
  for (const key of Object.keys(given)) {
    const name = key.toLowerCase();
    const value = given[key] as string;
    if (name === "host") {
      checkHost(value, host);
      continue;
    }
    if (name === "content-length" && (isCounted || length !== undefined)) continue;
    if (OF_CONNECTION.has(name) || (name === "connection" && !/^(?:close|keep-alive)$/i.test(value))) {
      throw usageError(
        `The header field "${name}" belongs to the connection, which the transport manages: leave it out.`,
      );
    }
    if (name === "content-type") hasType = true;
    else if (name === "accept") hasAccept = true;
    else if (name === "accept-encoding") hasCodings = true;
    fields.push(name, value);
  }
  if (!hasAccept) fields.push("accept", "*/*");
  if (!hasCodings) fields.push("accept-encoding", ACCEPTED);
  if (type !== undefined && !hasType) fields.push("content-type", type);
  if (length !== undefined) fields.push("content-length", String(length));
  return fields;
}

/** It would be obeyed: a credential could go to another virtual host than the one that it is for. */
function checkHost(value: string, host: string): void {
  if (value.toLowerCase() === host.toLowerCase()) return;
  throw usageError(
    'The header field "host" names another host than the address does: set baseURL to where requests go.',
  );
}
