import { type HttpHandler, http } from "msw";
import type { MockFetch } from "./types.ts";

/**
 * Makes MSW handlers that answer requests to an address from a mock `fetch`, wherever MSW runs: in tests, or in a
 * service worker for Storybook.
 *
 * @param baseURL address of the API as the app sends to it, with the path of the document's server
 * @throws TypeError for what is not an absolute address
 * @example
 * const server = setupServer(...mswHandlers(mock, "https://api.agora.example/v1"));
 */
export function mswHandlers({ fetch }: Pick<MockFetch, "fetch">, baseURL: string): readonly HttpHandler[] {
  const { origin, pathname } = new URL(baseURL);
  const base = `${origin}${pathname.endsWith("/") ? pathname : `${pathname}/`}`;
  return [http.all(`${base}*`, ({ request }) => fetch(request))];
}
