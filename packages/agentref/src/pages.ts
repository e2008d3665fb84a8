import {
  cursorPages,
  firstOf,
  offsetPages,
  type PageStyle,
  pageNumberPages,
} from "@trunkline/runtime/client";

/** Ways of paging that several methods share. */
export const pages: PageStyle = /* @__PURE__ */ firstOf(
  /* @__PURE__ */ pageNumberPages({
    items: "/data",
    page: "page",
    more: "/meta/hasMore",
    total: "/meta/total",
    pageNumber: "/meta/page",
    pageSize: "/meta/pageSize",
  }),
  /* @__PURE__ */ cursorPages({
    items: "/data",
    cursor: "cursor",
    next: "/meta/nextCursor",
    more: "/meta/hasMore",
  }),
  /* @__PURE__ */ offsetPages({ items: "/data", offset: "offset", total: "/meta/total" }),
);
