import { UsageError } from "../errors/usage-error.ts";
import type { Transport } from "../transport.ts";
import { describeValue } from "../values/plain.ts";
import { fetchTransport, type Sender } from "./transport.ts";

/** The caller's transport. A raw request that brings a `fetch` of its own goes through that. */
export function ownTransport(transport: Transport): Sender {
  return {
    mayFollow: transport.mayFollow,
    async send(request, through) {
      const { fetch, fetchOptions = {} } = through ?? {};
      if (fetch) return fetchTransport(fetch, undefined).send(request, through);
      const [unread] = Object.keys(fetchOptions);
      if (unread !== undefined) {
        throw new UsageError(
          `${unread} is an option of fetch, and this client sends through its transport: set there what it should do, or give the raw client a fetch.`,
        );
      }
      return transport.send(request);
    },
  };
}

/** @throws {UsageError} for what is not a transport, and for options that nothing would read beside one */
export function checkTransport(options: {
  readonly transport?: unknown;
  readonly fetch?: unknown;
  readonly fetchOptions?: unknown;
}): void {
  const { transport } = options;
  if (transport === undefined) return;
  if (typeof (transport as Transport | null)?.send !== "function") {
    throw new UsageError(
      `transport is ${describeValue(transport)}; an object with a method send is expected, as nodeTransport() of @trunkline/node makes one.`,
    );
  }
  for (const name of ["fetch", "fetchOptions"] as const) {
    if (options[name] === undefined) continue;
    throw new UsageError(
      `${name} is given beside transport, through which everything is sent: give one of the two.`,
    );
  }
}
