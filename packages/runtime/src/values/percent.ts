import { UsageError } from "../errors/usage-error.ts";

/** Leaves only RFC 3986's unreserved characters, which `encodeURIComponent` does all but for `!'()*`. */
export function percentEncode(text: string, where: string): string {
  // Most names and values are of these alone, and a look is cheaper than two conversions.
  if (/^[\w.~-]*$/.test(text)) return text;
  return encodeText(text, where).replace(/[!'()*]/g, percentTriplet);
}

/**
 * RFC 6570's reserved expansion: reserved characters and existing triplets stay. Characters that would end or
 * split the query (`#`, `&`, `+`, `[`, `]`) are encoded all the same: OpenAPI leaves those to the application.
 */
export function percentEncodeReserved(text: string, where: string): string {
  return encodeText(text, where).replace(/%25(?=[0-9A-Fa-f]{2})|%(?:3A|2F|3F|40|24|2C|3B|3D)/g, (triplet) =>
    triplet === "%25" ? "%" : decodeURIComponent(triplet),
  );
}

function encodeText(text: string, where: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new UsageError(`${where} holds half of a surrogate pair, which UTF-8 cannot express.`);
  }
}

function percentTriplet(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
