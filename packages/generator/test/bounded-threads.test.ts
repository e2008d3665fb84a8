import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { ToWorker } from "../src/bounded/messages.ts";
import {
  keepThreads,
  prepareThreads,
  stopListening,
  type Threads,
  takeThreads,
} from "../src/bounded/threads.ts";
import { inputOf } from "./untrusted/cells.ts";

const used: Threads[] = [];
function take(spec: string, megabytes = 1000): Threads {
  const threads = takeThreads(spec, megabytes);
  used.push(threads);
  return threads;
}
afterEach(() => Promise.all(used.splice(0).map((threads) => threads.terminate())));

describe("the threads that make a package", () => {
  it("is kept for the next change of its document, however its path is written", () => {
    const first = take("specs/acme/openapi.yaml");
    keepThreads(first, "specs/acme/openapi.yaml");
    expect(take("./specs/zeta/../acme/openapi.yaml")).toBe(first);
  });

  it("is given to one run at a time", () => {
    const first = take("acme.yaml");
    keepThreads(first, "acme.yaml");
    expect(take("acme.yaml")).toBe(first);
    expect(take("acme.yaml")).not.toBe(first);
  });

  it("are two only where help is needed, and then are kept and ended together", async () => {
    const first = take("acme.yaml");
    expect(first.started).toEqual([first.maker]);
    const { helper } = first;
    expect(first.started).toEqual([first.maker, helper]);
    keepThreads(first, "acme.yaml");
    expect(take("acme.yaml").helper).toBe(helper);
    keepThreads(first, "acme.yaml");
    const ended = once(helper, "exit");
    take("zeta.yaml");
    await ended;
  });

  it.each([
    ["another document", "zeta.yaml", 1000],
    ["another limit of memory", "acme.yaml", 500],
  ])("is ended, not reused, for %s", async (_what, spec, megabytes) => {
    const first = take("acme.yaml");
    keepThreads(first, "acme.yaml");
    const ended = once(first.maker, "exit");
    expect(take(spec, megabytes)).not.toBe(first);
    await ended;
  });

  it("serves any document as long as it has seen none", () => {
    prepareThreads(1000);
    const prepared = take("acme.yaml");
    keepThreads(prepared, "acme.yaml");
    expect(take("acme.yaml")).toBe(prepared);
  });

  it("may run out of memory when nobody listens to them any more", async () => {
    const folder = await mkdtemp(join(tmpdir(), "trunkline-threads-"));
    try {
      const spec = join(folder, "openapi.yaml");
      await writeFile(spec, `a:\n${"  - { b: c }\n".repeat(50_000)}`);
      const { maker } = take(spec, 1);
      stopListening(maker);
      maker.postMessage({ make: inputOf(spec) } satisfies ToWorker);
      // Not `once` of Node, which would listen to errors. Node gives this code to a worker that fails.
      expect(await new Promise((resolve) => maker.once("exit", resolve))).toBe(1);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
