import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bulkRun, type JournalRecord } from "../../src/bulk.ts";
import type { Operation } from "../../src/client.ts";
import { errorOf, sample } from "../support/sample.ts";
import { type Handler, json, type Seen, serve } from "../support/server.ts";
import { leads, memoryJournal, play, takesAll, UPLOAD, UPSERT } from "./support.ts";

/** Runs with one journal, one after the other, against one server. */
async function runs(operation: Operation, handler: Handler, given: readonly object[], rows = leads(6)) {
  const server = await serve(handler);
  const records: JournalRecord[] = [];
  const told = [];
  for (const options of given) {
    const { things } = sample({ baseURL: server.url, retry: { baseDelay: 1, maxDelay: 1 } });
    const journal = memoryJournal(records);
    const run = bulkRun(
      things,
      operation,
      rows,
      { campaign_id: 7 },
      { chunk: 2, journal, maxRetries: 0, ...options },
    );
    told.push(await run.catch((error) => error));
    expect(journal.isOpen).toBe(false);
  }
  return { server, records, told };
}

const keysOf = (seen: readonly Seen[]) => seen.map(({ headers }) => headers["idempotency-key"]);
const losesThird: Handler = (request, response, index) =>
  index === 1 ? response.destroy() : takesAll(request, response, index);

