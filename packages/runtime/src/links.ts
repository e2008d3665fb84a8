/**
 * Target of the first link with this relation in a `Link` header (RFC 8288), or `undefined`. Every character
 * is looked at a fixed number of times, however the header is made.
 *
 * @example
 * linkTarget('</agents?page=2>; rel="next", </agents>; rel="first"', "next") // "/agents?page=2"
 */
export function linkTarget(header: string, relation: string): string | undefined {
  let at = 0;
  for (;;) {
    const open = header.indexOf("<", at);
    const close = open < 0 ? -1 : header.indexOf(">", open);
    if (close < 0) return undefined;
    const parameters: string[] = [];
    at = readParameters(header, close + 1, parameters);
    if (relationsOf(parameters).includes(relation)) return header.slice(open + 1, close).trim();
  }
}

/** Collects what stands between semicolons up to a comma, both outside quotes; returns the place after it. */
function readParameters(header: string, from: number, parameters: string[]): number {
  let quoted = false;
  let start = from;
  for (let at = from; at < header.length; at++) {
    const character = header[at];
    if (character === "\\" && quoted) at++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ";" || character === ",")) {
      parameters.push(header.slice(start, at));
      start = at + 1;
      if (character === ",") return start;
    }
  }
  parameters.push(header.slice(start));
  return header.length;
}

/** RFC 8288, section 3.3: only the first `rel` counts; its relations are told apart by spaces, in any case. */
function relationsOf(parameters: readonly string[]): string[] {
  for (const parameter of parameters) {
    const equals = parameter.indexOf("=");
    if (equals < 0 || parameter.slice(0, equals).trim().toLowerCase() !== "rel") continue;
    const value = parameter.slice(equals + 1).trim();
    const text = value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value;
    return text.toLowerCase().split(/\s+/);
  }
  return [];
}
