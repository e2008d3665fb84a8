import { scrubHeaders } from "./scrub-headers.ts";

/** What an answer of any endpoint has, and no token stands in. */
const HARMLESS =
  /^(?:cache-control|content-length|date|retry-after|retry-after-ms|(?:x-)?ratelimit(?:-[a-z]+)?|x-rate-limit-[a-z]+|(?:x-)?request-id)$/;

/** A media type that says nothing of its own. */
const MEDIA_TYPE = /^(?:application|text)\/[a-z.+-]{1,40}(?:; ?charset=[\w-]{1,20})?$/i;

/** Header fields of an endpoint that issues tokens: a new one may stand in a cookie, or in a field of any name. */
export function withoutTokenFields(headers: Headers): Headers {
  const shown = (value: string, name: string): string =>
    HARMLESS.test(name) || (name === "content-type" && MEDIA_TYPE.test(value)) ? value : "[redacted]";
  return scrubHeaders(headers, shown, (name) => name);
}
