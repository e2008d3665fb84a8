import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageNumberPages } from "../src/pages/page-number-pages.ts";
import { collect, openWalk, range, type Vendor } from "./support/page-source.ts";

const style = pageNumberPages({
  items: "/data",
  page: "page",
  more: "/more",
  total: "/total",
  pageNumber: "/page",
  pageSize: "/size",
});

/** A vendor with a number of items in pages of a size. */
const vendorOf =
  (
    count: number,
    size: number,
    answer: (page: { data: number[]; page: number; more: boolean }) => object,
    first = 1,
  ): Vendor =>
  ({ page = first }) => {
    const from = (Number(page) - first) * size;
    return answer({
      data: range(from, Math.min(from + size, count)),
      page: Number(page),
      more: from + size < count,
    });
  };

/** From 0, and with all that an answer may say of it. */
const zero = pageNumberPages({
  items: "/data",
  page: "page",
  first: 0,
  pages: "/pages",
  done: "/last",
  total: "/total",
  pageSize: "/size",
});

describe("pageNumberPages from 0", () => {
  it.each<[string, Vendor, number, (number | undefined)[]]>([
    ["by the number of pages", vendorOf(5, 2, ({ data }) => ({ data, pages: 3 }), 0), 5, [undefined, 1, 2]],
    ["of no pages at all", vendorOf(0, 2, ({ data }) => ({ data, pages: 0 }), 0), 0, [undefined]],
    ["until the last", vendorOf(5, 2, ({ data, more }) => ({ data, last: !more }), 0), 5, [undefined, 1, 2]],
    [
      "where last decides, whatever the pages are",
      vendorOf(5, 2, ({ data, more }) => ({ data, last: !more, pages: 9 }), 0),
      5,
      [undefined, 1, 2],
    ],
    ["to the total", vendorOf(5, 2, ({ data }) => ({ data, total: 5 }), 0), 5, [undefined, 1, 2]],
    ["to a page that is short", vendorOf(5, 2, ({ data }) => ({ data, size: 2 }), 0), 5, [undefined, 1, 2]],
    ["to an empty page", vendorOf(4, 2, ({ data }) => ({ data }), 0), 4, [undefined, 1, 2]],
  ])("walks %s", async (_, vendor, count, asked) => {
    const { promise, sent } = openWalk(zero, vendor);
    expect(await collect(promise)).toEqual({ items: range(0, count), error: undefined });
    expect(sent.map(({ page }) => page)).toEqual(asked);
  });

  it("goes on from where the caller begins", async () => {
    for (const says of [{ pages: 3 }, { total: 5, size: 2 }]) {
      const vendor = vendorOf(5, 2, ({ data }) => ({ data, ...says }), 0);
      const { promise, sent } = openWalk(zero, vendor, { params: { page: 1 } });
      expect(await promise.toArray()).toEqual([2, 3, 4]);
      expect(sent.map(({ page }) => page)).toEqual([1, 2]);
    }
  });

  it("asks for several at a time where the number of pages is known", async () => {
    const vendor = vendorOf(9, 2, ({ data }) => ({ data, pages: 5 }), 0);
    const { promise, sent, mostOpen } = openWalk(zero, vendor, {
      options: { concurrency: 3 },
      wait: () => new Promise((done) => setTimeout(done, 5)),
    });
    expect(await promise.toArray()).toEqual(range(0, 9));
    expect(sent.map(({ page }) => page)).toEqual([undefined, 1, 2, 3, 4]);
    expect(mostOpen()).toBeGreaterThan(1);
  });
});

