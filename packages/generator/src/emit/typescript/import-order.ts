/**
 * The order of names in imports: letters as in a dictionary, of two that differ in their case alone the
 * capital first, and numbers by what they count. It is that of the formatters that sort imports, so that no editor
 * changes an emitted file when it is saved.
 *
 * @see https://biomejs.dev/assist/actions/organize-imports/
 */
export function byNameOrder(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const difference = compareParts(part, other);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The order of the modules that a file imports: packages, then files beside it, whose endings do not count. */
export function byModuleOrder(a: string, b: string): number {
  const isFile = Number(a.startsWith(".")) - Number(b.startsWith("."));
  return isFile || byNameOrder(withoutEnding(a), withoutEnding(b));
}

function withoutEnding(module: string): string {
  return module.replace(/\.js$/, "");
}

/** The numbers of a name, and its other characters one by one. */
function partsOf(name: string): readonly string[] {
  return name.match(/\d+|\D/gu) ?? [];
}

function compareParts(a: string, b: string): number {
  if (/^\d/.test(a) && /^\d/.test(b)) return a.length - b.length || compare(a, b);
  return compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b);
}

// Not localeCompare: its order differs between machines.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
