import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { keepThreads, prepareThreads, type Threads, takeThreads } from "../src/bounded/threads.ts";

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
});