describe("a journal", () => {
  it("has boundaries, keys, digests, times, counts and codes, and nothing of the rows", async () => {
    const phone = "+15551234567";
    const secret = "Jane Example";
    const { records } = await runs(
      UPLOAD,
      (_, response) =>
        json(response, {
          received: 2,
          valid: 0,
          invalid: 2,
          errors: [
            { row: 0, field: "phone", code: "invalid", message: `${secret} has no phone` },
            { row: 1, field: phone, code: secret, message: secret },
          ],
        }),
      [{}],
      [
        { phone, name: secret },
        { phone, name: secret },
      ],
    );
    const text = JSON.stringify(records);
    for (const private_ of [phone, "1234567", secret, "Jane", "has no phone"])
      expect(text).not.toContain(private_);
    expect(records).toMatchObject([
      { kind: "run", version: 1, client: "Sample", operation: "leads.upload", maxBytes: 4194304 },
      { kind: "chunk", n: 0, first: 0, rows: 2, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      {
        kind: "outcome",
        n: 0,
        rejected: [
          [0, "phone", "invalid"],
          [1, null, null],
        ],
        rest: "accepted",
      },
    ]);
    expect(records[1]).not.toHaveProperty("key");
  });

  it("is written before a chunk is sent", async () => {
    const records: JournalRecord[] = [];
    const before: (readonly string[])[] = [];
    const handler: Handler = (request, response, index) => {
      before.push(records.map(({ kind }) => kind));
      takesAll(request, response, index);
    };
    await play(UPSERT, handler, leads(2), { chunk: 1, journal: memoryJournal(records) });
    expect(before).toEqual([
      ["run", "chunk"],
      ["run", "chunk", "outcome", "chunk"],
    ]);
  });

  it("is told by the summary, and skips what is done", async () => {
    const { server, told } = await runs(UPLOAD, takesAll, [{}, {}]);
    expect(told[0]).toMatchObject({ read: 6, accepted: 6, chunks: 3, journal: "the memory of a test" });
    expect(told[1]).toEqual(told[0]);
    expect(server.seen.length).toBe(3);
  });

  it("keeps each fate for the runs after", async () => {
    const answers = [
      { received: 2, valid: 1, invalid: 1, errors: [{ row: 1, field: "phone", code: "bad" }] },
      { received: 2, valid: 1, invalid: 1, errors: [] },
    ];
    const records: JournalRecord[] = [];
    const handler: Handler = (_, response, index) =>
      index === 2 ? json(response, { error: "x" }, 400) : json(response, answers[index]);
    const server = await serve(handler);
    const { things } = sample({ baseURL: server.url });
    const read = async () => {
      const fates = [];
      const options = { chunk: 2, journal: memoryJournal(records) };
      for await (const fate of bulkRun(things, UPLOAD, leads(6), {}, options)) {
        const { error: _, message: __, ...kept } = fate as Record<string, unknown>;
        fates.push(JSON.parse(JSON.stringify(kept)));
      }
      return fates;
    };
    const first = await read();
    expect(first.map(({ fate }) => fate)).toEqual([
      "accepted",
      "rejected",
      "undetermined",
      "undetermined",
      "rejected",
      "rejected",
    ]);
    expect(await read()).toEqual(first);
    expect(server.seen.length).toBe(3);
  });

  it("of a keyed operation sends the same bytes under the same key again", async () => {
    const { server, told } = await runs(UPSERT, losesThird, [{}, {}]);
    expect(told[0]).toMatchObject({ accepted: 4, unknown: 2 });
    expect(told[1]).toMatchObject({ accepted: 6, unknown: 0 });
    const keys = keysOf(server.seen);
    expect(keys[3]).toBe(keys[1]);
    expect(new Set(keys).size).toBe(3);
    expect(server.seen[3]?.body).toBe(server.seen[1]?.body);
  });

  it("of an operation without keys leaves an open chunk unknown, and sends it never", async () => {
    const { server, told } = await runs(UPLOAD, losesThird, [{}, {}, {}]);
    expect(told[1]).toMatchObject({ accepted: 4, unknown: 2 });
    expect(told[2]).toEqual(told[1]);
    expect(server.seen.length).toBe(3);
  });

  it("… unless the caller says that it may be done twice", async () => {
    const { server, told } = await runs(UPLOAD, losesThird, [{}, { repeatable: true }]);
    expect(told[1]).toMatchObject({ accepted: 6 });
    expect(server.seen.length).toBe(4);
    expect(server.seen[3]?.body).toBe(server.seen[1]?.body);
  });

  const lives: [what: string, age: number, keyLife: number | undefined, want: number][] = [
    ["young", 60_000, 86_400, 3],
    ["nearly at its end", 86_400_000 - 299_000, 86_400, 2],
    ["past its end", 86_400_001, 86_400, 2],
    ["by a clock that went back a day", -86_400_001, 86_400, 2],
    ["of an unknown life", 0, undefined, 2],
  ];
  it.each(lives)("with a key that is %s", async (_, age, keyLife, sent) => {
    const operation: Operation = {
      ...UPSERT,
      bulk: { ...(UPSERT.bulk as NonNullable<Operation["bulk"]>), keyLife },
    };
    const server = await serve((request, response, index) =>
      index === 0 ? response.destroy() : takesAll(request, response, index),
    );
    const records: JournalRecord[] = [];
    const { things } = sample({ baseURL: server.url });
    const run = () =>
      bulkRun(things, operation, leads(4), {}, { chunk: 2, maxRetries: 0, journal: memoryJournal(records) });
    expect(await run()).toMatchObject({ accepted: 2, unknown: 2 });
    for (const [index, record] of records.entries()) records[index] = { ...record, at: record.at - age };
    await run();
    expect(server.seen.length).toBe(sent);
  });

  it("sends what was certainly not taken, under the key that it had", async () => {
    const { server, told } = await runs(
      UPSERT,
      (request, response, index) =>
        index === 1 ? json(response, {}, 401) : takesAll(request, response, index),
      [{}, {}],
    );
    expect(told[0]).toMatchObject({ name: "BulkError", summary: { read: 4, accepted: 2, unsent: 2 } });
    expect(told[1]).toMatchObject({ read: 6, accepted: 6 });
    const keys = keysOf(server.seen);
    expect(keys[2]).toBe(keys[1]);
    expect(server.seen.length).toBe(4);
  });

  it("never cuts anew, whatever the options of the next run", async () => {
    const { server } = await runs(UPSERT, losesThird, [{ maxBytes: 5000 }, { chunk: 6, maxBytes: 60 }]);
    expect(server.seen[3]?.body).toBe(server.seen[1]?.body);
    expect(server.seen.length).toBe(4);
  });

  it("goes on with rows that were added at the end", async () => {
    const records: JournalRecord[] = [];
    const server = await serve(takesAll);
    const { things } = sample({ baseURL: server.url });
    const run = (count: number) =>
      bulkRun(things, UPLOAD, leads(count), {}, { chunk: 2, journal: memoryJournal(records) });
    await run(3);
    expect(await run(5)).toMatchObject({ read: 5, accepted: 5, chunks: 3 });
    expect(server.seen.length).toBe(3);
  });
});

describe("a journal that is not this run's is refused in words, before anything is sent", () => {
  const first = async (records: JournalRecord[], url: string) =>
    bulkRun(
      sample({ baseURL: url }).things,
      UPLOAD,
      leads(4),
      { campaign_id: 7 },
      { chunk: 2, journal: memoryJournal(records) },
    );
  const changes: [
    what: string,
    change: (records: JournalRecord[]) => unknown,
    params: object,
    rows: unknown[],
    message: RegExp,
  ][] = [
    ["of other params", () => {}, { campaign_id: 8 }, leads(4), /other params, or at another address/],
    [
      "of another operation",
      (all) => Object.assign(all[0] as object, { operation: "x.y" }),
      { campaign_id: 7 },
      leads(4),
      /a run of x\.y/,
    ],
    [
      "of another client",
      (all) => Object.assign(all[0] as object, { client: "Other" }),
      { campaign_id: 7 },
      leads(4),
      /client Other/,
    ],
    [
      "of another version",
      (all) => Object.assign(all[0] as object, { version: 2 }),
      { campaign_id: 7 },
      leads(4),
      /not of this version/,
    ],
    ["without its beginning", (all) => all.shift(), { campaign_id: 7 }, leads(4), /not of this version/],
    ...[null, 5, "run", [], { kind: "chunk" }].map(
      (value): [string, (records: JournalRecord[]) => unknown, object, unknown[], RegExp] => [
        `with ${JSON.stringify(value)} for a record`,
        (all) => all.push(value as never),
        { campaign_id: 7 },
        leads(4),
        /damaged/,
      ],
    ),
    ["without a chunk", (all) => all.splice(1, 1), { campaign_id: 7 }, leads(4), /damaged/],
    [
      "with a record of a later version",
      (all) => all.push({ kind: "more" } as never),
      { campaign_id: 7 },
      leads(4),
      /not of this version/,
    ],
  ];
  it.each(changes)("%s", async (_, change, params, rows, message) => {
    const server = await serve(takesAll);
    const records: JournalRecord[] = [];
    await first(records, server.url);
    change(records);
    const { things } = sample({ baseURL: server.url });
    const journal = memoryJournal(records);
    const error = await errorOf(bulkRun(things, UPLOAD, rows as never, params, { chunk: 2, journal }));
    expect([error.name, journal.isOpen, server.seen.length]).toEqual(["UsageError", false, 2]);
    expect(error.message).toMatch(message);
  });

  const changed: [what: string, rows: unknown[], message: RegExp][] = [
    [
      "changed",
      leads(4).map((lead, index) => (index === 3 ? { phone: "other" } : lead)),
      /Rows 2 to 3 are not those/,
    ],
    ["in another order", leads(4).reverse(), /Rows 0 to 1 are not those/],
    ["fewer", leads(3), /Rows 2 to 3 are not those/],
    ["fewer by a chunk", leads(2), /rows ended at 2, and the journal tells of more/],
  ];
  it.each(changed)("rows that are %s", async (_, rows, message) => {
    const server = await serve(takesAll);
    const records: JournalRecord[] = [];
    await first(records, server.url);
    const { things } = sample({ baseURL: server.url });
    const journal = memoryJournal(records);
    const error = await errorOf(
      bulkRun(things, UPLOAD, rows as never, { campaign_id: 7 }, { chunk: 2, journal }),
    );
    expect([error.name, (error.cause as Error).name, server.seen.length]).toEqual([
      "BulkError",
      "UsageError",
      2,
    ]);
    expect(error.message).toMatch(message);
  });

  it("one at another address", async () => {
    const server = await serve(takesAll);
    const other = await serve(takesAll);
    const records: JournalRecord[] = [];
    await first(records, server.url);
    const error = await errorOf(first(records, other.url));
    expect(error.message).toMatch(/at another address/);
    expect(other.seen).toEqual([]);
  });

  it("one that another run has", async () => {
    const server = await serve(takesAll);
    const journal = memoryJournal();
    await journal.open();
    const error = await errorOf(
      bulkRun(sample({ baseURL: server.url }).things, UPLOAD, leads(1), {}, { journal }),
    );
    expect(error.message).toBe("open already");
    expect(server.seen).toEqual([]);
  });
});

describe("a journal that cannot be written", () => {
  const full = (after: number) => {
    const journal = memoryJournal();
    const { put } = journal;
    journal.put = async (record) => {
      if (journal.records.length >= after) throw new Error("the disk is full");
      await put(record);
    };
    return journal;
  };

  it("stops the run before the send", async () => {
    const { words, error, server } = await play(UPSERT, takesAll, leads(4), { chunk: 2, journal: full(1) });
    expect([words, server.seen.length]).toEqual(["2 unsent", 0]);
    expect(error?.message).toMatch(/the disk is full/);
  });

  it("tells the outcome that it could not keep, and sends nothing more", async () => {
    const { words, error, server } = await play(UPSERT, takesAll, leads(4), { chunk: 2, journal: full(2) });
    expect([words, server.seen.length]).toEqual(["2 accepted", 1]);
    expect((error?.cause as Error | undefined)?.message).toBe("the disk is full");
  });
});

it("never loses or doubles a row, wherever runs are cut off", async () => {
  const done = new Map<string, string>();
  let doubled = 0;
  let dies = (): boolean => false;
  const server = await serve(({ body, headers }, response) => {
    const { items } = JSON.parse(body);
    const key = String(headers["idempotency-key"]);
    const isLost = dies();
    for (const { phone } of items) {
      const known = done.get(phone);
      if (known !== undefined && known !== key) doubled++;
      done.set(phone, key);
    }
    if (isLost) response.destroy();
    else json(response, { created: items.length, updated: 0, failed: 0 });
  });
  const { things } = sample({ baseURL: server.url });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(9), { maxLength: 6 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
      async (deaths, chunk, concurrency) => {
        done.clear();
        doubled = 0;
        const records: JournalRecord[] = [];
        for (const death of [...deaths, Number.POSITIVE_INFINITY]) {
          let left = death;
          dies = () => left-- <= 0;
          const journal = memoryJournal(records);
          const { put } = journal;
          // The process is dead: nothing that it hears is written down.
          journal.put = async (record) => {
            if (left < 0) throw new Error("dead");
            await put(record);
          };
          const options = { chunk, concurrency, journal, maxRetries: 0, maxFailures: 1 };
          const result = await bulkRun(things, UPSERT, leads(12), {}, options).catch((error) => error);
          if (death === Number.POSITIVE_INFINITY) expect(result).toMatchObject({ read: 12, accepted: 12 });
        }
        expect([done.size, doubled]).toEqual([12, 0]);
      },
    ),
    { numRuns: 40 },
  );
});
