import { listField } from "@trunkline/document";
import { withoutEndSlashes } from "../end-slashes.ts";
import type { Context } from "./context.ts";
import { filledURL } from "./servers.ts";

/** Where tokens are issued: a relative address begins at the first server. */
export function tokenEndpointOf(
  { document }: Context,
  tokenURL: string,
): { readonly path: string; readonly server: string | undefined } | undefined {
  if (!/^https?:\/\//i.test(tokenURL)) {
    return /[?#{}]/.test(tokenURL)
      ? undefined
      : { path: `/${tokenURL.replace(/^\/+/, "")}`, server: undefined };
  }
  if (!URL.canParse(tokenURL)) return undefined;
  const { origin, pathname, search, hash } = new URL(tokenURL);
  if (search !== "" || hash !== "" || /[{}]|%7[bd]/i.test(pathname)) return undefined;
  const first = filledURL(listField(document, "servers")[0]);
  const base = first === undefined ? undefined : withoutEndSlashes(first);
  if (base !== undefined && tokenURL.startsWith(`${base}/`))
    return { path: tokenURL.slice(base.length), server: undefined };
  return { path: pathname, server: origin };
}
