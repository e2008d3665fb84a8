import { type ClientModule, runFaults } from "@trunkline/conformance";
import { chainMiddleware } from "@trunkline/runtime/client";
import { expect, it } from "vitest";
import { emittedPackage, type Vendor } from "./emitted.ts";

/**
 * Declares a test of a package as it was emitted at commit 88912b7, on today's runtime.
 *
 * @param applicable how many cases applied then: what its document and code have, no later case can take away
 */
export function testEmitted(vendor: Vendor, applicable: number): void {
  it(`${vendor}, as it was emitted at 88912b7, keeps its promises on today's runtime`, {
    timeout: 240_000,
  }, async () => {
    const folder = emittedPackage(vendor);
    const emitted = (await import(new URL("dist/index.mjs", folder).href)) as ClientModule;
    // Packages of that day export what they were emitted with; middleware is an option of the runtime's.
    const { cells } = await runFaults(folder, { module: { ...emitted, chainMiddleware } });
    const failed = cells.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);
    expect(failed).toEqual([]);
    const passed = cells.filter(({ verdict }) => verdict === "pass");
    expect(passed.length).toBeGreaterThanOrEqual(applicable);
  });
}
