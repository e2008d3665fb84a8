import { CommandFailure } from "../failure.ts";

/** What to do when a document cannot be fetched. */
export const byHand: string = "Download the document yourself and give its path.";

/** Whether a person means an address, not a path. */
export function isAddress(text: string): boolean {
  return /^(?:https?|file|ftp|data|javascript|blob):|^[a-z][a-z0-9+.-]+:\/\//i.test(text.trim());
}

/**
 * The address of a document as a person wrote it.
 *
 * @param what - the argument or the file that it stands in
 * @throws CommandFailure for all but https: addresses, and http: ones of this machine. It shows no query, user name or
 * fragment, which may hold secrets
 */
export function documentAddress(text: string, what: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw new CommandFailure(`${what} is not a valid address. ${byHand}`);
  const shown = JSON.stringify(`${url.protocol}//${url.host}${url.pathname}`);
  if (!/^https?:$/.test(url.protocol)) {
    throw new CommandFailure(`${what} has to begin with https:, and not with ${url.protocol} ${byHand}`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new CommandFailure(`${shown} has a user name or a password in it, which are not sent. ${byHand}`);
  }
  const isLoopback = ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname);
  if (url.protocol !== "https:" && !isLoopback) {
    throw new CommandFailure(`${shown} is not encrypted. Use https, or download the document yourself.`);
  }
  url.hash = "";
  return url;
}

/** An address as it may be written into a file: without its query, and with nothing that Markdown would act on. */
export function recordedAddress({ origin, pathname }: URL): string {
  return `${origin}${pathname}`.replace(
    /[|`*[\]()<>\\!~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
