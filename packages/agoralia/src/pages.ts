import { cursorPages, type PageStyle } from "@trunkline/runtime/client";

/** Ways of paging that several methods share. */
export const pages: PageStyle = /* @__PURE__ */ cursorPages({
  items: "/items",
  cursor: "cursor",
  next: "/next_cursor",
});
