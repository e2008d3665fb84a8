import { contractCases } from "./suite.ts";
import { type CaseResult, ContractFailure, type ContractOptions, type ContractReport } from "./types.ts";

/**
 * Runs all contract cases of a client package, one after another.
 *
 * @throws Error when the folder is not a client package; a failed case is in the report
 */
export async function runContract(
  packageFolder: string | URL,
  options: ContractOptions = {},
): Promise<ContractReport> {
  const start = performance.now();
  await using suite = await contractCases(packageFolder, options);
  const results: CaseResult[] = [];
  for (const { kind, operation, name, run } of suite.cases) {
    const found = await run().then(
      (note) => ({ problems: [], note }),
      (error: unknown) => ({ problems: error instanceof ContractFailure ? error.problems : [String(error)] }),
    );
    results.push({ kind, operation, name, ...found });
  }
  const failures = results.filter((result) => result.problems.length > 0).length;
  const tried = results.filter((result) => result.note === undefined).length;
  const coverage = suite.coverage();
  return {
    package: suite.name,
    passed: failures === 0 && tried > 0 && (coverage.complete || options.documentFaults === "note"),
    operations: suite.operations,
    cases: results.length,
    tried,
    failures,
    milliseconds: Math.round(performance.now() - start),
    results,
    coverage,
  };
}
