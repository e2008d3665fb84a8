import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Lets pages of any origin read the answers, as a browser asks for it (https://fetch.spec.whatwg.org/#http-cors-protocol).
 * Returns true for a preflight, which is answered: it is the browser's request, not the app's.
 */
export function allowCrossOrigin(request: IncomingMessage, response: ServerResponse): boolean {
  const { origin, "access-control-request-headers": headers } = request.headers;
  const method = request.headers["access-control-request-method"];
  if (origin === undefined) return false;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-expose-headers", "*");
  response.setHeader("vary", "origin");
  if (request.method !== "OPTIONS" || method === undefined) return false;
  response.writeHead(204, {
    "access-control-allow-methods": method,
    "access-control-allow-headers": headers ?? "",
  });
  response.end();
  return true;
}
