import { AsyncResource } from "node:async_hooks";
import type { TransportRequest } from "@trunkline/runtime";
import type { Address } from "./address.ts";
import { CONTEXT } from "./in-context.ts";
import { outgoingBody } from "./outgoing-body.ts";
import { outgoingHeaders } from "./outgoing-headers.ts";
import { usageError } from "./usage-error.ts";

/** A request as undici takes it. @throws UsageError for one that cannot be sent */
export function dispatchOptions(request: TransportRequest, { origin, host, path }: Address): object {
  const { method, headers } = request;
  const outgoing = outgoingBody(request.body);
  const { body } = outgoing;
  if (body !== null && /^(?:GET|HEAD)$/.test(method)) {
    throw usageError(`A ${method} request has no body; fetch does not send one either.`);
  }
  return {
    origin,
    path,
    method,
    headers: outgoingHeaders(headers, host, outgoing),
    body,
    [CONTEXT]: new AsyncResource("TrunklineRequest"),
    // The attempt's clock is the client's.
    headersTimeout: 0,
    bodyTimeout: 0,
  };
}
