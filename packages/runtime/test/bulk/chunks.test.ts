import { describe, expect, it } from "vitest";
import { type BulkProgress, bulkRun } from "../../src/bulk.ts";
import type { Operation } from "../../src/client.ts";
import { errorOf, sample } from "../support/sample.ts";
import { json, serve } from "../support/server.ts";
import { leads, play, sentRows, takesAll, UPLOAD, UPSERT, words } from "./support.ts";

const sizes = async (rows: Iterable<unknown> | AsyncIterable<unknown>, options: object, operation = UPLOAD) =>
  sentRows((await play(operation, takesAll, rows, options)).server).map(({ length }) => length);

describe("rows are cut", () => {
  it("by number, 500 at a time where the vendor states none", async () => {
    expect(await sizes(leads(1200), {})).toEqual([500, 500, 200]);
    expect(await sizes(leads(7), { chunk: 3 })).toEqual([3, 3, 1]);
    expect(await sizes([], {})).toEqual([]);
    const stated: Operation = {
      ...UPLOAD,
      bulk: { ...(UPLOAD.bulk as object), max: 2 } as Operation["bulk"],
    };
    expect(await sizes(leads(5), {}, stated)).toEqual([2, 2, 1]);
  });

  it("by bytes, the body whole", async () => {
    const rows = leads(5).map((lead) => ({ ...lead, note: "é".repeat(100) }));
    const { server } = await play(UPLOAD, takesAll, rows, { maxBytes: 600 });
    expect(sentRows(server).map(({ length }) => length)).toEqual([2, 2, 1]);
    for (const { body } of server.seen) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(600);
    const [two] = server.seen;
    const exact = Buffer.byteLength(two?.body ?? "");
    expect(await sizes(rows, { maxBytes: exact })).toEqual([2, 2, 1]);
    expect(await sizes(rows, { maxBytes: exact - 1 })).toEqual([1, 1, 1, 1, 1]);
  });

  it("out of anything that can be iterated over", async () => {
    async function* slowly() {
      for (const lead of leads(3)) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        yield lead;
      }
    }
    expect(await sizes(slowly(), { chunk: 2 })).toEqual([2, 1]);
    expect(await sizes(new Set(leads(3)), { chunk: 2 })).toEqual([2, 1]);
    expect(
      await sizes(
        new ReadableStream({
          start(controller) {
            for (const lead of leads(3)) controller.enqueue(lead);
            controller.close();
          },
        }) as unknown as AsyncIterable<unknown>,
        { chunk: 2 },
      ),
    ).toEqual([2, 1]);
  });

  it("each as the operation's own call would be written, wherever the rows stand", async () => {
    const server = await serve((_, response) => json(response, { done: 1 }));
    const { things } = sample({ baseURL: server.url });
    const answer = { accepted: ["/done"] };
    const at = (rows: string, body: "fields" | "body"): Operation => ({
      ...UPLOAD,
      path: "/c/{id}",
      body,
      bulk: { rows, answer },
    });
    const phone = `+"\\,`;
    const one = [{ phone, none: undefined, big: 2n ** 60n }];
    await bulkRun(things, at("/leads", "fields"), one, { a: 1 }, {}, "x");
    await bulkRun(things, at("/data/leads", "fields"), one, { a: 1, data: { b: 2 } }, {}, "x");
    await bulkRun(things, at("/body", "body"), one, {}, {}, "x");
    const wanted = `[{"phone":${JSON.stringify(phone)},"big":1152921504606846976}]`;
    expect(server.seen.map(({ body }) => body)).toEqual([
      `{"a":1,"leads":${wanted}}`,
      `{"a":1,"data":{"b":2,"leads":${wanted}}}`,
      wanted,
    ]);
    expect(server.seen[0]?.url).toBe("/c/x");
  });
});

describe("a row that cannot be sent is rejected, and the rest goes on", () => {
  it("where it alone is too large, or JSON cannot express it", async () => {
    const rows = [
      { phone: "1" },
      { phone: "2".repeat(500) },
      { phone: "3" },
      { at: () => 1 },
      { phone: "5" },
      undefined,
    ];
    const { fates, words, error, server } = await play(UPLOAD, takesAll, rows, { maxBytes: 300, chunk: 10 });
    expect(error).toBeUndefined();
    expect(words).toBe("1 accepted, 1 rejected, 1 accepted, 1 rejected, 1 accepted, 1 rejected");
    expect(fates[1]).toMatchObject({ by: "client", code: "row_too_large" });
    expect(fates[3]).toMatchObject({ by: "client", code: "row_not_writable" });
    expect(sentRows(server)).toEqual([[{ phone: "1" }, { phone: "3" }, { phone: "5" }]]);
  });

  it("and numbers of the vendor's are those of what was sent", async () => {
    const rows = [{ at: () => 1 }, { phone: "1" }, { phone: "2" }];
    const { words } = await play(
      UPLOAD,
      (_, response) => json(response, { received: 2, valid: 1, invalid: 1, errors: [{ row: 1 }] }),
      rows,
    );
    expect(words).toBe("1 rejected, 1 accepted, 1 rejected");
  });

  it("also where none of them can be sent", async () => {
    const { words, server } = await play(UPLOAD, takesAll, Array(5).fill({ at: () => 1 }), { chunk: 2 });
    expect([words, server.seen.length]).toEqual(["5 rejected", 0]);
  });
});

