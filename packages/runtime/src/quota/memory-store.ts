import { now, startTimer, type Timer } from "../clock/timers.ts";
import type { NamedWindow, NoPlace, Place, QuotaStore, TakeOptions } from "./types.ts";
import { type WindowLog, windowLog } from "./window-log.ts";

/** Those who ask for the same windows, in the order of asking. */
interface Line {
  readonly logs: readonly WindowLog[];
  readonly waiting: Set<Waiter>;
  readonly gate: Gate;
  timer: Timer | undefined;
}

/** Lines of the same first window have one gate: the vendor says of a refusal when it ends, and not which window it is of. */
interface Gate {
  /** Moment until which the vendor lets nothing through. */
  closed: number;
}

interface Waiter {
  go(place: Place | NoPlace): void;
}

/** Lines that are kept in any case. */
const LEAST_SWEPT = 1000;

/** A {@link QuotaStore} in the memory of one process. */
export interface MemoryStore extends QuotaStore {
  /** Counts a request that another store has allowed, even if this one has no place left. */
  count(windows: readonly NamedWindow[]): Place;
}

/** Makes a store that counts requests in the memory of this process. */
export function memoryStore(): MemoryStore {
  const logs = new Map<string, WindowLog>();
  const lines = new Map<string, Line>();
  const gates = new Map<string, Gate>();

  /** Lists of windows are few, and asked for at every request. */
  const keys = new WeakMap<readonly NamedWindow[], string>();
  let swept = LEAST_SWEPT;

  function logOf({ name, limit, per }: NamedWindow): WindowLog {
    const key = JSON.stringify([name, limit, per]);
    const log = logs.get(key) ?? windowLog(limit, per);
    logs.set(key, log);
    return log;
  }

  function gateOf([first]: readonly NamedWindow[]): Gate {
    const name = first?.name ?? "";
    const gate = gates.get(name) ?? { closed: 0 };
    gates.set(name, gate);
    return gate;
  }

  function lineOf(windows: readonly NamedWindow[]): Line {
    const key =
      keys.get(windows) ?? JSON.stringify(windows.map(({ name, limit, per }) => [name, limit, per]));
    keys.set(windows, key);
    const known = lines.get(key);
    if (known) return known;
    sweep();
    const gate = gateOf(windows);
    const line: Line = { logs: windows.map(logOf), waiting: new Set<Waiter>(), gate, timer: undefined };
    lines.set(key, line);
    return line;
  }

  /** Forgets what nobody uses, each time that there is twice as much of it: accounts may be many. */
  function sweep(): void {
    if (lines.size < swept) return;
    const at = now();
    for (const [key, { waiting, gate, logs }] of lines) {
      if (waiting.size === 0 && gate.closed <= at && logs.every((log) => log.used(at) === 0))
        lines.delete(key);
    }
    const used = new Set([...lines.values()].flatMap((line) => line.logs));
    for (const [key, log] of logs) if (!used.has(log)) logs.delete(key);
    for (const [key, gate] of gates) if (gate.closed <= at) gates.delete(key);
    swept = Math.max(LEAST_SWEPT, 2 * lines.size);
  }

  const waitOf = (line: Line, at: number, ahead: number): number =>
    line.logs.reduce(
      (longest, log) => Math.max(longest, log.wait(at, ahead)),
      Math.max(0, line.gate.closed - at),
    );

  function taken(line: Line): Place {
    for (const log of line.logs) log.take();
    const takenAt = now();
    let isSettled = false;
    return {
      settle(isCounted, stated = []) {
        if (isSettled) return;
        isSettled = true;
        const at = now();
        for (const log of line.logs) log.settle(at, isCounted);
        for (const { window, remaining, resetsIn } of stated) {
          const from = resetsIn === undefined ? at : at + resetsIn - window.per;
          logOf(window).fill(at, window.limit - remaining, from, takenAt);
        }
        if (isCounted) return;
        for (const other of lines.values())
          if (other.logs.some((log) => line.logs.includes(log))) letGo(other);
      },
    };
  }

  /** Those whose turn it is; the next one is looked at when a place may be free. */
  function letGo(line: Line): void {
    clearTimeout(line.timer);
    line.timer = undefined;
    for (const waiter of line.waiting) {
      const wait = waitOf(line, now(), 0);
      if (wait > 0) {
        line.timer = startTimer(() => letGo(line), Math.ceil(wait));
        return;
      }
      line.waiting.delete(waiter);
      waiter.go(taken(line));
    }
  }

  return {
    count: (windows) => taken(lineOf(windows)),
    take(windows, options) {
      const line = lineOf(windows);
      // A timer may be late: whoever waits goes first.
      if (line.waiting.size > 0) letGo(line);
      const wait = waitOf(line, now(), line.waiting.size);
      if (wait === 0) return taken(line);
      if (wait > options.maxWait) return { wait };
      return join(line, options, letGo, () => waitOf(line, now(), 0));
    },
    close(windows, wait) {
      const gate = gateOf(windows);
      gate.closed = Math.max(gate.closed, now() + wait);
    },
    state(windows) {
      const at = now();
      return windows.map((window) => {
        const log = logOf(window);
        const free = log.freeAt(at);
        const used = log.used(at);
        return {
          ...window,
          remaining: Math.max(0, window.limit - used),
          resetsIn: used === 0 ? 0 : free === undefined ? undefined : free - at,
        };
      });
    },
  };
}

/** Waits in a line, until it is one's turn, or for as long as one may. */
function join(
  line: Line,
  { maxWait, signal }: TakeOptions,
  letGo: (line: Line) => void,
  waitOfNext: () => number,
): Promise<Place | NoPlace> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      line.waiting.delete(waiter);
      if (line.waiting.size > 0) return;
      clearTimeout(line.timer);
      line.timer = undefined;
    };
    const waiter: Waiter = {
      go(place) {
        leave();
        resolve(place);
      },
    };
    const onAbort = (): void => {
      leave();
      reject(signal?.reason);
    };
    const refuse = (): void => {
      // The timer of its turn may be due as well.
      letGo(line);
      if (line.waiting.has(waiter)) waiter.go({ wait: waitOfNext() });
    };
    const timer = maxWait === Number.POSITIVE_INFINITY ? undefined : startTimer(refuse, maxWait);
    if (signal?.aborted) return onAbort();
    signal?.addEventListener("abort", onAbort, { once: true });
    line.waiting.add(waiter);
    if (line.timer === undefined) letGo(line);
  });
}
