import type { Json } from "./document/json.ts";
import { boundaryOf, parseMultipart } from "./multipart.ts";
import type { RecordedBody } from "./types.ts";

/** Reads a request body by its content type. A body that does not parse keeps its text alone. */
export function readBody(bytes: Buffer, contentType: string | undefined): RecordedBody {
  const type = contentType?.split(";")[0]?.trim().toLowerCase();
  const boundary = boundaryOf(contentType);
  const text = bytes.toString("utf8");
  return {
    type,
    bytes,
    text,
    json: isJsonType(type) ? parseJson(text) : undefined,
    parts: boundary === undefined ? undefined : parseMultipart(bytes, boundary),
    fields: type === "application/x-www-form-urlencoded" ? parsePairs(text) : undefined,
  };
}

export function isJsonType(type: string | undefined): boolean {
  return type !== undefined && /^application\/(?:[\w.+-]+\+)?json$/.test(type);
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Pairs of a query or form body, decoded, in order. What is badly encoded stays as it is. */
export function parsePairs(text: string): readonly (readonly [string, string])[] {
  return text
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const split = pair.indexOf("=");
      return split === -1
        ? ([decode(pair), ""] as const)
        : ([decode(pair.slice(0, split)), decode(pair.slice(split + 1))] as const);
    });
}

function decode(text: string): string {
  return decodeSegment(text.replaceAll("+", " "));
}

export function decodeSegment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
