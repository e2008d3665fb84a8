import { createBench } from "./bench.ts";
import { requestCases, responseCases } from "./call-cases.ts";
import { brokenCase } from "./cases.ts";
import { measureCoverage } from "./coverage.ts";
import { credentialCases, exchangeCases } from "./credential-cases.ts";
import { requestFields } from "./fields.ts";
import { idempotencyCases } from "./idempotency.ts";
import { readPackage } from "./package.ts";
import type { ContractOptions, ContractSuite } from "./types.ts";
import { walkCases } from "./walk-cases.ts";

/**
 * Builds the contract cases of a client package from the document and the names.lock that it ships.
 * Nothing is sent before the first case runs.
 *
 * @throws Error when the folder is not a client package
 * @example
 * await using suite = await contractCases("packages/agoralia");
 * for (const one of suite.cases) await one.run();
 */
export async function contractCases(
  packageFolder: string | URL,
  options: ContractOptions = {},
): Promise<ContractSuite> {
  const pack = readPackage(packageFolder);
  const bench = createBench(pack, options, (request) => requestFields(pack, request));
  const named = new Set(pack.targets.map((target) => target.operation));
  const cases = [
    ...pack.targets.flatMap((target) => [
      ...responseCases(bench, target),
      ...requestCases(bench, target),
      ...walkCases(bench, target),
      ...credentialCases(bench, target),
      ...idempotencyCases(bench, target),
    ]),
    ...exchangeCases(bench),
    ...pack.operations
      .filter((operation) => !named.has(operation))
      .map((operation) =>
        brokenCase(
          bench,
          operation.id ?? operation.route,
          "has a method",
          `names.lock names no method for ${operation.route}. Generate the package again.`,
        ),
      ),
    ...pack.strays.map((route) =>
      brokenCase(
        bench,
        route,
        "is in the document",
        `names.lock names ${route}, which the document does not have.`,
      ),
    ),
  ];
  return {
    name: pack.name,
    operations: pack.operations.length,
    cases,
    prepare: async () => void (await Promise.all([bench.module(), bench.peek()])),
    coverage: () => measureCoverage(pack, bench.covered),
    close: () => bench.close(),
    [Symbol.asyncDispose]: () => bench.close(),
  };
}
