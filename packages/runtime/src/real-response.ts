/** The answer as callers are given it. A transport's own object is for the client alone, which has read its body. */
export function realResponse(response: Response): Response {
  const { body, clone, headers } = response;
  // What a `fetch` gives instead, as a test's does, is passed on as it is.
  if (typeof clone === "function" || body === undefined || !(headers instanceof Headers)) return response;
  const { status, statusText, url } = response;
  return Object.defineProperty(new Response(null, { status, statusText, headers }), "url", { value: url });
}
