// What axe finds in Starlight as it is, mended where it stands.

/**
 * Keys scroll what has the focus: what is wide needs it, what fits does not. Wide code is a region besides, and regions need
 * names that tell them apart.
 */
function makeReachable(part, name) {
  const isWide = part.scrollWidth > part.clientWidth;
  if (isWide) part.setAttribute("tabindex", "0");
  else part.removeAttribute("tabindex");
  if (name === undefined) return;
  if (isWide) part.setAttribute("aria-label", name);
  else part.removeAttribute("aria-label");
  if (isWide) part.setAttribute("role", "region");
  else part.removeAttribute("role");
}

const names = new Map();
for (const table of document.querySelectorAll(".sl-markdown-content table")) names.set(table, undefined);
for (const block of document.querySelectorAll(".expressive-code pre"))
  names.set(block, `Code ${names.size + 1}`);
const wide = new ResizeObserver((entries) => {
  for (const { target } of entries) makeReachable(target, names.get(target));
});
for (const part of names.keys()) wide.observe(part);

/** A head without words is no head. */
for (const head of document.querySelectorAll(".sl-markdown-content th:empty"))
  head.replaceWith(document.createElement("td"));
