import { runScript } from "../run/child.ts";
import type { Verdict } from "./referee.ts";

type Judged = Verdict | { readonly failed: string };

/** Has a process of its own judge packages, one after another. */
export async function judgeAll(targets: readonly string[]): Promise<ReadonlyMap<string, Judged>> {
  const script = new URL("./referee-child.ts", import.meta.url);
  const { verdicts } = await runScript<{ readonly verdicts: readonly Judged[] }>(script, targets);
  return new Map(verdicts.map((verdict, index) => [targets[index] ?? "", verdict]));
}

/** What was found of one of them. Throws where it could not be judged. */
export function verdictOf(all: ReadonlyMap<string, Judged>, target: string): Verdict {
  const verdict = all.get(target);
  if (verdict === undefined) throw new Error(`${target} was not judged`);
  if ("failed" in verdict) throw new Error(verdict.failed);
  return verdict;
}