describe("requests at the same time", () => {
  it("are as many as asked for, and fates come in the order of the rows", async () => {
    let open = 0;
    let most = 0;
    const handler: Parameters<typeof play>[1] = async (request, response, index) => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setTimeout(resolve, index % 3 === 0 ? 30 : 5));
      open--;
      takesAll(request, response, index);
    };
    const { fates, words } = await play(UPLOAD, handler, leads(40), { chunk: 2, concurrency: 4 });
    expect(most).toBe(4);
    expect(words).toBe("40 accepted");
    expect(fates.map(({ index }) => index)).toEqual(Array.from({ length: 40 }, (_, index) => index));
  });

  it("are bounded by the window, however many rows there are", async () => {
    let read = 0;
    let most = 0;
    let given = 0;
    function* endless() {
      for (const lead of leads(2000)) {
        most = Math.max(most, ++read - given);
        yield lead;
      }
    }
    const server = await serve(takesAll);
    const { things } = sample({ baseURL: server.url });
    for await (const _ of bulkRun(things, UPLOAD, endless(), {}, { chunk: 10, concurrency: 3 })) given++;
    expect(given).toBe(2000);
    // Twice three chunks, and the row that the next one begins with.
    expect(most).toBeLessThanOrEqual(70);
  });
});

describe("a key for each chunk", () => {
  it("is made anew for each, and kept over attempts", async () => {
    const { server, words } = await play(
      UPSERT,
      (request, response, index) =>
        index === 1 ? json(response, {}, 503) : takesAll(request, response, index),
      leads(4),
      { chunk: 2 },
    );
    const keys = server.seen.map(({ headers }) => headers["idempotency-key"]);
    expect(words).toBe("4 accepted");
    expect(keys[1]).toBe(keys[2]);
    expect(new Set(keys).size).toBe(2);
  });

  it("is none where the operation takes none", async () => {
    const { server } = await play(UPLOAD, takesAll, leads(1));
    expect(server.seen[0]?.headers).not.toHaveProperty("idempotency-key");
  });
});

describe("progress", () => {
  it("tells rows read, sent and their fates, the rate and what is left", async () => {
    const told: BulkProgress[] = [];
    await play(UPLOAD, takesAll, leads(4), { chunk: 2, onProgress: (progress) => told.push(progress) });
    expect(told.map(({ read, sent, accepted }) => [read, sent, accepted])).toEqual([
      [2, 2, 2],
      [4, 4, 4],
    ]);
    expect(told[0]?.rowsPerSecond).toBeGreaterThan(0);
    expect(told[0]?.secondsLeft).toBeGreaterThan(0);
    expect(told[1]?.secondsLeft).toBe(0);
  });

  it("says nothing of the end where nobody knows how many rows there are", async () => {
    const told: BulkProgress[] = [];
    await play(UPLOAD, takesAll, leads(4).values(), { onProgress: (progress) => told.push(progress) });
    expect(told[0]?.secondsLeft).toBeUndefined();
  });
});

describe("a run is awaited or iterated over", () => {
  it("once, and not begun before", async () => {
    const server = await serve(takesAll);
    const { things } = sample({ baseURL: server.url });
    const run = bulkRun(things, UPLOAD, leads(3), {}, { chunk: 2 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.seen).toEqual([]);
    const summary = await run;
    expect(summary).toEqual({
      read: 3,
      accepted: 3,
      rejected: 0,
      undetermined: 0,
      unknown: 0,
      unsent: 0,
      chunks: 2,
      journal: undefined,
    });
    expect(await run).toBe(summary);
    expect(() => run[Symbol.asyncIterator]()).toThrow(/under way already/);
    expect(server.seen.length).toBe(2);
  });

  it("gives the summary beside the fates", async () => {
    const server = await serve(takesAll);
    const run = bulkRun(sample({ baseURL: server.url }).things, UPLOAD, leads(3), {});
    const fates = [];
    for await (const fate of run) fates.push(fate);
    expect(words(fates)).toBe("3 accepted");
    expect((await run).accepted).toBe(3);
    expect(server.seen.length).toBe(1);
  });
});

describe("what no run can be made of is refused before anything is read or sent", () => {
  const given: [what: string, rows: unknown, params: object, options: object, message: RegExp][] = [
    ["no rows", undefined, {}, {}, /rows of leads\.upload are not a list/],
    ["a text", "rows", {}, {}, /not a list/],
    ["an object", {}, {}, {}, /not a list/],
    ["rows in params", [], { leads: [] }, {}, /"?\/leads"? of params is where the rows go/],
    ["a chunk of 0", [], {}, { chunk: 0 }, /chunk is 0; a whole number from 1/],
    ["a chunk beyond the vendor's", [], {}, { chunk: 6 }, /chunk is 6; a whole number from 1 to 5/],
    ["a part of a request", [], {}, { concurrency: 1.5 }, /concurrency is 1.5/],
    ["no bytes", [], {}, { maxBytes: Number.NaN }, /maxBytes is NaN/],
    ["an option that nobody reads", [], {}, { chunkSize: 5 }, /leads\.upload has no option "chunkSize"/],
    ["a key of the caller's", [], {}, { idempotencyKey: "mine" }, /idempotencyKey/],
    ["a time that is none", [], {}, { timeout: -1 }, /timeout is -1/],
    ["params that nobody knows", [], { id: () => 1 }, {}, /request body at "?\/id"? is a function/],
  ];
  it.each(given)("%s", async (_, rows, params, options, message) => {
    const server = await serve(takesAll);
    const operation: Operation = {
      ...UPLOAD,
      bulk: { ...(UPLOAD.bulk as NonNullable<Operation["bulk"]>), max: 5 },
    };
    const { things } = sample({ baseURL: server.url });
    const error = await errorOf(bulkRun(things, operation, rows as never, params, options));
    expect(error.name).toBe("UsageError");
    expect(error.message).toMatch(message);
    expect(server.seen).toEqual([]);
  });
});
