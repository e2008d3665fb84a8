import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { APIConnectionError } from "../src/errors/connection-errors.ts";
import { UsageError } from "../src/errors/usage-error.ts";
import { cursorPages } from "../src/pages/cursor-pages.ts";
import { PageError, resumeParams } from "../src/pages/page-error.ts";
import { paramField } from "../src/pages/reading.ts";
import { collect, openWalk, type Vendor } from "./support/page-source.ts";

const style = cursorPages({ items: "/items", cursor: "cursor", next: "/next", more: "/more" });

/** A vendor whose pages are named by their cursors; the first has none. */
const pages =
  (table: Record<string, object>): Vendor =>
  ({ cursor = "" }) =>
    table[String(cursor)];

describe("cursorPages", () => {
  it.each<[string, Record<string, object>, unknown[], unknown[]]>([
    ["one page, next null", { "": { items: [1], next: null } }, [1], [undefined]],
    ["one page, next missing", { "": { items: [1] } }, [1], [undefined]],
    ["one page, next empty", { "": { items: [1], next: "" } }, [1], [undefined]],
    ["one page, next false", { "": { items: [1], next: false } }, [1], [undefined]],
    ["nothing at all", { "": { items: [], next: null } }, [], [undefined]],
    ["items null, as Go writes it", { "": { items: null, next: null } }, [], [undefined]],
    [
      "three pages",
      { "": { items: [1, 2], next: "a" }, a: { items: [3], next: "b" }, b: { items: [4], next: null } },
      [1, 2, 3, 4],
      [undefined, "a", "b"],
    ],
    [
      "numbers, sent back as numbers",
      { "": { items: [1], next: 10 }, 10: { items: [2], next: 0 }, 0: { items: [3], next: null } },
      [1, 2, 3],
      [undefined, 10, 0],
    ],
    [
      "an empty page in the middle",
      { "": { items: [1], next: "a" }, a: { items: [], next: "b" }, b: { items: [2], next: null } },
      [1, 2],
      [undefined, "a", "b"],
    ],
    ["an empty first page", { "": { items: [], next: "a" }, a: { items: [1] } }, [1], [undefined, "a"]],
    [
      "a cursor that comes with more: false",
      { "": { items: [1], next: "a", more: false } },
      [1],
      [undefined],
    ],
    [
      "more that is not a boolean",
      { "": { items: [1], next: "a", more: "yes" }, a: { items: [2] } },
      [1, 2],
      [undefined, "a"],
    ],
  ])("walks %s", async (_, table, items, cursors) => {
    const { promise, sent } = openWalk(style, pages(table));
    expect(await collect(promise)).toEqual({ items, error: undefined });
    expect(sent.map(({ cursor }) => cursor)).toEqual(cursors);
  });

  it("ends where the answer says that it is done, whatever it names", async () => {
    const iterated = cursorPages({ items: "/items", cursor: "iterator", next: "/iterator", done: "/done" });
    const { promise, sent } = openWalk(iterated, (_, index) => ({
      items: [index],
      iterator: `i${index}`,
      done: index === 2,
    }));
    expect(await collect(promise)).toEqual({ items: [0, 1, 2], error: undefined });
    expect(sent.map(({ iterator }) => iterator)).toEqual([undefined, "i0", "i1"]);
    const broken = openWalk(iterated, () => ({ items: [0], iterator: null, done: false }));
    expect((await collect(broken.promise)).error).toMatchObject({
      message: expect.stringContaining("says that there is more, but names no cursor at /iterator"),
    });
  });

  it("keeps the caller's other arguments and changes none", async () => {
    const params = Object.freeze({ limit: 2, cursor: "a" });
    const { promise, sent } = openWalk(style, pages({ a: { items: [1], next: "b" }, b: { items: [2] } }), {
      params,
    });
    expect(await promise.toArray()).toEqual([1, 2]);
    expect(sent).toEqual([
      { limit: 2, cursor: "a" },
      { limit: 2, cursor: "b" },
    ]);
  });

  it("sends a cursor into the JSON body, wherever that is", async () => {
    for (const [pointer, params, want] of [
      ["/page/cursor", { q: 1, page: { size: 2 } }, { q: 1, page: { size: 2, cursor: "b" } }],
      ["/body/page/cursor", { body: { q: 1 } }, { body: { q: 1, page: { cursor: "b" } } }],
      ["/payload/page/cursor", {}, { payload: { page: { cursor: "b" } } }],
    ] as const) {
      const inBody = cursorPages({ items: "/data", cursor: paramField(pointer), next: "/next" });
      const vendor: Vendor = (_, index) => ({ data: [index], next: index === 0 ? "b" : null });
      const { promise, sent } = openWalk(inBody, vendor, { params });
      await promise.toArray();
      expect(sent).toEqual([params, want]);
    }
  });

  it("sends a cursor into a nested query", async () => {
    const vendor: Vendor = (_, index) => ({ items: [index], next: index === 0 ? "b" : null });
    const nested = cursorPages({ items: "/items", cursor: paramField("/query/cursor"), next: "/next" });
    const { promise, sent } = openWalk(nested, vendor, { params: { query: { limit: 1 } } });
    await promise.toArray();
    expect(sent[1]).toEqual({ query: { limit: 1, cursor: "b" } });
  });

  it.each<[string, Record<string, object>, unknown[], number, string, object]>([
    [
      "repeats itself",
      { "": { items: [1], next: "a" }, a: { items: [2], next: "a" } },
      [1, 2],
      2,
      'The cursor "a" came a second time',
      { cursor: "a" },
    ],
    [
      "goes round by two",
      { "": { items: [1], next: "a" }, a: { items: [2], next: "b" }, b: { items: [3], next: "a" } },
      [1, 2, 3],
      3,
      'The cursor "a" came a second time',
      { cursor: "a" },
    ],
    ["is an object", { "": { items: [1], next: { id: 1 } } }, [1], 1, "The cursor at /next is an object", {}],
    [
      "is missing though there is more",
      { "": { items: [1], more: true, next: null } },
      [1],
      1,
      "names no cursor at /next",
      {},
    ],
  ])(
    "yields all items it has, then tells that the cursor %s",
    async (_, table, items, requests, message, resume) => {
      const { promise, sent } = openWalk(style, pages(table));
      const walk = await collect(promise);
      expect(walk.items).toEqual(items);
      expect(walk.error).toBeInstanceOf(PageError);
      expect(walk.error).toMatchObject({
        resume,
        client: "Vendor",
        operation: "things.list",
        path: "/things",
      });
      expect((walk.error as Error).message).toContain(message);
      expect(sent).toHaveLength(requests);
    },
  );

  it("tells that the cursor the caller gave comes again", async () => {
    const vendor: Vendor = () => ({ items: [1], next: "a" });
    const { promise, sent } = openWalk(style, vendor, { params: { cursor: "a" } });
    expect((await collect(promise)).error).toBeInstanceOf(PageError);
    expect(sent).toHaveLength(1);
  });

  it("does not take a page that is asked twice for its successor for a repetition", async () => {
    const { promise, sent } = openWalk(
      style,
      pages({ "": { items: [1], next: "a" }, a: { items: [2], next: "b" }, b: { items: [3] } }),
    );
    const first = await promise;
    for (let time = 0; time < 3; time++) {
      const second = await first.getNextPage();
      const third = await second.getNextPage();
      expect(third.body).toEqual({ items: [3] });
    }
    expect(sent).toHaveLength(7);
  });

  it.each<[string, unknown]>([
    ["an object without the items", { data: [] }],
    ["an array", [1]],
    ["null", null],
    ["a text", "<html>"],
    ["items that are an object", { items: {} }],
  ])("refuses an answer that is %s", async (_, answer) => {
    const { promise } = openWalk(style, () => answer);
    await expect(promise).rejects.toThrow("The answer has no list of items at /items");
    await expect(promise).rejects.toBeInstanceOf(PageError);
  });

  it("gives the error of a later page the arguments to resume from", async () => {
    const lost = new APIConnectionError("lost", {});
    const vendor: Vendor = ({ cursor }) => {
      if (cursor === "b") throw lost;
      return { items: [cursor], next: cursor === "a" ? "b" : "a" };
    };
    const { promise } = openWalk(style, vendor, { params: { limit: 1 } });
    const walk = await collect(promise);
    expect(walk.items).toEqual([undefined, "a"]);
    expect(walk.error).toBeInstanceOf(APIConnectionError);
    expect(walk.error).toMatchObject({ name: lost.name, message: lost.message, unsent: false });
    // Whoever was given it before finds it as it was.
    expect("resume" in lost).toBe(false);
    expect(resumeParams(walk.error)).toEqual({ limit: 1, cursor: "b" });
    expect(resumeParams(new Error("x"))).toBeUndefined();
  });

  it("stops a cursor that never ends at maxPages, and can go on from there", async () => {
    const vendor: Vendor = ({ cursor = 0 }) => ({ items: [cursor], next: Number(cursor) + 1 });
    const { promise, sent } = openWalk(style, vendor, { options: { maxPages: 3 } });
    const walk = await collect(promise);
    expect(walk.items).toEqual([0, 1, 2]);
    expect(sent).toHaveLength(3);
    expect((walk.error as Error).message).toContain("3 pages are read");
    const resumed = openWalk(style, vendor, {
      params: resumeParams(walk.error) ?? {},
      options: { maxPages: 2 },
    });
    expect((await collect(resumed.promise)).items).toEqual([3, 4]);
  });

  it("ends without an error when maxPages is just enough", async () => {
    const { promise } = openWalk(style, pages({ "": { items: [1], next: "a" }, a: { items: [2] } }), {
      options: { maxPages: 2 },
    });
    expect(await promise.toArray()).toEqual([1, 2]);
  });

  it("counts pages that are turned by hand towards maxPages", async () => {
    const vendor: Vendor = ({ cursor = 0 }) => ({ items: [cursor], next: Number(cursor) + 1 });
    const { promise } = openWalk(style, vendor, { options: { maxPages: 2 } });
    const second = await (await promise).getNextPage();
    expect(second.hasNextPage()).toBe(true);
    await expect(second.getNextPage()).rejects.toMatchObject({ resume: { cursor: 2 } });
  });

  it.each([{ maxPages: 0 }, { maxPages: 1.5 }, { concurrency: -1 }, { concurrency: 2 }])(
    "names the call whose options are %j",
    async (options) => {
      const { promise } = openWalk(style, () => ({ items: [] }), { options });
      await expect(promise).rejects.toMatchObject({
        client: "Vendor",
        operation: "things.list",
        method: "GET",
      });
    },
  );

  it("refuses concurrency before anything is sent", async () => {
    const { promise, sent } = openWalk(style, () => ({ items: [] }), { options: { concurrency: 2 } });
    await expect(promise).rejects.toBeInstanceOf(UsageError);
    expect(sent).toEqual([]);
  });

  it("yields every item once, or every item up to a repetition, for any vendor", async () => {
    const chain = fc.array(
      fc.record({ items: fc.array(fc.integer(), { maxLength: 3 }), next: fc.nat({ max: 12 }) }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(chain, async (table) => {
        const vendor: Vendor = ({ cursor = 0 }) => {
          const { items, next } = table[Number(cursor)] ?? { items: [], next: 99 };
          return { items, next: next < table.length ? next : null };
        };
        const { promise, sent } = openWalk(style, vendor, { params: { cursor: 0 } });
        const walk = await collect(promise);
        const visited = sent.map(({ cursor }) => Number(cursor));
        expect(new Set(visited).size).toBe(visited.length);
        expect(walk.items).toEqual(visited.flatMap((cursor) => table[cursor]?.items ?? []));
        const last = table[visited.at(-1) ?? 0];
        const endsHere = last === undefined || last.next >= table.length;
        expect(walk.error === undefined).toBe(endsHere);
      }),
    );
  });
});
