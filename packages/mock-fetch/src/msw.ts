import { type HttpHandler, http } from "msw";
import type { MockFetch } from "./types.ts";

/**
 * Makes request handlers for MSW, in tests or in a service worker (for Storybook, for example). They answer every request
 * below `baseURL` with a mock `fetch`.
 *
 * @param baseURL the base URL that your app uses, including the path of the document's server
 * @throws TypeError if `baseURL` is not an absolute URL
 *
 * @example
 * const server = setupServer(...mswHandlers(mock, "https://api.agora.example/v1"));
 */
export function mswHandlers({ fetch }: Pick<MockFetch, "fetch">, baseURL: string): readonly HttpHandler[] {
  const { origin, pathname } = new URL(baseURL);
  const base = `${origin}${pathname.endsWith("/") ? pathname : `${pathname}/`}`;
  return [http.all(`${base}*`, ({ request }) => fetch(request))];
}
