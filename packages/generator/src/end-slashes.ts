/** Not by a pattern: those that end in `$` try every slash of a text anew. */
export function withoutEndSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === "/") end--;
  return text.slice(0, end);
}
