import {
  type ClientModule,
  formatFaults,
  formatReport,
  runContract,
  runFaults,
} from "@trunkline/conformance";
import { chainMiddleware } from "@trunkline/runtime/client";
import { describe, expect, it } from "vitest";

const folder = new URL("./fixtures/agora-0.1.0/", import.meta.url);
const entry = new URL("code/index.js", folder);

// Code that was emitted and released, as users have it, on the runtime as it is now: within a major version, a newer
// runtime must carry every older client.
describe("the client of @trunkline/agora 0.1.0 on this runtime", () => {
  it("keeps its contract", { timeout: 120_000 }, async () => {
    const report = await runContract(folder);
    expect(report.cases).toBeGreaterThan(20);
    expect(report.passed, formatReport(report)).toBe(true);
  });

  it("keeps its promises before servers that misbehave", { timeout: 240_000 }, async () => {
    const released = (await import(entry.href)) as ClientModule;
    // A client of that day exports what it was emitted with; middleware is an option of the runtime's.
    const report = await runFaults(folder, { module: { ...released, chainMiddleware } });
    expect(report.passed).toBeGreaterThan(30);
    expect(report.failed, formatFaults(report)).toBe(0);
  });
});
