import { AsyncLocalStorage } from "node:async_hooks";
import { expect, it } from "vitest";
import { GUARD } from "../../src/faults/bench/clock.ts";
import { pause } from "../../src/faults/bench/pause.ts";
import { type PreparedCase, runCase } from "../../src/faults/run-case.ts";
import type { FaultRun } from "../../src/faults/types.ts";

const active = (what: string): number =>
  process.getActiveResourcesInfo().filter((one) => one === what).length;
const servers = (): number => active("TCPServerWrap");

const fault = { id: "time/late", title: "Late.", reason: "", source: "" } as unknown as PreparedCase["fault"];

/** Runs a case with a deadline that it does not meet, and waits until it has gone on. */
async function runLate(run: FaultRun) {
  const cell = await runCase({ fault, run }, {} as never, {} as never, 50);
  await pause(300);
  return cell;
}

it("a case that goes on behind its deadline leaves no server", async () => {
  const before = servers();
  const cell = await runLate(async (bench) => {
    await bench.serve(() => {});
    await pause(150);
    await bench.serve(() => {});
  });
  expect(cell).toMatchObject({ verdict: "fail", detail: "nothing came of it within 0.05 s" });
  expect(servers()).toBe(before);
});

it("undoes at once what is deferred behind the end", async () => {
  let undone = 0;
  await runLate(async (bench) => {
    await pause(150);
    bench.defer(() => {
      undone += 1;
    });
  });
  expect(undone).toBe(1);
});

it("one thing that never ends keeps nothing else open", async () => {
  const before = servers();
  await runLate(async (bench) => {
    await bench.serve(() => {});
    bench.defer(() => new Promise(() => {}));
    await pause(10_000);
  });
  expect(servers()).toBe(before);
});

it("a case that is over leaves no timer that keeps the process alive", async () => {
  const before = active("Timeout");
  const run: FaultRun = async ({ clock, serve }) => {
    await serve(() => {});
    // A client's guard, asked for where no case is known, as in an event of a socket that others opened.
    outside(() => setTimeout(() => {}, GUARD));
    expect(clock.pending).toEqual([]);
  };
  const outside = AsyncLocalStorage.snapshot();
  expect(await runCase({ fault, run }, {} as never, {} as never)).toMatchObject({ verdict: "pass" });
  expect(active("Timeout")).toBe(before);
});
