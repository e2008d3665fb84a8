import { describe, expect, it } from "vitest";
import { cursorPages } from "../src/pages/cursor-pages.ts";
import { firstOf } from "../src/pages/first-of.ts";
import { linkPages } from "../src/pages/link-pages.ts";
import { offsetPages } from "../src/pages/offset-pages.ts";
import { PageError } from "../src/pages/page-error.ts";
import { pageNumberPages } from "../src/pages/page-number-pages.ts";
import { pageSize } from "../src/pages/page-size.ts";
import { paramField } from "../src/pages/reading.ts";
import { openWalk, type Vendor } from "./support/page-source.ts";

// A vendor whose documentation shows one list in three shapes, and which answers in any of them.
const style = firstOf(
  offsetPages({ items: "/data", offset: "offset", total: "/total", answeredLimit: "/limit" }),
  offsetPages({ items: "/things", offset: "offset", total: "/total" }),
  pageNumberPages({
    items: "/data/things",
    page: "page",
    more: "/data/pagination/hasNextPage",
    pageNumber: "/data/pagination/page",
  }),
);
const things = ["a", "b", "c", "d", "e"];
const byOffset: Vendor = ({ offset = 0, limit = 2 }) => ({
  data: things.slice(Number(offset), Number(offset) + Number(limit)),
  total: things.length,
  limit,
});
const byPage: Vendor = ({ page = 1, limit = 2 }) => {
  const start = (Number(page) - 1) * Number(limit);
  const pagination = { page, hasNextPage: start + Number(limit) < things.length };
  return { success: true, data: { things: things.slice(start, start + Number(limit)), pagination } };
};

/** Asked for as the first shape is, and answered elsewhere. */
const bare: Vendor = ({ offset = 0, limit = 2 }) => ({
  things: things.slice(Number(offset), Number(offset) + Number(limit)),
  total: things.length,
});

describe("a list in several shapes", () => {
  it.each<[string, Vendor, object, object[]]>([
    ["by offset", byOffset, {}, [{}, { offset: 2 }, { offset: 4 }]],
    ["by page", byPage, {}, [{}, { page: 2 }, { page: 3 }]],
    ["by offset, elsewhere,", bare, {}, [{}, { offset: 2 }, { offset: 4 }]],
    [
      "by offset, elsewhere, from the start,",
      bare,
      { offset: 0 },
      [{ offset: 0 }, { offset: 2 }, { offset: 4 }],
    ],
    ["by page of a size", byPage, { limit: 4 }, [{ limit: 4 }, { limit: 4, page: 2 }]],
    ["by offset, as asked", byOffset, { offset: 0 }, [{ offset: 0 }, { offset: 2 }, { offset: 4 }]],
    ["by page, as asked", byPage, { page: 1 }, [{ page: 1 }, { page: 2 }, { page: 3 }]],
    [
      "by page from the start, however that was asked for",
      byPage,
      { offset: 0 },
      [{ offset: 0 }, { offset: 0, page: 2 }, { offset: 0, page: 3 }],
    ],
  ])("is walked %s, as the answer has it", async (_, vendor, params, want) => {
    const { promise, sent } = openWalk(style, vendor, { params: params as Record<string, unknown> });
    expect(await promise.toArray()).toEqual(things);
    expect(sent).toEqual(want);
  });

  it.each<[string, Vendor]>([
    ["by offset", byOffset],
    ["by page", byPage],
    ["by offset, elsewhere,", bare],
  ])("is walked %s with several requests at a time", async (_, vendor) => {
    const { promise } = openWalk(style, vendor, { options: { concurrency: 3 } });
    expect(await promise.toArray()).toEqual(things);
  });

  it.each<[string, unknown]>([
    ["by offset", { data: [], total: 0, limit: 50 }],
    ["by page", { success: true, data: { things: [], pagination: { page: 1, hasNextPage: false } } }],
    ["elsewhere", { things: [], total: 0 }],
    ["as Go writes it", { data: null, total: 0, limit: 50 }],
  ])("may be empty %s", async (_, answer) => {
    const { promise, sent } = openWalk(style, () => answer);
    expect(await promise.toArray()).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it.each<[object, Vendor, RegExp]>([
    [{ offset: 2 }, byPage, /asked for by offset, but .* \/data\/things, as pages by page number have/],
    [{ page: 2 }, byOffset, /asked for by page number, but .* \/data, as pages by offset have/],
  ])(
    "asked for by %j and answered in the other shape is an error, not a walk elsewhere",
    async (params, vendor, message) => {
      const { promise } = openWalk(style, vendor, { params: params as Record<string, unknown> });
      await expect(promise).rejects.toThrow(PageError);
      await expect(promise).rejects.toThrow(message);
    },
  );

  it("is walked from the middle by the shape that is answered, of two that ask alike", async () => {
    for (const vendor of [byOffset, bare]) {
      const { promise, sent } = openWalk(style, vendor, { params: { offset: 2 } });
      expect(await promise.toArray()).toEqual(things.slice(2));
      expect(sent).toEqual([{ offset: 2 }, { offset: 4 }]);
    }
  });

  it("in no shape is an error that says where it was looked for", async () => {
    const { promise } = openWalk(style, () => ({ leads: [] }));
    await expect(promise).rejects.toThrow("The answer has no list of items at /data");
  });

  it("may be one by cursor and one by links", async () => {
    const two = firstOf(
      cursorPages({ items: "/items", cursor: "cursor", next: "/next" }),
      linkPages({ items: "/things", next: "/links/next" }),
    );
    const { promise, sent } = openWalk(two, ({ page }) =>
      page === undefined
        ? { things: [1], links: { next: "https://api.example/things?page=2" } }
        : { things: [2], links: {} },
    );
    expect(await promise.toArray()).toEqual([1, 2]);
    expect(sent).toEqual([{}, { page: "2" }]);
  });
});

describe("pageSize", () => {
  it.each<[object | undefined, object]>([
    [undefined, { limit: 100 }],
    [{}, { limit: 100 }],
    [{ status: "active" }, { status: "active", limit: 100 }],
    [{ limit: 2 }, { limit: 2 }],
    [{ pageSize: 2 }, { pageSize: 2 }],
    [{ pageSize: 0 }, { pageSize: 0 }],
    [{ limit: undefined }, { limit: 100 }],
    [
      { limit: null, pageSize: undefined },
      { limit: 100, pageSize: undefined },
    ],
  ])("of %j is %j", (params, want) => {
    expect(pageSize(params, 100, "limit", "pageSize")).toEqual(want);
  });

  it("lies in a body too, and leaves the caller's own alone", () => {
    const params = { body: { page: { cursor: "c" } } };
    expect(pageSize(params, 50, paramField("/body/page/size"))).toEqual({
      body: { page: { cursor: "c", size: 50 } },
    });
    expect(params).toEqual({ body: { page: { cursor: "c" } } });
    const given = { body: { page: { size: 2 } } };
    expect(pageSize(given, 50, paramField("/body/page/size"))).toBe(given);
  });
});
