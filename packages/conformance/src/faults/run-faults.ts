import { allCases } from "./cases/all.ts";
import { groupOf, type PreparedCase, runCase } from "./run-case.ts";
import { readTarget, type Target } from "./target/target.ts";
import type { FaultCell, FaultOptions, FaultReport } from "./types.ts";

/** The cases that `options` ask for, each with what this package makes of it. */
export function prepareFaults(
  target: Target,
  options: Pick<FaultOptions, "groups" | "cases"> = {},
): readonly PreparedCase[] {
  const { groups, cases } = options;
  return allCases
    .filter((fault) => groups === undefined || groups.includes(groupOf(fault)))
    .filter((fault) => cases === undefined || cases.includes(fault.id))
    .map((fault) => ({ fault, run: fault.prepare(target) }));
}

/**
 * Puts a built client package before servers that misbehave, and reports which promises it keeps.
 *
 * @param packageFolder folder with package.json, document, names.lock and the built files
 * @throws Error when the folder is no built client package
 *
 * @example
 * const report = await runFaults("node_modules/@trunkline/agoralia");
 * console.log(formatFaults(report));
 */
export async function runFaults(
  packageFolder: string | URL,
  options: FaultOptions = {},
): Promise<FaultReport> {
  const started = Date.now();
  const target = readTarget(packageFolder);
  const module = options.module ?? (await target.load());
  const cells: FaultCell[] = [];
  for (const prepared of prepareFaults(target, options)) {
    const cell = await runCase(prepared, target, module, options.deadline);
    cells.push(cell);
    options.onCell?.(cell);
  }
  const count = (verdict: FaultCell["verdict"]): number =>
    cells.filter((cell) => cell.verdict === verdict).length;
  return {
    package: target.name,
    client: target.client,
    passed: count("pass"),
    failed: count("fail"),
    notApplicable: count("n/a"),
    duration: Date.now() - started,
    cells,
  };
}
