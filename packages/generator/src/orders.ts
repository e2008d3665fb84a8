/**
 * What tools take for an order where a comment says it: the compiler, linters, formatters, measurers of coverage,
 * bundlers, minifiers, debuggers. A document's text is written so that none of it is left ({@link withoutOrders}), and
 * emitted files are searched for the same ({@link givesOrder}), so that no text can be refused for what was not mended.
 *
 * @see https://www.typescriptlang.org/docs/handbook/release-notes/typescript-3-7.html for `@ts-nocheck` and its kin
 * @see https://tc39.es/ecma426/#sec-linking-inline for source maps
 * @see https://github.com/javascript-compiler-hints/compiler-notations-spec for `#__PURE__`
 * @see https://esbuild.github.io/api/#legal-comments for `@license` and `@preserve`
 */
const orders: readonly (readonly [order: RegExp, inert: string])[] = [
  // `@ts-ignore`, `@vite-ignore`, `@jest-environment`. The hyphen that does not break looks the same.
  [/@(ts|vite|vitest|jest|deno)-/gi, "@$1\u2011"],
  [/(biome|deno|dprint|eslint|oxfmt|oxlint|prettier|stylelint|tslint)-(?=[a-z])/gi, "$1\u2011"],
  [/(tslint|dprint):(?=\s*(?:disable|enable|ignore))/gi, "$1\u2011"],
  [/(istanbul|c8|v8|node:coverage)\s+(?=ignore|disable|enable)/gi, "$1\u2011"],
  [/([#@]\s*source(?:Mapping)?URL)=/gi, "$1 ="],
  [/(?<![#@])[#@]+(?=__[A-Z_]+__)/g, ""],
  // Wherever it stands, `@internal` takes a declaration away (`stripInternal`), and `@license` keeps its comment in bundles.
  [/@(?=jsx|licen[cs]e|preserve|cc_on|internal\b)/gi, "@ "],
];

/** A text in which no tool finds an order, as readable as before. */
export function withoutOrders(text: string): string {
  let inert = text;
  for (const [order, replacement] of orders) inert = inert.replace(order, replacement);
  return inert;
}

/** Whether some tool would find an order in a comment. */
export function givesOrder(comment: string): boolean {
  return orders.some(([order]) => comment.search(order) !== -1);
}
