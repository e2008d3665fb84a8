/** Not by a pattern: those that end in `$` try every slash of a text anew. */
export function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === "/") end--;
  return path.slice(0, end);
}
