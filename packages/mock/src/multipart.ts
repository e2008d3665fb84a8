import { LIMITS } from "./limits.ts";
import { headerParameters } from "./media-type.ts";
import { Refusal } from "./refusal.ts";
import type { RecordedPart } from "./types.ts";

/**
 * Splits a multipart body (RFC 7578) into its parts, byte for byte.
 *
 * @throws Refusal for too many parts, and for header fields of a part that are too long
 */
export function parseMultipart(body: Buffer, boundary: string): readonly RecordedPart[] {
  const parts: RecordedPart[] = [];
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter has no line break before it: with one put there, all are alike.
  const text = Buffer.concat([Buffer.from("\r\n"), body]);
  let start = text.indexOf(delimiter);
  while (start !== -1) {
    const content = start + delimiter.length;
    const end = text.indexOf(delimiter, content);
    if (end === -1) break;
    if (parts.length === LIMITS.parts)
      throw new Refusal(413, ["body"], `The body has more than ${LIMITS.parts} parts.`);
    // Past the line break that ends the delimiter's own line.
    parts.push(parsePart(text.subarray(content + 2, end)));
    start = end;
  }
  return parts;
}

function parsePart(part: Buffer): RecordedPart {
  const gap = part.indexOf("\r\n\r\n");
  if (gap > LIMITS.partHeaderBytes)
    throw new Refusal(
      400,
      ["body"],
      `A part of the body has more than ${LIMITS.partHeaderBytes} bytes of header fields.`,
    );
  const headers = new Map<string, string>();
  for (const line of part.subarray(0, Math.max(gap, 0)).toString("utf8").split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const disposition = headerParameters(headers.get("content-disposition") ?? "");
  const bytes = part.subarray(gap === -1 ? 0 : gap + 4);
  return {
    name: unescaped(disposition.get("name")),
    filename: unescaped(disposition.get("filename")),
    type: headers.get("content-type"),
    bytes,
    text: bytes.toString("utf8"),
  };
}

/** Browsers and Node escape these three and nothing else (WHATWG HTML, multipart/form-data encoding). */
function unescaped(value: string | undefined): string | undefined {
  return value?.replaceAll("%22", '"').replaceAll("%0D", "\r").replaceAll("%0A", "\n");
}
