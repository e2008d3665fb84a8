/**
 * Header fields without what must not be shown: those that were given, where there is nothing of it in them.
 *
 * @param text what is shown of a value of the field with this name
 * @param label what is shown of a name
 */
export function scrubHeaders(
  headers: Headers,
  text: (value: string, name: string) => string,
  label: (name: string) => string,
): Headers {
  const clean = new Headers();
  let isSame = true;
  const show = (name: string, value: string): void => {
    // Brackets cannot stand in a name.
    const shown = [label(name).replace(/[[\]]/g, ""), text(value, name)] as const;
    isSame &&= shown[0] === name && shown[1] === value;
    try {
      // Not set: there may be several cookies.
      clean.append(...shown);
    } catch {
      // A `fetch` of the caller's may bring what no header field can hold.
    }
  };
  // It may bring a class of its own, too.
  if (Symbol.iterator in headers) {
    for (const [name, value] of headers as Iterable<readonly [string, string]>) show(name, value);
  } else {
    (headers as Headers).forEach?.((value, name) => {
      show(name, value);
    });
  }
  return isSame ? headers : clean;
}
