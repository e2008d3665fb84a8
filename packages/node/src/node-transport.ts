import type { Transport } from "@trunkline/runtime";
import { readAddress } from "./address.ts";
import { checkOptions } from "./check-options.ts";
import { Exchange } from "./exchange.ts";
import { explainer } from "./explain.ts";
import type { Dispatcher, NodeTransportOptions } from "./options.ts";
import { openPools, type Pools } from "./pools.ts";
import { createQueue } from "./queue.ts";
import { globalDispatcher, replacedFetch } from "./surroundings.ts";
import { sendThrough } from "./through-fetch.ts";
import { usageError } from "./usage-error.ts";
import { warnOnce } from "./warn-once.ts";
import type { Way } from "./way.ts";

/** A transport over the connection pools of undici. */
export interface NodeTransport extends Transport {
  /**
   * How many requests are under way and waiting, and how many connections are open; `connected` is not known for a
   * dispatcher of your own.
   */
  readonly stats: { readonly running: number; readonly queued: number; readonly connected: number };
  /** Waits for all requests that were made, then closes the connections. Later requests are refused. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A transport for clients in Node.js. It costs less than `fetch`, and has connections, proxy and certificates as
 * options. Clients that are given the same transport share its connections.
 *
 * @example
 * const transport = nodeTransport({ connections: 10, proxy: "http://proxy.example.com:3128" });
 * const client = new Buena({ transport });
 * @throws UsageError for an option that is unknown, wrong or cannot be read
 */
export function nodeTransport(options: NodeTransportOptions = {}): NodeTransport {
  checkOptions(options);
  const { connections = 64, dispatcher: own, maxDecompressed = 1_073_741_824, proxy, tls } = options;
  const isFixed = own !== undefined || tls !== undefined || (proxy !== undefined && proxy !== false);
  if (process.versions.bun && isFixed) {
    throw usageError(
      "Bun has no undici, so that this transport sends through its fetch: give Bun's own proxy and tls as fetchOptions of the client, without a transport.",
    );
  }
  const explain = explainer(options);
  const warn = warnOnce();
  const overruled = ["connections", "connectTimeout", "keepAliveTimeout", "proxy", "tls"].filter(
    (name) => options[name as keyof NodeTransportOptions] !== undefined,
  );
  if (own && overruled.length > 0) {
    warn(`nodeTransport was given a dispatcher, which has its own: ${overruled.join(", ")} are not used.`);
  }
  const ways = new Map<string, Way>();
  let running = 0;
  let closing: Promise<void> | undefined;
  let onIdle: (() => void) | undefined;
  let opening: Promise<Pools> | undefined;
  let pools: Pools | undefined;

  const onDone = (): void => {
    running -= 1;
    if (running === 0) onIdle?.();
  };

  /** By pools of the transport's, in its order. */
  const wayTo = (origin: string, { dispatcher }: Pools): Way => {
    const known = ways.get(origin);
    if (known) return known;
    for (const [name, { queue }] of ways) if (queue?.running === 0) ways.delete(name);
    const way = { dispatcher, queue: createQueue(connections), maxDecompressed, explain, onDone };
    ways.set(origin, way);
    return way;
  };

  /** By a dispatcher that somebody else has made. */
  const wayBy = (dispatcher: Dispatcher): Way => ({
    dispatcher,
    queue: undefined,
    maxDecompressed,
    explain: (error) => error,
    onDone,
  });

  const end = async (): Promise<void> => {
    if (running > 0) {
      await new Promise<void>((resolve) => {
        onIdle = resolve;
      });
    }
    await (await opening)?.dispatcher.close();
  };

  return {
    get stats() {
      let queued = 0;
      for (const { queue } of ways.values()) queued += queue?.queued ?? 0;
      return { running: running - queued, queued, connected: pools?.connected() ?? 0 };
    },
    async send(request) {
      if (closing) throw usageError("The transport is closed (close()): make another one for further calls.");
      const replaced = replacedFetch();
      if (replaced && !isFixed) return sendThrough(replaced, request);
      if (replaced) {
        warn(
          "The global fetch was replaced, as tests and frameworks do it. This transport does not send through it, because it was given a proxy, certificates or a dispatcher.",
        );
      }
      const global = isFixed ? undefined : globalDispatcher();
      if (global && !global.isSpokenTo) return sendThrough(globalThis.fetch, request, global.dispatcher);
      const other = own ?? global?.dispatcher;
      const address = readAddress(request.url);
      if (!other && !pools) {
        opening ??= openPools(options, connections);
        pools = await opening;
      }
      running += 1;
      const way = other ? wayBy(other) : wayTo(address.origin, pools as Pools);
      return new Exchange(way, request, address).send();
    },
    close() {
      closing ??= end();
      return closing;
    },
    [Symbol.asyncDispose]() {
      return this.close();
    },
  };
}
