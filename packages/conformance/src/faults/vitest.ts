import { beforeAll, describe, expect, it } from "vitest";
import type { ClientModule } from "../contract/types.ts";
import { runCase } from "./run-case.ts";
import { prepareFaults } from "./run-faults.ts";
import { readTarget } from "./target/target.ts";
import type { FaultOptions } from "./types.ts";

/** Options of {@link describeFaults}. */
export interface DescribeFaultsOptions extends Pick<FaultOptions, "groups" | "cases"> {
  /** How many cases must apply, so that none is skipped unnoticed. @default any number */
  applicable?: number | undefined;
}

/**
 * Declares a test per fault case for one client package; cases that do not apply are skipped with their reason.
 *
 * @param packageFolder folder of the package, as a path or a file URL
 *
 * @example
 * describeFaults(new URL("..", import.meta.url), { applicable: 87 });
 */
export function describeFaults(packageFolder: string | URL, options: DescribeFaultsOptions = {}): void {
  const target = readTarget(packageFolder);
  const prepared = prepareFaults(target, options);
  describe(`${target.name} keeps its promises before servers that misbehave`, () => {
    let module: ClientModule;
    beforeAll(async () => {
      module = await target.load();
    });
    const applicable = prepared.filter(({ run }) => typeof run !== "string").length;
    it.runIf(options.applicable !== undefined)("has as many applicable cases as pinned", () => {
      expect(applicable).toBe(options.applicable);
    });
    for (const one of prepared) {
      const { fault, run } = one;
      if (typeof run === "string") it.skip(`${fault.id}: n/a, ${run}`);
      else
        it(`${fault.id}: ${fault.title}`, { timeout: 20_000 }, async () => {
          const cell = await runCase(one, target, module);
          expect(cell.detail, `${fault.reason} (${fault.source.name})`).toBeUndefined();
        });
    }
  });
}
