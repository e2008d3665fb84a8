import type { RecordedPart } from "./types.ts";

/** The boundary of a multipart content type. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  if (contentType === undefined || !/^multipart\//i.test(contentType)) return undefined;
  const match = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  return match?.[1] ?? match?.[2];
}

/** Splits a multipart body (RFC 7578) into its parts, byte for byte. */
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
    // Past the line break that ends the delimiter's own line.
    parts.push(parsePart(text.subarray(content + 2, end)));
    start = end;
  }
  return parts;
}

function parsePart(part: Buffer): RecordedPart {
  const gap = part.indexOf("\r\n\r\n");
  const headers = new Map<string, string>();
  for (const line of part.subarray(0, Math.max(gap, 0)).toString("utf8").split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const disposition = headers.get("content-disposition") ?? "";
  const bytes = part.subarray(gap === -1 ? 0 : gap + 4);
  return {
    name: dispositionParameter(disposition, "name"),
    filename: dispositionParameter(disposition, "filename"),
    type: headers.get("content-type"),
    bytes,
    text: bytes.toString("utf8"),
  };
}

function dispositionParameter(disposition: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, "i").exec(disposition);
  // Browsers and Node escape these three and nothing else (WHATWG HTML, multipart/form-data encoding).
  return match?.[1]?.replaceAll("%22", '"').replaceAll("%0D", "\r").replaceAll("%0A", "\n");
}