describe("pageNumberPages", () => {
  it.each<[string, Vendor, number, (number | undefined)[]]>([
    ["while there is more", vendorOf(5, 2, ({ data, more }) => ({ data, more })), 5, [undefined, 2, 3]],
    ["to the total", vendorOf(5, 2, ({ data }) => ({ data, total: 5 })), 5, [undefined, 2, 3]],
    ["to a total on a page's edge", vendorOf(4, 2, ({ data }) => ({ data, total: 4 })), 4, [undefined, 2]],
    ["to the empty page without any hint", vendorOf(5, 2, ({ data }) => ({ data })), 5, [undefined, 2, 3, 4]],
    [
      "to a page short of the answer's size",
      vendorOf(5, 2, ({ data }) => ({ data, size: 2 })),
      5,
      [undefined, 2, 3],
    ],
    [
      "with a clamped size that is repeated as asked",
      vendorOf(5, 2, ({ data }) => ({ data, size: 4, total: 5 })),
      5,
      [undefined, 2, 3],
    ],
    [
      "past a total that is too small",
      vendorOf(5, 2, ({ data }) => ({ data, total: 1 })),
      5,
      [undefined, 2, 3, 4],
    ],
    [
      "to the empty page before a total that is too large, where the answer says that it is the last",
      vendorOf(3, 2, ({ data, more }) => ({ data, more: more || data.length > 0, total: 99 })),
      3,
      [undefined, 2, 3],
    ],
    [
      "more before a total that says otherwise",
      vendorOf(4, 2, ({ data, more }) => ({ data, more, total: 2 })),
      4,
      [undefined, 2],
    ],
    ["nothing", vendorOf(0, 2, ({ data, more }) => ({ data, more })), 0, [undefined]],
    [
      "from page 0 where the first answer says so",
      vendorOf(3, 2, ({ data, page, more }) => ({ data, page, more }), 0),
      3,
      [undefined, 1],
    ],
  ])("walks %s", async (_, vendor, count, numbers) => {
    const { promise, sent } = openWalk(style, vendor, { params: { limit: 4 } });
    expect(await collect(promise)).toEqual({ items: range(0, count), error: undefined });
    expect(sent.map(({ page }) => page)).toEqual(numbers);
  });

  it("does not stop at an empty page while there is more", async () => {
    const vendor: Vendor = ({ page = 1 }) => ({
      data: page === 3 ? [3] : page === 1 ? [1] : [],
      more: Number(page) < 3,
    });
    const { promise, sent } = openWalk(style, vendor);
    expect(await promise.toArray()).toEqual([1, 3]);
    expect(sent).toHaveLength(3);
  });

  it.each<[string, object]>([
    ["the answer's size", { size: 2, total: 7 }],
    ["no size", { total: 7 }],
    ["a size alone", { size: 2 }],
  ])("walks from the middle with %s", async (_, hints) => {
    const { promise } = openWalk(
      style,
      vendorOf(7, 2, ({ data }) => ({ data, ...hints })),
      { params: { page: 2 } },
    );
    expect(await promise.toArray()).toEqual(range(2, 7));
  });

  it("tells when the vendor answers the last page again and again", async () => {
    const vendor: Vendor = ({ page = 1 }) => {
      const answered = Math.min(Number(page), 2);
      return { data: [answered], more: true, page: answered };
    };
    const { promise, sent } = openWalk(style, vendor);
    const walk = await collect(promise);
    expect(walk.items).toEqual([1, 2]);
    expect(walk.error).toMatchObject({
      message: "Asked for page 3, the answer is page 2.",
      resume: { page: 3 },
    });
    expect(sent).toHaveLength(3);
  });

  it("tells of an empty page before the total", async () => {
    const { promise } = openWalk(
      style,
      vendorOf(3, 2, ({ data }) => ({ data, total: 99 })),
    );
    const walk = await collect(promise);
    expect(walk.items).toEqual([0, 1, 2]);
    expect(walk.error).toMatchObject({
      name: "PageError",
      message: "The page is empty, though 96 more items are left of the total that the answer states.",
      resume: { page: 3 },
    });
  });

  it("gives the first page as it is, and goes on from where the vendor says that it is", async () => {
    const vendor: Vendor = ({ page = 1 }) => {
      const answered = Number(page) === 9 ? 2 : Number(page);
      return { data: [answered], more: answered < 3, page: answered };
    };
    const { promise, sent } = openWalk(style, vendor, { params: { page: 9 } });
    expect(await promise.toArray()).toEqual([2, 3]);
    expect(sent).toEqual([{ page: 9 }, { page: 3 }]);
  });

  it("stops pages that never end at maxPages with the page to resume from", async () => {
    const { promise } = openWalk(style, (_, index) => ({ data: [index], more: true }), {
      options: { maxPages: 4 },
    });
    expect(await collect(promise)).toMatchObject({ items: [0, 1, 2, 3], error: { resume: { page: 5 } } });
  });

  it("yields every item exactly once, whatever the sizes and true hints", async () => {
    const setup = fc.record({
      count: fc.nat({ max: 40 }),
      size: fc.integer({ min: 1, max: 9 }),
      hints: fc.record({ more: fc.boolean(), total: fc.boolean(), size: fc.boolean(), page: fc.boolean() }),
      concurrency: fc.integer({ min: 1, max: 5 }),
      from: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(setup, async ({ count, size, hints, concurrency, from }) => {
        const vendor = vendorOf(count, size, ({ data, page, more }) => ({
          data,
          ...(hints.more ? { more } : {}),
          ...(hints.total ? { total: count } : {}),
          ...(hints.size ? { size } : {}),
          ...(hints.page ? { page } : {}),
        }));
        const { promise, mostOpen } = openWalk(style, vendor, {
          params: { page: from },
          options: { concurrency },
        });
        expect(await promise.toArray()).toEqual(range(((from ?? 1) - 1) * size, count));
        expect(mostOpen()).toBeLessThanOrEqual(concurrency);
      }),
    );
  });
});
