/**
 * A JSON value without what must not be shown, changed in place: nobody else holds it. Its structure stays. Without
 * recursion, because a server may nest as deep as it likes.
 *
 * @param scalar what is shown of a text, a number and the like
 * @param name what is shown of a member's name
 */
export function scrubJSON(
  value: unknown,
  scalar: (value: unknown) => unknown,
  name: (text: string) => string,
): unknown {
  const root = [value];
  const open: object[] = [root];
  for (let one = open.pop(); one; one = open.pop()) {
    const members = Object.entries(one);
    // Those of a list are places. If one name changes, all are written again, so that their order stays.
    const isRenamed = !Array.isArray(one) && members.some(([key]) => name(key) !== key);
    if (isRenamed) for (const [key] of members) Reflect.deleteProperty(one, key);
    for (const [index, [key, member]] of members.entries()) {
      const isOpen = typeof member === "object" && member !== null;
      if (isOpen) open.push(member);
      const shown = isOpen ? member : scalar(member);
      if (!isRenamed && shown === member) continue;
      let shownKey = isRenamed ? name(key) : key;
      // Two names that held secrets must not become one.
      if (isRenamed && Object.hasOwn(one, shownKey)) shownKey += ` ${index}`;
      // Not assigned: a member may be called `__proto__`.
      Object.defineProperty(one, shownKey, {
        value: shown,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
  }
  return root[0];
}
