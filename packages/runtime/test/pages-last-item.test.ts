import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastItemPages, type PageOperation } from "../src/client.ts";
import { PageError } from "../src/pages/page-error.ts";
import { paramField } from "../src/pages/reading.ts";
import { collect, openWalk, range, type Vendor } from "./support/page-source.ts";
import { sample } from "./support/sample.ts";
import { serve } from "./support/server.ts";

const style = lastItemPages({ items: "/data", after: "after", itemId: "/id", more: "/has_more" });
const alone = lastItemPages({ items: "/data", after: "after", itemId: "/id" });

/** A vendor that knows its pages by the id of the item before them. */
const pages =
  (table: Record<string, object>): Vendor =>
  ({ after = "" }) =>
    table[String(after)];

const ids = (...list: unknown[]): object[] => list.map((id) => ({ id }));

describe("lastItemPages", () => {
  it.each<[string, Record<string, object>, unknown[], unknown[]]>([
    ["one page", { "": { data: ids("a"), has_more: false } }, ["a"], [undefined]],
    ["nothing at all", { "": { data: [], has_more: false } }, [], [undefined]],
    ["items null, as Go writes it", { "": { data: null } }, [], [undefined]],
    [
      "three pages",
      {
        "": { data: ids("a", "b"), has_more: true },
        b: { data: ids("c"), has_more: true },
        c: { data: ids("d"), has_more: false },
      },
      ["a", "b", "c", "d"],
      [undefined, "b", "c"],
    ],
    [
      "ids that are numbers, 0 among them",
      { "": { data: ids(7, 0), has_more: true }, 0: { data: ids(9), has_more: false } },
      [7, 0, 9],
      [undefined, 0],
    ],
    [
      "up to an empty page, where nothing says more",
      { "": { data: ids("a") }, a: { data: ids("b") }, b: { data: [] } },
      ["a", "b"],
      [undefined, "a", "b"],
    ],
  ])("walks %s", async (_, table, items, after) => {
    const { promise, sent } = openWalk(style, pages(table));
    const walked = await collect(promise);
    expect(walked).toEqual({ items: items.map((id) => ({ id })), error: undefined });
    expect(sent.map((params) => params.after)).toEqual(after);
  });

  it("walks items that are ids themselves, in a bare list", async () => {
    const bare = lastItemPages({ items: "", after: "after", itemId: "" });
    const { promise, sent } = openWalk(bare, pages({ "": ["a", "b"] as never, b: ["c"] as never, c: [] }));
    expect(await promise.toArray()).toEqual(["a", "b", "c"]);
    expect(sent.map((params) => params.after)).toEqual([undefined, "b", "c"]);
  });

  it("ends where the answer says that it is done", async () => {
    const done = lastItemPages({ items: "/data", after: "after", itemId: "/id", done: "/done" });
    const { promise } = openWalk(
      done,
      pages({ "": { data: ids(1), done: false }, 1: { data: ids(2), done: true } }),
    );
    expect(await promise.toArray()).toEqual(ids(1, 2));
  });

  it("asks by a place in the body, and keeps what else the caller gave", async () => {
    const byBody = lastItemPages({
      items: "/data",
      after: paramField("/body/page/after"),
      itemId: "/meta/id",
      more: "/has_more",
    });
    const { promise, sent } = openWalk(
      byBody,
      (_, index) => ({ data: [{ meta: { id: `i${index}` } }], has_more: index < 1 }),
      { params: { body: { q: 1 } } },
    );
    await promise.toArray();
    expect(sent).toEqual([{ body: { q: 1 } }, { body: { q: 1, page: { after: "i0" } } }]);
  });

  it.each<[string, Record<string, object>, unknown[], string, object]>([
    [
      "more without an item",
      { "": { data: ids("a"), has_more: true }, a: { data: [], has_more: true } },
      ids("a"),
      "has no item to go on from",
      { after: "a" },
    ],
    [
      "a last item without an id, where the answer says more",
      { "": { data: [{ id: "a" }, {}], has_more: true } },
      [{ id: "a" }, {}],
      "The last item has no id at /data/1/id",
      {},
    ],
    [
      "a last item without an id, where the answer says nothing of more",
      { "": { data: [{ id: null }] } },
      [{ id: null }],
      "The last item has no id at /data/0/id",
      {},
    ],
    [
      "an id that is an object",
      { "": { data: [{ id: { a: 1 } }], has_more: true } },
      [{ id: { a: 1 } }],
      "a string or a number is expected",
      {},
    ],
    [
      "a server that begins with the item that it should begin after",
      {
        "": { data: ids("a", "b"), has_more: true },
        b: { data: ids("b", "c"), has_more: true },
        c: { data: ids("c"), has_more: true },
      },
      ids("a", "b", "b", "c"),
      'The last item, "c", came already',
      { after: "c" },
    ],
    [
      "a server that ignores what it is asked for",
      { "": { data: ids("a", "b") }, b: { data: ids("a", "b") } },
      ids("a", "b"),
      'The last item, "b", came already',
      { after: "b" },
    ],
    [
      "ids that go round",
      {
        "": { data: ids("a"), has_more: true },
        a: { data: ids("b"), has_more: true },
        b: { data: ids("a"), has_more: true },
      },
      ids("a", "b"),
      'The last item, "a", came already',
      { after: "b" },
    ],
  ])("ends %s with an error, and tells where to go on", async (_, table, items, message, resume) => {
    const { promise } = openWalk(style, pages(table));
    const { items: yielded, error } = await collect(promise);
    expect(yielded).toEqual(items);
    expect(error).toBeInstanceOf(PageError);
    expect((error as PageError).message).toContain(message);
    expect((error as PageError).resume).toEqual(resume);
  });

  it("is asked for where the caller names an item", () => {
    const source = (params: object): never => ({ params }) as never;
    expect(
      [{}, { after: "" }, { after: null }, { after: "a" }].map((one) => style.isRequested(source(one))),
    ).toEqual([false, false, false, true]);
  });

  it("yields each item once, whatever the size of pages, and goes on from any place", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(30),
        fc.integer({ min: 1, max: 7 }),
        fc.nat(29),
        fc.boolean(),
        async (count, size, from, says) => {
          const vendor: Vendor = ({ after = -1 }) => {
            const start = Number(after) + 1;
            const data = ids(...range(start, Math.min(start + size, count)));
            return says ? { data, has_more: start + size < count } : { data };
          };
          const whole = openWalk(says ? style : alone, vendor);
          expect(await whole.promise.toArray()).toEqual(ids(...range(0, count)));
          const rest = openWalk(style, vendor, { params: { after: from } });
          expect(await rest.promise.toArray()).toEqual(ids(...range(from + 1, Math.max(count, from + 1))));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("sends an id beyond 2^53 back with all its digits", async () => {
    const operation: PageOperation = {
      id: "things.list",
      method: "GET",
      path: "/things",
      query: ["after"],
      page: style,
    };
    const bodies = [
      '{"data":[{"id":9007199254740993},{"id":9223372036854775807}],"has_more":true}',
      '{"data":[{"id":9223372036854775805}],"has_more":false}',
    ];
    const server = await serve((_request, response, index) => {
      response.setHeader("content-type", "application/json");
      response.end(bodies[index]);
    });
    const client = sample({ baseURL: server.url });
    expect(await client.things.page(operation).toArray()).toHaveLength(3);
    expect(server.seen.map(({ url }) => url)).toEqual(["/things", "/things?after=9223372036854775807"]);
  });
});
