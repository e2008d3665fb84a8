import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../src/errors/usage-error.ts";
import { offsetPages } from "../src/pages/offset-pages.ts";
import { PageError } from "../src/pages/page-error.ts";
import { paramField } from "../src/pages/reading.ts";
import { collect, openWalk, range, type Vendor } from "./support/page-source.ts";

const style = offsetPages({
  items: "/data",
  offset: "offset",
  total: "/total",
  answeredLimit: "/limit",
  answeredOffset: "/offset",
});

/** A vendor with a number of items, which answers at most `clamp` of them. */
const vendorOf =
  (
    count: number,
    clamp: number,
    answer: (page: { data: number[]; limit: number; offset: number }) => object,
  ): Vendor =>
  ({ offset = 0, limit = 20 }) => {
    const from = Number(offset);
    const size = Math.min(Number(limit), clamp);
    return answer({ data: range(from, Math.min(from + size, count)), limit: size, offset: from });
  };

describe("offsetPages", () => {
  it.each<[string, Vendor, number, (number | undefined)[]]>([
    ["to the total", vendorOf(5, 2, ({ data }) => ({ data, total: 5 })), 5, [undefined, 2, 4]],
    ["to a total on a page's edge", vendorOf(4, 2, ({ data }) => ({ data, total: 4 })), 4, [undefined, 2]],
    ["to the empty page without any hint", vendorOf(4, 2, ({ data }) => ({ data })), 4, [undefined, 2, 4]],
    [
      "over a short page without the answer's limit",
      vendorOf(5, 2, ({ data }) => ({ data })),
      5,
      [undefined, 2, 4, 5],
    ],
    [
      "to a page short of the answer's limit",
      vendorOf(5, 2, ({ data, limit }) => ({ data, limit })),
      5,
      [undefined, 2, 4],
    ],
    [
      "with a limit that is clamped and told",
      vendorOf(5, 2, ({ data, limit }) => ({ data, limit, total: 5 })),
      5,
      [undefined, 2, 4],
    ],
    [
      "with a limit that is clamped and repeated as asked",
      vendorOf(5, 2, ({ data }) => ({ data, limit: 3, total: 5 })),
      5,
      [undefined, 2, 4],
    ],
    ["nothing", vendorOf(0, 2, ({ data }) => ({ data, total: 0 })), 0, [undefined]],
    [
      "past a total that is too small",
      vendorOf(5, 2, ({ data }) => ({ data, total: 1 })),
      5,
      [undefined, 2, 4, 5],
    ],
    [
      "with a total that is a text",
      vendorOf(3, 2, ({ data, limit }) => ({ data, total: "3", limit })),
      3,
      [undefined, 2],
    ],
    [
      "with an offset that is told",
      vendorOf(3, 2, ({ data, offset }) => ({ data, offset, total: 3 })),
      3,
      [undefined, 2],
    ],
  ])("walks %s", async (_, vendor, count, offsets) => {
    const { promise, sent } = openWalk(style, vendor, { params: { limit: 3 } });
    expect(await collect(promise)).toEqual({ items: range(0, count), error: undefined });
    expect(sent.map(({ offset }) => offset)).toEqual(offsets);
    expect(sent.every(({ limit }) => limit === 3)).toBe(true);
  });

  it("starts where the caller says, in a query or a body", async () => {
    const inBody = offsetPages({ items: "", offset: paramField("/page/offset") });
    const vendor: Vendor = (params) => {
      const { page } = params as { page: { offset: number } };
      return range(page.offset, Math.min(page.offset + 2, 5));
    };
    const { promise, sent } = openWalk(inBody, vendor, {
      params: { page: { offset: 1 } },
      operation: { body: "fields" },
    });
    expect(await promise.toArray()).toEqual([1, 2, 3, 4]);
    expect(sent).toEqual([{ page: { offset: 1 } }, { page: { offset: 3 } }, { page: { offset: 5 } }]);
  });

  it("goes on by what came when a page is shorter than the others", async () => {
    // The second page shows one item where it could show four.
    const vendor: Vendor = ({ offset = 0 }) => ({
      data: range(Number(offset), Number(offset) === 4 ? 5 : Math.min(Number(offset) + 4, 9)),
      total: 9,
    });
    const { promise, sent } = openWalk(style, vendor);
    expect(await promise.toArray()).toEqual(range(0, 9));
    expect(sent.map(({ offset }) => offset)).toEqual([undefined, 4, 5]);
  });

  it("tells when the answer is another place than asked for", async () => {
    const vendor: Vendor = ({ offset = 0 }) => {
      const answered = Math.min(Number(offset), 2);
      return { data: range(answered, answered + 2), total: 100, offset: answered };
    };
    const { promise, sent } = openWalk(style, vendor);
    const walk = await collect(promise);
    expect(walk.items).toEqual([0, 1, 2, 3]);
    expect(walk.error).toBeInstanceOf(PageError);
    expect(walk.error).toMatchObject({
      message: "Asked for offset 4, the answer is offset 2.",
      resume: { offset: 4 },
    });
    expect(sent).toHaveLength(3);
  });

  it.each([
    ["in the middle", vendorOf(3, 2, ({ data }) => ({ data, total: 99 })), [0, 1, 2], { offset: 3 }, 96],
    [
      "in the middle of a total that is a text",
      vendorOf(3, 2, ({ data }) => ({ data, total: "99" })),
      [0, 1, 2],
      { offset: 3 },
      96,
    ],
    ["at once", vendorOf(0, 2, ({ data }) => ({ data, total: 5 })), [], {}, 5],
  ] as const)("tells of an empty page before the total, %s", async (_, vendor, items, resume, left) => {
    const { promise } = openWalk(style, vendor);
    const walk = await collect(promise);
    expect(walk.items).toEqual(items);
    expect(walk.error).toBeInstanceOf(PageError);
    expect(walk.error).toMatchObject({
      message: `The page is empty, though ${left} more items are left of the total that the answer states.`,
      resume,
    });
  });

  it("takes an empty page beyond the total for the end", async () => {
    const { promise } = openWalk(
      style,
      vendorOf(3, 2, ({ data }) => ({ data, total: 3 })),
      { params: { offset: 9 } },
    );
    expect(await promise.toArray()).toEqual([]);
  });

  it.each(["x", "", 1.5, true, {}])("refuses the offset %j", async (offset) => {
    const { promise } = openWalk(style, () => ({ data: [1] }), { params: { offset } });
    await expect(promise).rejects.toBeInstanceOf(UsageError);
  });

  it("stops an endless list at maxPages with the offset to resume from", async () => {
    const vendor: Vendor = ({ offset = 0 }) => ({ data: [offset] });
    const { promise, sent } = openWalk(style, vendor, { options: { maxPages: 2 } });
    expect((await collect(promise)).error).toMatchObject({ resume: { offset: 2 } });
    expect(sent).toHaveLength(2);
  });

  it("yields every item exactly once, whatever the sizes, clamps and true hints", async () => {
    const setup = fc.record({
      count: fc.nat({ max: 40 }),
      clamp: fc.integer({ min: 1, max: 9 }),
      limit: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
      tellTotal: fc.boolean(),
      tellLimit: fc.boolean(),
      concurrency: fc.integer({ min: 1, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(setup, async ({ count, clamp, limit, tellTotal, tellLimit, concurrency }) => {
        const vendor = vendorOf(count, clamp, ({ data, limit: size }) => ({
          data,
          ...(tellTotal ? { total: count } : {}),
          ...(tellLimit ? { limit: size } : {}),
        }));
        const { promise, mostOpen } = openWalk(style, vendor, {
          params: { limit },
          options: { concurrency },
        });
        expect(await promise.toArray()).toEqual(range(0, count));
        expect(mostOpen()).toBeLessThanOrEqual(concurrency);
      }),
    );
  });
});
