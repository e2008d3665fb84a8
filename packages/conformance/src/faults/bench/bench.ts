import type { Socket } from "node:net";
import { methodOf } from "../../contract/call.ts";
import type { ClientModule } from "../../contract/types.ts";
import { promise } from "../promise.ts";
import type { CallChanges } from "../target/call-changes.ts";
import type { Probe } from "../target/probe.ts";
import type { Target } from "../target/target.ts";
import type { Certificate } from "./certificates.ts";
import { type Clock, GUARD } from "./clock.ts";
import { type RawServer, startRawServer } from "./raw-server.ts";
import { type FaultServer, type Handler, startServer } from "./server.ts";

/** What came of a call. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown };

/** Everything that one case works with; all of it ends with the case. */
export interface Bench {
  readonly target: Target;
  readonly module: ClientModule;
  readonly clock: Clock;
  serve(handle: Handler, port?: number, certificate?: Certificate): Promise<FaultServer>;
  serveRaw(answer: (socket: Socket, number: number) => unknown): Promise<RawServer>;
  /** A client with every credential, a guard in place of its timeout, and these options. */
  client(base: string, options?: Readonly<Record<string, unknown>>): object;
  /** What the method returns or throws, as it is. */
  start(client: object, probe: Probe, changes?: CallChanges): unknown;
  /** Calls and waits for what comes of it. */
  call(client: object, probe: Probe, changes?: CallChanges): Promise<Outcome>;
  /** Whether `error` is an instance of the class that the package exports under this name. */
  isError(error: unknown, name: string): boolean;
  /** Something to be undone when the case ends. */
  defer(undo: () => unknown): void;
  close(): Promise<void>;
}

/** What a client warns of is for people who use it; cases that read it bring their own. */
const SILENT = { error() {}, warn() {}, info() {}, debug() {} };

export function createBench(target: Target, module: ClientModule, clock: Clock): Bench {
  const undo: (() => unknown)[] = [];
  let isClosed = false;
  /** A case that ran into its deadline may go on when its servers are gone, and ask for more of them. */
  const during = async <Server extends { close(): Promise<void> }>(
    start: () => Promise<Server>,
  ): Promise<Server> => {
    promise(!isClosed, "the case has ended");
    const server = await start();
    if (isClosed) await server.close();
    promise(!isClosed, "the case has ended");
    undo.push(() => server.close());
    return server;
  };
  const bench: Bench = {
    target,
    module,
    clock,
    serve: (handle, port, certificate) => during(() => startServer(handle, port, certificate)),
    serveRaw: (answer) => during(() => startRawServer(answer)),
    client(base, options = {}) {
      const Client = module[target.client];
      promise(typeof Client === "function", `the package does not export the class ${target.client}`);
      const guards = { timeout: GUARD, idleTimeout: GUARD, logger: SILENT };
      const all = { ...target.credentials, ...guards, baseURL: base, ...options };
      return Reflect.construct(Client, [all]) as object;
    },
    start(client, probe, changes = {}) {
      const { resource, method } = probe.names;
      return methodOf(client, resource, method)(...probe.arguments(changes));
    },
    async call(client, probe, changes) {
      return outcomeOf(() => bench.start(client, probe, changes));
    },
    isError(error, name) {
      const Class = module[name];
      return typeof Class === "function" && error instanceof Class;
    },
    defer(one) {
      if (isClosed) one();
      else undo.push(one);
    },
    async close() {
      isClosed = true;
      // All are begun: one that does not end must not keep the others open.
      await Promise.all(undo.reverse().map(async (one) => one()));
    },
  };
  return bench;
}

/** Waits for what `start` returns; never rejects. */
export async function outcomeOf(start: () => unknown): Promise<Outcome> {
  try {
    return { ok: true, value: await start() };
  } catch (error) {
    return { ok: false, error };
  }
}
