import type { Bench } from "./bench.ts";

/** What Node's fetch hands its requests to. */
export interface Dispatcher {
  dispatch(options: object, handler: object): boolean;
}

const PLACE: symbol = Symbol.for("undici.globalDispatcher.1");

/** The one that Node's fetch has; undefined in other runtimes. */
function ownDispatcher(): Dispatcher | undefined {
  // Node makes it when something of undici's is looked at.
  void globalThis.Response;
  return (globalThis as Record<symbol, unknown>)[PLACE] as Dispatcher | undefined;
}

/** Puts another one in its place until the case ends; the client need not know of it. */
export function replaceDispatcher(bench: Bench, make: (own: Dispatcher) => Dispatcher): void {
  const own = ownDispatcher();
  if (own === undefined) return;
  Reflect.set(globalThis, PLACE, make(own));
  bench.defer(() => Reflect.set(globalThis, PLACE, own));
}

/** Has Node's fetch vouch for a certificate, which it can be told nowhere else once it runs. */
export function trust(bench: Bench, ca: string): void {
  replaceDispatcher(bench, (own) => {
    const Agent = own.constructor as new (options: object) => Dispatcher & { destroy(): unknown };
    const agent = new Agent({ connect: { ca } });
    bench.defer(() => agent.destroy());
    return agent;
  });
}
