import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatCoverage } from "./contract/print.ts";
import { contractCases } from "./contract/suite.ts";
import type { ContractOptions } from "./contract/types.ts";

export { type DescribeFaultsOptions, describeFaults } from "./faults/vitest.ts";

/** Milliseconds. Cases share a server, so one that is cut off by a busy machine would spoil the next. */
const PATIENCE = 60_000;

/**
 * Makes one vitest test of every contract case of a package, and one of their coverage.
 *
 * @param packageFolder folder of the built package
 * @example
 * describeContract(new URL("..", import.meta.url));
 */
export function describeContract(packageFolder: string | URL, options: ContractOptions = {}): void {
  describe("contract", async () => {
    const suite = await contractCases(packageFolder, options);
    // Prism takes a while to load; no case is to be blamed for it.
    beforeAll(() => suite.prepare(), PATIENCE);
    afterAll(() => suite.close());
    const operations = [...new Set(suite.cases.map((one) => one.operation))];
    for (const operation of operations) {
      describe(operation, () => {
        for (const one of suite.cases.filter((each) => each.operation === operation))
          it(one.name, { timeout: PATIENCE }, () => one.run());
      });
    }
    it("covers every operation, status, example and field", () => {
      const coverage = suite.coverage();
      console.log(formatCoverage(coverage));
      expect(coverage.rows.filter((row) => row.missing.length > 0)).toEqual([]);
    });
  });
}
