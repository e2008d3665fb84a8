import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { countComputing } from "../src/bounded/computing.ts";
import { makeBounded } from "../src/bounded/run-bounded.ts";
import { keepThreads, takeThreads } from "../src/bounded/threads.ts";
import { formatFiles } from "../src/format/oxfmt.ts";
import { makePackage } from "../src/make-package.ts";
import { inputOf } from "./untrusted/cells.ts";

const bounds = { seconds: 60, megabytes: 1000 };

function largeDocument(title: string, more: object = {}): string {
  const description = "What it is. ".repeat(1000);
  const schemas = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `Thing${index}`,
      { type: "object", title, description, ...more },
    ]),
  );
  const info = { title: "Shop", version: "1" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: {}, components: { schemas } });
}

it("makes of a large document, in two threads, what it makes in one, whatever the document was before", async () => {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-large-"));
  try {
    const spec = join(folder, "openapi.json");
    const input = inputOf(spec);
    await writeFile(spec, largeDocument("Wrong", { minLength: -1 }));
    await expect(makeBounded({ ...input, strict: true }, bounds)).rejects.toThrow(/schema-inert/);

    await writeFile(spec, largeDocument("Before"));
    const alone = await makePackage(input, (files) => formatFiles(files));
    expect(alone.files.get("src/schema.ts")).toContain("Before");
    expect(await makeBounded(input, bounds)).toEqual(alone);

    await writeFile(spec, largeDocument("After"));
    const { files } = await makeBounded(input, bounds);
    expect(files.get("src/schema.ts")).toContain("After");
    expect(files.get("openapi.yaml")).toContain("After");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it("keeps nothing of a run that no other follows, and makes the same", async () => {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-once-"));
  try {
    const spec = join(folder, "openapi.json");
    await writeFile(spec, largeDocument("Once"));
    const kept = await makeBounded(inputOf(spec), bounds);
    const threads = takeThreads(spec, bounds.megabytes);
    expect(threads.isUsed).toBe(true);
    keepThreads(threads, spec);
    expect(await makeBounded({ ...inputOf(spec), once: true }, bounds)).toEqual(kept);
    expect(threads.started.map(({ threadId }) => threadId)).toEqual([-1]);
    const after = takeThreads(spec, bounds.megabytes);
    expect(after.isUsed).toBe(false);
    await after.terminate();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it("starts the formatter once for a small document", async () => {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-small-"));
  let started = 0;
  const count = (): void => {
    started += 1;
  };
  subscribe("child_process", count);
  try {
    const spec = join(folder, "openapi.json");
    const info = { title: "Small", version: "1" };
    await writeFile(spec, JSON.stringify({ openapi: "3.1.0", info, paths: {} }));
    const { files } = await makeBounded(inputOf(spec), bounds);
    expect(files.get("src/schema.ts")).toContain("export type paths");
    expect(started).toBe(1);
  } finally {
    unsubscribe("child_process", count);
    await rm(folder, { recursive: true, force: true });
  }
});

it("counts what a thread has computed that has ended since", async () => {
  const threads = takeThreads("openapi.json", bounds.megabytes);
  const { spent } = countComputing(threads);
  threads.helper.postMessage({ makeFilesOf: new TextEncoder().encode("{}") });
  let before = 0;
  while (before < 0.02) before = await spent();
  threads.endHelper();
  expect(await spent()).toBeGreaterThanOrEqual(before);
  await threads.terminate();
});

it("makes a package in new threads when those that have made one before have no room for it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-full-"));
  try {
    const spec = join(folder, "openapi.json");
    await writeFile(spec, '{ "openapi": "3.1.0", "info": { "title": "Shop", "version": "1" }, "paths": {} }');
    const threads = takeThreads(spec, bounds.megabytes);
    keepThreads(threads, spec);
    const made = makeBounded(inputOf(spec), bounds);
    // As Node says it, without the seconds that it takes to fill a thread.
    threads.maker.emit("error", Object.assign(new Error("Full."), { code: "ERR_WORKER_OUT_OF_MEMORY" }));
    expect((await made).files.has("openapi.yaml")).toBe(true);
    expect(threads.maker.threadId).toBe(-1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it("goes by the clock when a thread does not tell what it has computed", async () => {
  const threads = takeThreads("openapi.json", bounds.megabytes);
  keepThreads(threads, "openapi.json");
  Object.assign(threads.maker, { cpuUsage: () => new Promise(() => undefined) });
  await expect(makeBounded(inputOf("openapi.json"), { ...bounds, seconds: 0.02 })).rejects.toThrow(
    /more than 0\.02 seconds/,
  );
});

it("refuses a small document that costs too much, however soon it is made", async () => {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-small-"));
  try {
    const spec = join(folder, "openapi.json");
    await writeFile(spec, '{ "openapi": "3.1.0", "info": { "title": "Shop", "version": "1" }, "paths": {} }');
    for (let time = 0; time < 3; time += 1) await makeBounded(inputOf(spec), bounds);
    const least = { ...bounds, seconds: 0.0001 };
    await expect(makeBounded(inputOf(spec), least)).rejects.toThrow(/more than 0\.0001 seconds of computing/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
