import type { IncomingMessage, ServerResponse } from "node:http";
import { MockUsageError } from "@trunkline/document/mock";
import { isLoopbackOrigin } from "./hosts.ts";

/** Which pages may read the answers. */
export type OriginCheck = (origin: string) => boolean;

/**
 * Pages of this machine, or those of the origins that are named.
 *
 * @throws MockUsageError for one that is not an origin
 */
export function createOriginCheck(cors: boolean | readonly string[]): OriginCheck | undefined {
  if (cors === false) return undefined;
  if (cors === true) return isLoopbackOrigin;
  for (const origin of cors)
    if (origin !== "*" && !isOrigin(origin))
      throw new MockUsageError(
        `An origin that may read the answers is like "https://app.example" or "*", not "${origin}".`,
      );
  return cors.includes("*") ? () => true : (origin) => cors.includes(origin);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/**
 * Lets pages of other origins read the answers, as a browser asks for it (https://fetch.spec.whatwg.org/#http-cors-protocol).
 * Returns true for a preflight, which is answered: it is the browser's request, not the app's.
 */
export function allowCrossOrigin(
  isAllowed: OriginCheck,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { origin, "access-control-request-headers": headers } = request.headers;
  const method = request.headers["access-control-request-method"];
  response.setHeader("vary", "origin");
  if (origin === undefined || !isAllowed(origin)) return false;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-expose-headers", "*");
  if (request.method !== "OPTIONS" || method === undefined) return false;
  response.writeHead(204, {
    "access-control-allow-methods": method,
    "access-control-allow-headers": headers ?? "",
  });
  response.end();
  return true;
}
