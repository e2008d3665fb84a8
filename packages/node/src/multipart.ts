import { randomBytes } from "node:crypto";

const LINE_BREAK = /\r\n|\r|\n/g;
const ESCAPES: Readonly<Record<string, string>> = { "\r": "%0D", "\n": "%0A", '"': "%22" };

/**
 * A form as one Blob, so that its length is known and its files are read when they are sent.
 *
 * @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
 */
export function multipartOf(form: FormData): Blob {
  const boundary = `----trunkline-${randomBytes(16).toString("hex")}`;
  const parts: (string | Blob)[] = [];
  for (const [name, value] of form) {
    const begin = `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name.replace(LINE_BREAK, "\r\n"))}"`;
    if (typeof value === "string") {
      parts.push(`${begin}\r\n\r\n${value.replace(LINE_BREAK, "\r\n")}\r\n`);
      continue;
    }
    const type = value.type || "application/octet-stream";
    parts.push(`${begin}; filename="${escaped(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`, value, "\r\n");
  }
  parts.push(`--${boundary}--\r\n`);
  return new Blob(parts, { type: `multipart/form-data; boundary=${boundary}` });
}

function escaped(text: string): string {
  return text.replace(/[\r\n"]/g, (one) => ESCAPES[one] ?? one);
}
