import { LIMITS } from "./limits.ts";
import { headerParameters } from "./media-type.ts";
import { Refusal } from "./refusal.ts";
import { bytesOf, textOfBytes } from "./text.ts";
import type { RecordedPart } from "./types.ts";

/**
 * Splits a multipart body (RFC 7578) into its parts, byte for byte.
 *
 * @throws Refusal for too many parts, and for header fields of a part that are too long
 */
export function parseMultipart(body: Uint8Array, boundary: string): readonly RecordedPart[] {
  const parts: RecordedPart[] = [];
  // Each byte is one character, so that places in the text are those of the bytes. The first delimiter has no line break
  // before it: with one put there, all are alike.
  const text = `\r\n${latin1.decode(body)}`;
  const delimiter = `\r\n--${latin1.decode(bytesOf(boundary))}`;
  let start = text.indexOf(delimiter);
  while (start !== -1) {
    const content = start + delimiter.length;
    const end = text.indexOf(delimiter, content);
    if (end === -1) break;
    if (parts.length === LIMITS.parts)
      throw new Refusal(413, ["body"], `The body has more than ${LIMITS.parts} parts.`);
    // Past the line break that ends the delimiter's own line, and without the one that was put before the body.
    parts.push(parsePart(body.subarray(content, Math.max(end - 2, content))));
    start = end;
  }
  return parts;
}

const latin1 = new TextDecoder("latin1");

const GAP = "\r\n\r\n";

function parsePart(part: Uint8Array): RecordedPart {
  // A character more than is allowed, and the gap.
  const head = latin1.decode(part.subarray(0, LIMITS.partHeaderBytes + 1 + GAP.length));
  const gap = head.indexOf(GAP);
  if (gap > LIMITS.partHeaderBytes || (gap === -1 && part.length > head.length && hasGap(part)))
    throw new Refusal(
      400,
      ["body"],
      `A part of the body has more than ${LIMITS.partHeaderBytes} bytes of header fields.`,
    );
  const headers = new Map<string, string>();
  for (const line of textOfBytes(part.subarray(0, Math.max(gap, 0))).split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const disposition = headerParameters(headers.get("content-disposition") ?? "");
  const bytes = part.subarray(gap === -1 ? 0 : gap + GAP.length);
  return {
    name: unescaped(disposition.get("name")),
    filename: unescaped(disposition.get("filename")),
    type: headers.get("content-type"),
    bytes,
    text: textOfBytes(bytes),
  };
}

function hasGap(part: Uint8Array): boolean {
  return latin1.decode(part).includes(GAP);
}

/** Browsers and Node escape these three and nothing else (WHATWG HTML, multipart/form-data encoding). */
function unescaped(value: string | undefined): string | undefined {
  return value?.replaceAll("%22", '"').replaceAll("%0D", "\r").replaceAll("%0A", "\n");
}
