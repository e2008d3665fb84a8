import { cursorPages, type PageStyle } from "@trunkline/runtime/client";

/** How lists are walked that several methods walk in the same way. */
export const pages: PageStyle = /* @__PURE__ */ cursorPages({
  items: "/items",
  cursor: "cursor",
  next: "/next_cursor",
});
