import type { ClientModule } from "../contract/types.ts";
import { takeMissing } from "./adapter/missing.ts";
import { createBench } from "./bench/bench.ts";
import { withClock } from "./bench/clock.ts";
import { isDoneWithin } from "./bench/pause.ts";
import { FaultFailure } from "./promise.ts";
import type { Target } from "./target/target.ts";
import type { FaultCase, FaultCell, FaultGroup, FaultRun } from "./types.ts";

const DEADLINE = 6000;

/** A case with what this package makes of it. */
export interface PreparedCase {
  readonly fault: FaultCase;
  /** What to run, or why it does not apply. */
  readonly run: FaultRun | string;
}

export function groupOf({ id }: FaultCase): FaultGroup {
  return id.slice(0, id.indexOf("/")) as FaultGroup;
}

/** Runs one case. It never throws and never hangs: at its deadline the servers go away and the case has failed. */
export async function runCase(
  { fault, run }: PreparedCase,
  target: Target,
  module: ClientModule,
  limit: number = DEADLINE,
): Promise<FaultCell> {
  const started = process.hrtime.bigint();
  const cell = (verdict: FaultCell["verdict"], detail?: string): FaultCell => ({
    id: fault.id,
    group: groupOf(fault),
    title: fault.title,
    verdict,
    detail,
    reason: fault.reason,
    source: fault.source,
    duration: Math.round(Number(process.hrtime.bigint() - started) / 1e6),
  });
  if (typeof run === "string") return cell("n/a", run);
  const withdrawn = (): FaultCell | undefined => {
    const missing = takeMissing(module);
    return missing === undefined ? undefined : cell("n/a", `the adapter offers no ${missing}`);
  };
  try {
    await withClock(async (clock) => {
      const bench = createBench(target, module, clock);
      try {
        if (!(await isDoneWithin(run(bench), limit)))
          throw new FaultFailure(`nothing came of it within ${limit / 1000} s`);
      } finally {
        // What is still waiting will wait for ever, and wakes no more.
        clock.fate = () => "hold";
        await isDoneWithin(bench.close(), 1000);
      }
    });
    return withdrawn() ?? cell("pass");
  } catch (error) {
    const missing = withdrawn();
    if (missing) return missing;
    return cell("fail", error instanceof FaultFailure ? error.message : `it ended with ${describe(error)}`);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
