import { decodeEscapes } from "./decode-escapes.ts";
import { LIMITS } from "./limits.ts";
import { headerParameters, mediaTypeOf } from "./media-type.ts";
import { parseMultipart } from "./multipart.ts";
import { parseJson } from "./parse-json.ts";
import { Refusal } from "./refusal.ts";
import { textOfBytes } from "./text.ts";
import type { RecordedBody } from "./types.ts";

/** What a body is read by. */
interface SentHead {
  readonly rawPath: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads the body of a request by its content type; undefined where there is none. A body that does not parse keeps its
 * text alone.
 *
 * @throws Refusal for a path that cannot be decoded, a content type that is not one, JSON that is too deep, and too many parts
 */
export function readBody(request: SentHead, bytes: Uint8Array): RecordedBody | undefined {
  if (!isDecodable(request.rawPath))
    throw new Refusal(400, ["path"], "The path is not percent-encoded UTF-8.");
  const contentType = request.headers["content-type"];
  if (bytes.length === 0 && contentType === undefined) return undefined;
  const type = typeOf(contentType);
  const boundary = boundaryOf(type, contentType);
  const text = textOfBytes(bytes);
  return {
    type,
    bytes,
    text,
    json: isJsonType(type) ? parseJson(text, ["body"]) : undefined,
    parts: boundary === undefined ? undefined : parseMultipart(bytes, boundary),
    fields: type === "application/x-www-form-urlencoded" ? parsePairs(text) : undefined,
  };
}

function typeOf(contentType: string | undefined): string | undefined {
  if (contentType === undefined || contentType === "") return undefined;
  const type = mediaTypeOf(contentType);
  if (type !== undefined) return type;
  throw new Refusal(
    400,
    ["header", "content-type"],
    "The content type is not a media type such as text/plain.",
  );
}

function boundaryOf(type: string | undefined, contentType: string | undefined): string | undefined {
  if (contentType === undefined || !type?.startsWith("multipart/")) return undefined;
  const boundary = headerParameters(contentType).get("boundary");
  if (boundary === undefined || boundary === "") return undefined;
  if (boundary.length <= LIMITS.boundaryLength) return boundary;
  const place = ["header", "content-type"];
  throw new Refusal(400, place, `A multipart boundary has at most ${LIMITS.boundaryLength} characters.`);
}

export function isJsonType(type: string | undefined): boolean {
  return type !== undefined && /^application\/(?:[\w.+-]+\+)?json$/.test(type);
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
  return decodeEscapes(text.replaceAll("+", " "));
}

/** Whether a path is percent-encoded UTF-8. */
function isDecodable(path: string): boolean {
  try {
    // Its result is used: a bundler takes the bare call for one without an effect, and leaves it out.
    return decodeURIComponent(path).length >= 0;
  } catch {
    return false;
  }
}
