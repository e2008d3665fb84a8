import {
  cursorPages,
  firstOf,
  offsetPages,
  type PageStyle,
  pageNumberPages,
} from "@trunkline/runtime/client";

/** How lists are walked that several methods walk in the same way. */
export const pages: PageStyle = firstOf(
  pageNumberPages({
    items: "/data",
    page: "page",
    more: "/meta/hasMore",
    total: "/meta/total",
    pageNumber: "/meta/page",
    pageSize: "/meta/pageSize",
  }),
  cursorPages({ items: "/data", cursor: "cursor", next: "/meta/nextCursor", more: "/meta/hasMore" }),
  offsetPages({ items: "/data", offset: "offset", total: "/meta/total" }),
);
