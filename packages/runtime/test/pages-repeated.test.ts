import { describe, expect, it } from "vitest";
import {
  cursorPages,
  linkPages,
  offsetPages,
  type PageOperation,
  type PageStyle,
  pageNumberPages,
} from "../src/client.ts";
import { resumeParams } from "../src/pages/page-error.ts";
import { collect, openWalk } from "./support/page-source.ts";
import { sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

const ROWS = Array.from({ length: 4 }, (_, id) => ({ id, name: `row ${id}`, tags: [id, null] }));

const operation = (page: PageStyle): PageOperation => ({
  id: "things.list",
  method: "GET",
  path: "/things",
  query: ["page", "offset", "cursor", "limit"],
  page,
});

/** Styles, what a server says that ignores what it is asked for, and where the walk could go on. */
const STYLES: readonly [
  name: string,
  style: PageStyle,
  answer: (index: number) => object,
  resume: object,
  options?: object,
][] = [
  [
    "cursor",
    cursorPages({ items: "/items", cursor: "cursor", next: "/next" }),
    (index) => ({ items: ROWS, next: `c${index}` }),
    { cursor: "c0" },
  ],
  ["offset", offsetPages({ items: "/items", offset: "offset" }), () => ({ items: ROWS }), { offset: 4 }],
  [
    "offset with a total and concurrency",
    offsetPages({ items: "/items", offset: "offset", total: "/total" }),
    () => ({ items: ROWS, total: 400 }),
    { offset: 4 },
    { concurrency: 3 },
  ],
  [
    "page number",
    pageNumberPages({ items: "/items", page: "page", more: "/more" }),
    () => ({ items: ROWS, more: true }),
    { page: 2 },
  ],
  [
    "page number with a total and concurrency",
    pageNumberPages({ items: "/items", page: "page", total: "/total" }),
    () => ({ items: ROWS, total: 400 }),
    { page: 2 },
    { concurrency: 3 },
  ],
  [
    "link in the body",
    linkPages({ items: "/items", next: "/next" }),
    (index) => ({ items: ROWS, next: `?page=${index + 2}` }),
    { page: "2" },
  ],
];

describe("a server that ignores what it is asked for", () => {
  it.each(STYLES)("ends a walk by %s", async (_, style, answer, resume, options = {}) => {
    const server = await serve((_request, response, index) => json(response, answer(index)));
    const client = sample({ baseURL: server.url });
    const { items, error } = await collect(client.things.page(operation(style), {}, options));
    expect(items).toEqual(ROWS);
    expect(error).toMatchObject({
      name: "PageError",
      message:
        "Two pages in a row have the same 4 items: the server seems to ignore where the next page begins.",
    });
    expect(resumeParams(error)).toEqual(resume);
    expect(server.seen.length).toBeLessThanOrEqual("concurrency" in options ? 4 : 2);
  });

  it("is told from one that takes a page beyond the last for the last one", async () => {
    const page = pageNumberPages({ items: "/items", page: "page" });
    const server = await serve(({ url }, response) => {
      const asked = Number(new URL(url, "http://x").searchParams.get("page") ?? 1);
      json(response, { items: ROWS.slice(Math.min(asked, 2) * 2 - 2, Math.min(asked, 2) * 2) });
    });
    const client = sample({ baseURL: server.url });
    const { items, error } = await collect(client.things.page(operation(page)));
    expect(items).toEqual(ROWS);
    expect(resumeParams(error)).toEqual({ page: 3 });
  });

  it("is told by getNextPage(), and by the Link header too", async () => {
    const page = linkPages({ items: "" });
    const server = await serve((_, response, index) =>
      json(response, ROWS, 200, { link: `</things?page=${index + 2}>; rel="next"` }),
    );
    const first = await sample({ baseURL: server.url }).things.page(operation(page));
    await expect(first.getNextPage()).rejects.toMatchObject({ name: "PageError", resume: { page: "2" } });
  });
});

describe("pages that share items", () => {
  const style = cursorPages({ items: "/items", cursor: "cursor", next: "/next" });
  it.each<[string, readonly (readonly unknown[])[]]>([
    ["the last of one is the first of the next", [[1, 2], [2, 3], [3]]],
    ["the same in another order", [[1, 2], [2, 1], [1]]],
    ["one field differs, deep down", [[{ a: { b: [1] } }], [{ a: { b: [2] } }]]],
    ["one has a field more", [[{ a: 1 }], [{ a: 1, b: undefined }], [{ a: 1, b: 2 }]]],
    ["a list where a map was", [[["a"]], [{ 0: "a" }]]],
    ["a number where a text was", [[1], ["1"]]],
    ["a part of the page before", [[1, 2, 3], [1, 2], [1]]],
    ["the page before the last comes again", [[1], [2], [1], [2]]],
    ["empty ones in a row", [[1], [], [], [2]]],
  ])("are walked: %s", async (_, pages) => {
    const { promise } = openWalk(style, (_params, index) => ({
      items: pages[index],
      next: index + 1 < pages.length ? `c${index}` : null,
    }));
    expect(await collect(promise)).toEqual({ items: pages.flat(), error: undefined });
  });

  it("cost a walk next to nothing", async () => {
    const { promise } = openWalk(style, (_params, index) => ({
      items: Array.from({ length: 500 }, (_item, at) => ({ id: index * 500 + at, text: "x".repeat(200) })),
      next: index < 199 ? `c${index}` : null,
    }));
    expect(await promise.toArray()).toHaveLength(100_000);
  });

  it("are no trouble however deep they are nested", async () => {
    const deep = (): unknown => {
      let value: unknown = 1;
      for (let depth = 0; depth < 50_000; depth++) value = [value];
      return value;
    };
    const { promise } = openWalk(style, (_params, index) => ({
      items: [deep()],
      next: index < 1 ? "c" : null,
    }));
    expect(await promise.toArray()).toHaveLength(2);
  });
});
