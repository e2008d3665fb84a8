import type { IncomingMessage } from "node:http";
import { type Head, type HeadParts, headOf } from "@trunkline/document/mock";

/** Reads what stands before a body, and finds its operation. */
export function readHead(parts: HeadParts, request: IncomingMessage): Head {
  const { url: target = "/", method = "GET", rawHeaders } = request;
  const headers = headerRecord(rawHeaders);
  return headOf(parts, { origin: `http://${headers.host ?? "localhost"}`, method, target, headers });
}

function headerRecord(raw: readonly string[]): Readonly<Record<string, string>> {
  const fields = new Map<string, string>();
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? "").toLowerCase();
    const value = raw[index + 1] ?? "";
    const known = fields.get(name);
    fields.set(name, known === undefined ? value : `${known}, ${value}`);
  }
  return Object.fromEntries(fields);
}
