import type { NamedWindow } from "@trunkline/runtime/quota";
import { keysOf, limitsOf } from "./quota-keys.ts";
import { SETTLE } from "./quota-scripts.ts";
import type { Runner } from "./scripts-runner.ts";

type Windows = readonly NamedWindow[];

/** What became of a request whose place was asked for. */
export interface Settlement {
  readonly id: string;
  /** `own`: sent by the leave of its own process. */
  readonly outcome: "counted" | "unsent" | "own";
  /** When its place was taken, by Redis's clock, where that is known. */
  readonly takenAt?: number | undefined;
}

/** Tells Redis what became of requests: at once, or when it is asked again after a failure. */
export interface Settlements {
  tell(windows: Windows, settlement: Settlement): void;
  /** Tells what was kept. What is asked next of the same windows knows of it. */
  flush(windows: Windows): void;
}

const OUTCOMES = { counted: "1", unsent: "0", own: "2" } as const;

/** Most requests that are kept for later; older ones are given up, which their leases make up for. */
const MOST = 1000;

/** When what was kept is told, in milliseconds, where nothing is asked before. */
const LATER = 1500;

export function settlementsOf(runner: Runner): Settlements {
  const kept = new Map<Windows, Settlement[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const keep = (windows: Windows, some: readonly Settlement[]): void => {
    kept.set(windows, [...(kept.get(windows) ?? []), ...some].slice(-MOST));
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      for (const list of [...kept.keys()]) flush(list);
    }, LATER);
    (timer as { unref?: () => void }).unref?.();
  };

  const send = (windows: Windows, some: readonly Settlement[]): void => {
    if (runner.rest() > 0) {
      keep(windows, some);
      return;
    }
    const told = some.flatMap(({ id, outcome, takenAt }) => [id, OUTCOMES[outcome], String(takenAt ?? 0)]);
    const args = [String(some.length), ...told, ...limitsOf(windows)];
    runner.run(SETTLE, keysOf(windows), args).catch(() => {
      // Whether the others were told of is not known, and a lease ends what was not.
      const own = some.filter(({ outcome }) => outcome === "own");
      if (own.length > 0) keep(windows, own);
    });
  };

  const flush = (windows: Windows): void => {
    const some = kept.get(windows);
    if (!some || runner.rest() > 0) return;
    kept.delete(windows);
    send(windows, some);
  };

  return { tell: (windows, settlement) => send(windows, [settlement]), flush };
}
