import { allCases } from "./cases/all.ts";
import { groupOf, type PreparedCase, runCase } from "./run-case.ts";
import { readAdapted, readTarget, type Target } from "./target/target.ts";
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
    .map((fault) => ({
      fault,
      run: (groupOf(fault) === "pages" && withoutWalks(target)) || fault.prepare(target),
    }));
}

/** Why nothing can be said of pages: of a client with an adapter, only the adapter can say how it walks. */
function withoutWalks({ pack, probes }: Target): string | undefined {
  const isWalking = !pack.isAdapted || probes.some(({ names }) => names.paged);
  return isWalking ? undefined : "the adapter gives no walk over pages";
}

/**
 * Puts a built client package before servers that misbehave, and reports which promises it keeps.
 *
 * @param packageFolder folder with package.json, document, names.lock and the built files
 * @throws Error when the folder is not a built client package, or the adapter is not one
 *
 * @example
 * const report = await runFaults("node_modules/@trunkline/agoralia");
 * console.log(formatFaults(report));
 */
export async function runFaults<Client = unknown>(
  packageFolder: string | URL,
  options: FaultOptions<Client> = {},
): Promise<FaultReport> {
  const started = Date.now();
  const { adapter } = options;
  const target = adapter === undefined ? readTarget(packageFolder) : readAdapted(packageFolder, adapter);
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
    callable: target.probes.length,
    duration: Date.now() - started,
    cells,
  };
}
