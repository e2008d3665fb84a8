/**
 * The answer with the address that was asked for without the key: `fetch` tells the whole one, which is printed
 * with the answer. Some runtimes fix it (Next.js's edge runtime does); then the answer is made anew.
 */
export function readdress(response: Response, url: string): Response {
  if (Reflect.defineProperty(response, "url", { value: url })) return response;
  const { body, status, statusText, headers } = response;
  return Object.defineProperty(new Response(body, { status, statusText, headers }), "url", { value: url });
}
