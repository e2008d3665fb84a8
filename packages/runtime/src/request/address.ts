import { safeAddress } from "../base-url.ts";
import { serializePath } from "../paths/serialize-path.ts";
import { serializeQuery } from "../query/serialize-query.ts";
import type { Call } from "./call.ts";

/** The address of a call, its query included. @throws {UsageError} for parameters that cannot be written */
export function addressOf(call: Call): string {
  const { operation, state, path, query } = call;
  const address =
    (serverOf(call) ?? state.baseURL) + serializePath(operation.path, path, operation.pathStyles);
  const written = serializeQuery(query, operation.query);
  return written ? `${address}?${written}` : address;
}

/** A server of the operation's own; where the caller named the base URL, everything goes there. */
function serverOf({ operation: { id, server }, state }: Call): string | undefined {
  if (server === undefined || state.customBaseURL) return undefined;
  return safeAddress(server, state.options, `The server of ${id}`);
}
