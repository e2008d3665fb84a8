import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { cursorPages } from "../src/pages/cursor-pages.ts";
import { firstOf } from "../src/pages/first-of.ts";
import { offsetPages } from "../src/pages/offset-pages.ts";
import { Page } from "../src/pages/page.ts";
import { pageNumberPages } from "../src/pages/page-number-pages.ts";
import { PagePromise } from "../src/pages/page-promise.ts";
import { APIPromise } from "../src/promise.ts";
import { openWalk, type Vendor } from "./support/page-source.ts";

const style = cursorPages({ items: "/items", cursor: "cursor", next: "/next" });
const two: Vendor = ({ cursor }) => (cursor ? { items: [3], next: null } : { items: [1, 2], next: "b" });

describe("Page", () => {
  it("has the vendor's envelope for its own properties, and nothing else", async () => {
    const { promise } = openWalk(style, two);
    const page = await promise;
    expect(page).toBeInstanceOf(Page);
    expect(Object.getOwnPropertyNames(page)).toEqual(["items", "next"]);
    const symbols = Object.getOwnPropertySymbols(page);
    expect(symbols.filter((one) => Object.prototype.propertyIsEnumerable.call(page, one))).toEqual([]);
    expect(JSON.stringify(page)).toBe('{"items":[1,2],"next":"b"}');
    expect(structuredClone({ ...page })).toEqual({ items: [1, 2], next: "b" });
    expect(inspect(page, { showHidden: true, depth: 9 })).not.toContain("api.example");
    expect(page.body).toEqual({ items: [1, 2], next: "b" });
  });

  it("is an empty one where the answer has no body, as with 204", async () => {
    const { promise } = openWalk(style, () => undefined);
    const page = await promise;
    expect(page.hasNextPage()).toBe(false);
    expect(page.body).toBeUndefined();
    expect(await promise.toArray()).toEqual([]);
  });

  it("puts a bare array under items", async () => {
    const { promise } = openWalk(offsetPages({ items: "", offset: "offset" }), ({ offset = 0 }) =>
      offset ? [] : [1, 2],
    );
    const page = await promise;
    expect({ ...page }).toEqual({ items: [1, 2] });
    expect(page.body).toEqual([1, 2]);
    expect(await promise.toArray()).toEqual([1, 2]);
  });

  it("keeps wire names that a page needs for itself on body alone", async () => {
    const wire = JSON.parse(
      '{"items":[],"data":1,"then":2,"constructor":3,"__proto__":{"polluted":4},"body":5,"hasNextPage":6,"getNextPage":7,"iterPages":8,"toString":9,"other":10}',
    );
    const { promise } = openWalk(style, () => wire);
    const page = await promise;
    expect({ ...page }).toEqual({ items: [], data: 1, other: 10 });
    expect(page.body).toBe(wire);
    expect(page.hasNextPage()).toBe(false);
    expect(page.constructor).toBe(Page);
    expect((page as unknown as { polluted?: unknown }).polluted).toBeUndefined();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(await promise).toBe(page);
  });

  it("walks on from itself, over items and over pages", async () => {
    const { promise, sent } = openWalk(style, two);
    const page = await promise;
    const items: unknown[] = [];
    for await (const item of page) items.push(item);
    expect(items).toEqual([1, 2, 3]);
    const bodies: unknown[] = [];
    for await (const each of page.iterPages()) bodies.push(each.body);
    expect(bodies).toEqual([
      { items: [1, 2], next: "b" },
      { items: [3], next: null },
    ]);
    expect(sent).toHaveLength(3);
  });

  it("turns pages by hand and refuses to turn the last one", async () => {
    const { promise } = openWalk(style, two);
    let page = await promise;
    expect(page.hasNextPage()).toBe(true);
    page = await page.getNextPage();
    expect(page.hasNextPage()).toBe(false);
    await expect(page.getNextPage()).rejects.toThrow("This is the last page");
  });
});

describe("PagePromise", () => {
  it("is an APIPromise of the first page, whose request goes out once", async () => {
    const { promise, sent } = openWalk(style, two, { params: { limit: 2 } });
    expect(promise).toBeInstanceOf(PagePromise);
    expect(promise).toBeInstanceOf(APIPromise);
    const { data, response, requestId } = await promise.withResponse();
    expect(data).toBe(await promise);
    expect(response).toBeInstanceOf(Response);
    expect(requestId).toBe("req_0");
    expect(sent).toEqual([{ limit: 2 }]);
  });

  it("hands over the first answer unread", async () => {
    const { promise, sent } = openWalk(style, () => "not a page");
    expect(await promise.asResponse()).toBeInstanceOf(Response);
    expect(sent).toHaveLength(1);
  });

  it("iterates pages and asks for no page too many", async () => {
    const { promise, sent } = openWalk(style, two);
    for await (const page of promise.iterPages()) {
      expect(page.body).toMatchObject({ items: [1, 2] });
      break;
    }
    expect(sent).toHaveLength(1);
  });

  it.each<[{ limit?: number } | undefined, unknown[], number]>([
    [undefined, [1, 2, 3], 2],
    [{}, [1, 2, 3], 2],
    [{ limit: 0 }, [], 1],
    [{ limit: 1 }, [1], 1],
    [{ limit: 2 }, [1, 2], 1],
    [{ limit: 3 }, [1, 2, 3], 2],
    [{ limit: Number.POSITIVE_INFINITY }, [1, 2, 3], 2],
  ])("toArray(%j) gives %j by %i requests", async (options, items, requests) => {
    const { promise, sent } = openWalk(style, two);
    expect(await promise.toArray(options)).toEqual(items);
    expect(sent).toHaveLength(requests);
  });

  it.each([-1, 1.5, Number.NaN, Number.NEGATIVE_INFINITY])("toArray refuses a limit of %d", async (limit) => {
    const { promise } = openWalk(style, two);
    await expect(promise.toArray({ limit })).rejects.toThrow(`limit is ${limit}`);
  });
});

describe("firstOf", () => {
  const byPage = pageNumberPages({ items: "/items", page: "page", more: "/more" });
  const byCursor = cursorPages({ items: "/items", cursor: "cursor", next: "/next" });
  const byOffset = offsetPages({ items: "/items", offset: "offset", total: "/total" });
  const any: Vendor = (_, index) => ({ items: [index], next: `c${index}`, more: index < 1, total: 2 });

  it.each<[object, object]>([
    [{}, { page: 2 }],
    [{ limit: 5 }, { limit: 5, page: 2 }],
    [{ page: 4 }, { page: 5 }],
    [{ cursor: "a" }, { cursor: "c0" }],
    [
      { cursor: undefined, offset: 0 },
      { cursor: undefined, offset: 1 },
    ],
    [
      { page: 1, cursor: "a" },
      { page: 2, cursor: "a" },
    ],
  ])("walks arguments %j on to %j", async (params, next) => {
    const { promise, sent } = openWalk(firstOf(byPage, byCursor, byOffset), any, {
      params: params as Record<string, unknown>,
    });
    await (await promise).getNextPage();
    expect(sent[1]).toEqual(next);
  });
});
