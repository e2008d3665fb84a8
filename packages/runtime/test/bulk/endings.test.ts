import { getEventListeners } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { BulkError, bulkRun } from "../../src/bulk.ts";
import { errorOf, sample } from "../support/sample.ts";
import { closedPort, json, serve } from "../support/server.ts";
import { leads, play, takesAll, UPLOAD, UPSERT, words } from "./support.ts";

const breaks: Parameters<typeof play>[1] = (_, response) => response.destroy();

describe("a run that ends before its rows", () => {
  it("tells what the rows threw, and what was read has a fate", async () => {
    const failing = new Error("the file is damaged");
    function* rows() {
      yield* leads(5);
      throw failing;
    }
    const { words, error } = await play(UPLOAD, takesAll, rows(), { chunk: 2 });
    expect(words).toBe("4 accepted, 1 unsent");
    expect(error).toBeInstanceOf(BulkError);
    expect(error?.cause).toBe(failing);
    expect(error?.message).toBe(
      "leads.upload in bulk ended early (read: 5, accepted: 4, unsent: 1, chunks: 3): the file is damaged",
    );
    expect(error?.summary).toMatchObject({ read: 5, accepted: 4, unsent: 1 });
  });

  it("rejects what awaits it with the same", async () => {
    const server = await serve(takesAll);
    async function* rows() {
      yield* leads(1);
      throw new Error("gone");
    }
    const error = await errorOf(bulkRun(sample({ baseURL: server.url }).things, UPLOAD, rows()));
    expect(error).toMatchObject({ name: "BulkError", summary: { read: 1, unsent: 1 } });
    expect(server.seen).toEqual([]);
  });

  it.each<[how: string, rows: unknown, want: object]>([
    ["that the vendor ends", [{ phone: "1" }], { attempts: 1, method: "POST", path: UPLOAD.path }],
    ["that cannot begin", "rows", { attempts: 0 }],
  ])("says who began a run %s, awaited and looped over", async (_, rows, want) => {
    const server = await serve((__, response) => json(response, {}, 403));
    const { things } = sample({ baseURL: server.url });
    async function awaits(): Promise<void> {
      await bulkRun(things, UPLOAD, rows as never);
    }
    async function loops(): Promise<void> {
      for await (const fate of bulkRun(things, UPLOAD, rows as never)) void fate;
    }
    for (const begin of [awaits, loops]) {
      const error = await errorOf(begin());
      expect(error).toMatchObject(want);
      expect(error.stack).toMatch(new RegExp(`^\\w+Error: .*\\n[^]* at (?:async )?${begin.name} `));
    }
  });

  it("leaves no row in doubt where the vendor was never reached, and gives up after three", async () => {
    const baseURL = await closedPort();
    const { words, error } = await play(
      UPLOAD,
      takesAll,
      leads(10),
      { chunk: 2, maxRetries: 0 },
      { baseURL },
    );
    expect(words).toBe("6 unsent");
    expect(error?.cause).toMatchObject({ unsent: true });
    expect(error?.summary).toMatchObject({ read: 6, unsent: 6 });
  });

  it("goes on after an answer was lost, and says of which rows", async () => {
    const { words, error } = await play(
      UPLOAD,
      (request, response, index) =>
        index === 1 ? breaks(request, response, index) : takesAll(request, response, index),
      leads(6),
      { chunk: 2 },
    );
    expect(words).toBe("2 accepted, 2 unknown, 2 accepted");
    expect(error).toBeUndefined();
  });

  it("gives up after so many in a row", async () => {
    const { words, server } = await play(UPLOAD, breaks, leads(10), { chunk: 1, maxFailures: 2 });
    expect(words).toBe("2 unknown");
    expect(server.seen.length).toBe(2);
  });

  it("sends again what may be, and what the caller says may be", async () => {
    const once: Parameters<typeof play>[1] = (request, response, index) =>
      index === 0 ? breaks(request, response, index) : takesAll(request, response, index);
    expect((await play(UPSERT, once, leads(2))).words).toBe("2 accepted");
    expect((await play(UPLOAD, once, leads(2))).words).toBe("2 unknown");
    expect((await play(UPLOAD, once, leads(2), { repeatable: true })).words).toBe("2 accepted");
  });

  it("calls unknown what was lost once, whatever the last attempt says", async () => {
    const { words } = await play(
      UPSERT,
      (request, response, index) =>
        index === 0 ? breaks(request, response, index) : json(response, {}, 401),
      leads(2),
    );
    expect(words).toBe("2 unknown");
  });

  it("is ended by a signal: what is under way is aborted", async () => {
    const abort = new AbortController();
    const { words, error, server } = await play(
      UPLOAD,
      (request, response, index) => {
        if (index === 0) return takesAll(request, response, index);
        abort.abort(new Error("enough"));
        return undefined;
      },
      leads(6),
      { chunk: 2, signal: abort.signal },
    );
    expect(words).toBe("2 accepted, 2 unknown");
    expect(error?.cause).toMatchObject({ message: "enough" });
    expect(server.seen.length).toBe(2);
  });

  it("is ended by a signal while it waits for a row, and lets the rows go", async () => {
    const abort = new AbortController();
    let isClosed = false;
    const rows = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise<never>(() => {}),
        return: async () => {
          isClosed = true;
          return { done: true as const, value: undefined };
        },
      }),
    };
    setTimeout(() => abort.abort(), 10);
    const { words, error } = await play(UPLOAD, takesAll, rows, { signal: abort.signal });
    expect([words, error?.name, isClosed]).toEqual(["", "BulkError", true]);
  });

  it("is not begun where the signal is aborted already", async () => {
    const { words, error, server } = await play(UPLOAD, takesAll, leads(3), { signal: AbortSignal.abort() });
    expect([words, error?.name, server.seen.length]).toEqual(["", "BulkError", 0]);
  });

  it("has one listener on a signal of many runs, lest Node.js warns of a leak", async () => {
    const { signal } = new AbortController();
    const seen: number[] = [];
    const handler: Parameters<typeof play>[1] = (...args) => {
      seen.push(getEventListeners(signal, "abort").length);
      return takesAll(...args);
    };
    const runs = Array.from({ length: 12 }, () => play(UPLOAD, handler, leads(4), { chunk: 2, signal }));
    expect((await Promise.all(runs)).map((run) => run.words)).toEqual(Array(12).fill("4 accepted"));
    expect(Math.max(...seen)).toBe(1);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  it("leaves no listener behind", async () => {
    const abort = new AbortController();
    const { signal } = abort;
    const add = vi.spyOn(signal, "addEventListener");
    const remove = vi.spyOn(signal, "removeEventListener");
    await play(UPLOAD, takesAll, leads(20), { chunk: 2, signal });
    expect(add).toHaveBeenCalled();
    expect(remove).toHaveBeenCalledTimes(add.mock.calls.length);
  });

  it("ends where a loop is left: what is under way is waited for, and the rows are let go", async () => {
    let isClosed = false;
    let read = 0;
    function* rows() {
      try {
        for (const lead of leads(100)) {
          read++;
          yield lead;
        }
      } finally {
        isClosed = true;
      }
    }
    const server = await serve(takesAll);
    const run = bulkRun(
      sample({ baseURL: server.url }).things,
      UPLOAD,
      rows(),
      {},
      { chunk: 2, concurrency: 2 },
    );
    const fates = [];
    for await (const fate of run) {
      fates.push(fate);
      break;
    }
    const summary = await run;
    expect([words(fates), isClosed, server.open.size]).toEqual(["1 accepted", true, 0]);
    expect(summary.read).toBe(read);
    expect(summary.accepted + summary.unsent).toBe(read);
  });

  it("ends with what onProgress throws", async () => {
    const onProgress = (): never => {
      throw new Error("no terminal");
    };
    const { words, error } = await play(UPLOAD, takesAll, leads(4), { chunk: 2, onProgress });
    expect([words, (error?.cause as Error | undefined)?.message]).toEqual(["2 accepted", "no terminal"]);
  });
});
