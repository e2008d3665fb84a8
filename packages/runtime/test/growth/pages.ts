import { cursorPages, firstOf, linkPages, offsetPages, pageNumberPages, pageSize } from "../../src/client.ts";
import { linkTarget } from "../../src/links.ts";
import { refuseRepetition } from "../../src/pages/repetition.ts";
import { readExact, readPointer, writePointer } from "../../src/pointer.ts";
import { asField, page, walk } from "./sample.ts";

/** What leads from page to page. */
export const pages: Readonly<Record<string, (text: string) => unknown>> = {
  Link: (text) => linkTarget(text, "next"),
  "a pointer": (text) => readPointer({ a: 1 }, `/${text}`),
  "a value behind a pointer": (text) => readPointer({ [text]: 1 }, "/a"),
  "a place that is written": (text) => writePointer({ a: text }, "/b/c", text),
  "a cursor": (text) =>
    walk(cursorPages({ items: "/items", cursor: "cursor", next: "/next" }), () => page(text)),
  "a next link in a body": (text) =>
    walk(linkPages({ items: "/items", next: "/next" }), () => page(`?cursor=${text}`)),
  "a next link in the header": (text) =>
    walk(linkPages({ items: "/items" }), () => page(null, { link: `<?cursor=1${asField(text)}>; rel=next` })),
  "numbers of pages that are none": (text) =>
    walk(offsetPages({ items: "/items", offset: "offset", total: "/next" }), () => page(text)),
  "a page that says what it is": (text) =>
    walk(pageNumberPages({ items: "/next", page: "offset", total: "/next" }), () => page([...text])),
  "an exact value behind a pointer": (text) => readExact({ [text]: 1 }, `/${text}`),
  "two pages that may be the same": (text) =>
    refuseRepetition(
      { items: [text, { [text]: text }, ...text] } as never,
      { items: [text, { [text]: text }, ...text, 1] } as never,
      {} as never,
    ),
  "a page in one of two shapes": (text) =>
    walk(
      firstOf(
        cursorPages({ items: "/data", cursor: "cursor", next: "/next" }),
        offsetPages({ items: "/items", offset: "offset" }),
      ),
      () => page(text),
    ),
  "a page's size": (text) => pageSize({ [text]: text }, 10, "limit", "per_page"),
  "a walk over an answer of another shape": (text) =>
    walk(cursorPages({ items: "", cursor: "cursor", next: "/a" }), () => Response.json([...text])),
};
