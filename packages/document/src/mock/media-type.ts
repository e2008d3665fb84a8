const MEDIA_TYPE = /^[!#$%&'*+.^_`|~0-9a-z-]+\/[!#$%&'*+.^_`|~0-9a-z-]+$/;

/** `type/subtype` of a content type, in lower case; undefined when it is not a media type (RFC 9110, section 8.3.1). */
export function mediaTypeOf(contentType: string): string | undefined {
  const end = contentType.indexOf(";");
  const type = (end === -1 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
  return MEDIA_TYPE.test(type) ? type : undefined;
}

/**
 * Parameters behind the first `;` of a header field, names in lower case, the first of several with one name. A quoted
 * value is given without its quotes, and with its backslashes: browsers write file names with some that escape nothing.
 */
export function headerParameters(field: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let at = indexOr(field, ";", 0);
  while (at < field.length) {
    const next = indexOr(field, ";", at + 1);
    const equals = field.indexOf("=", at + 1);
    // Without an equals sign from here on, there is no parameter left.
    if (equals === -1) break;
    if (equals > next) {
      at = indexBefore(field, equals);
      continue;
    }
    const name = field
      .slice(at + 1, equals)
      .trim()
      .toLowerCase();
    const isQuoted = field[equals + 1] === '"';
    const end = isQuoted ? closingQuote(field, equals + 2) : next;
    const value = isQuoted ? field.slice(equals + 2, end) : field.slice(equals + 1, end).trim();
    if (!found.has(name)) found.set(name, value);
    at = isQuoted ? indexOr(field, ";", end) : next;
  }
  return found;
}

function indexOr(text: string, wanted: string, from: number): number {
  const index = text.indexOf(wanted, from);
  return index === -1 ? text.length : index;
}

/** The last `;` before an equals sign: what stands between others is not a parameter. */
function indexBefore(text: string, equals: number): number {
  return text.lastIndexOf(";", equals);
}

function closingQuote(text: string, from: number): number {
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === '"') return index;
  }
  return text.length;
}
