import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { keepThread, prepareThread, takeThread } from "../src/bounded/threads.ts";

const used: { terminate(): Promise<number> }[] = [];
function take(spec: string, megabytes = 1000): ReturnType<typeof takeThread> {
  const thread = takeThread(spec, megabytes);
  used.push(thread);
  return thread;
}
afterEach(() => Promise.all(used.splice(0).map((thread) => thread.terminate())));

describe("the thread that makes a package", () => {
  it("is kept for the next change of its document, however its path is written", () => {
    const first = take("specs/acme/openapi.yaml");
    keepThread(first, "specs/acme/openapi.yaml", 1000);
    expect(take("./specs/zeta/../acme/openapi.yaml")).toBe(first);
  });

  it("is given to one run at a time", () => {
    const first = take("acme.yaml");
    keepThread(first, "acme.yaml", 1000);
    expect(take("acme.yaml")).toBe(first);
    expect(take("acme.yaml")).not.toBe(first);
  });

  it.each([
    ["another document", "zeta.yaml", 1000],
    ["another limit of memory", "acme.yaml", 500],
  ])("is ended, not reused, for %s", async (_what, spec, megabytes) => {
    const first = take("acme.yaml");
    keepThread(first, "acme.yaml", 1000);
    const ended = once(first, "exit");
    expect(take(spec, megabytes)).not.toBe(first);
    await ended;
  });

  it("serves any document as long as it has seen none", () => {
    prepareThread(1000);
    const prepared = take("acme.yaml");
    keepThread(prepared, "acme.yaml", 1000);
    expect(take("acme.yaml")).toBe(prepared);
  });
});
