/** What of a path template goes out. */
export interface SentPath {
  /** Its segments alone. */
  readonly path: string;
  /** The query that it fixes, as it is written. */
  readonly query: string;
}

/** A template may name a fixed query, and a fragment that tells it from others and is never sent (RFC 3986, 3.5). */
export function sentPath(template: string): SentPath {
  const [sent = ""] = splitOutside(template, "#");
  const [path = "", query = ""] = splitOutside(sent, "?");
  return { path, query };
}

/** At the first mark that stands in no placeholder. */
function splitOutside(text: string, mark: string): readonly string[] {
  let isInside = false;
  for (const [index, character] of [...text].entries()) {
    if (character === "{") isInside = true;
    else if (character === "}") isInside = false;
    else if (character === mark && !isInside) {
      const before = [...text].slice(0, index).join("");
      return [before, text.slice(before.length + 1)];
    }
  }
  return [text];
}
