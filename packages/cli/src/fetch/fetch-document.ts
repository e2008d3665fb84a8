import type { LoadedDocument } from "@trunkline/generator";
import { CommandFailure } from "../failure.ts";
import { byHand } from "./address.ts";
import { headerFor } from "./header.ts";
import { variableOf } from "./variable.ts";

/** A document as a server gave it, and as it was read. */
export interface Fetched {
  readonly bytes: Uint8Array;
  readonly loaded: LoadedDocument;
  /** What the server calls it: `application/json`. */
  readonly mediaType: string | undefined;
}

/** Bytes, as the generator's own bound for a file. */
const LARGEST = 32 * 1024 * 1024;
const SECONDS = 30;

/**
 * Fetches a document from an address that a person typed, by the generator's guarded reader: no other origin is asked,
 * neither for a redirect nor for a file that the document refers to.
 *
 * @param vendor whose document it is: a header field for it may stand in the environment, and is sent for the document and for
 * the files of its origin that it refers to
 * @throws CommandFailure when it cannot be fetched
 * @throws DocumentError when what was fetched cannot be used
 */
export async function fetchDocument(url: URL, vendor: string): Promise<Fetched> {
  const header = headerFor(vendor);
  const { readFetchedDocument, readRemote, shownAddress } = await import("@trunkline/generator");
  const answer = await readRemote(url, url, {
    bytes: LARGEST,
    milliseconds: SECONDS * 1000,
    patience: `within ${SECONDS} seconds`,
    redirects: 5,
    mayBePrivate: true,
    header,
  });
  if ("code" in answer) {
    const { message, status, hint = hintOf(status, vendor, header !== undefined) } = answer;
    const sentence = `${hint.charAt(0).toUpperCase()}${hint.slice(1)}`;
    throw new CommandFailure(`${message}. ${/[.?]$/.test(sentence) ? sentence : `${sentence}.`}`);
  }
  const { bytes, mediaType } = answer;
  const name = shownAddress(url);
  if (isMarkup(bytes)) {
    throw new CommandFailure(
      `${JSON.stringify(name)} gives a web page or XML, not an OpenAPI document. Look there for the address of the document itself. It is YAML or JSON.`,
    );
  }
  return {
    bytes,
    mediaType,
    loaded: await readFetchedDocument({ address: answer.url, name, bytes, header }),
  };
}

/** Who may not read a document is told that there is none, as often as that they may not. */
function hintOf(status: number | undefined, vendor: string, hasHeader: boolean): string {
  if (status !== 401 && status !== 403 && status !== 404) return byHand;
  const variable = variableOf("HEADER", vendor);
  const access = hasHeader
    ? `The header field in ${variable} was sent: does it give the right to read it?`
    : `If it is not public, set ${variable} to a header field such as "Authorization: Bearer …".`;
  return status === 404 ? `${byHand} ${access}` : access;
}

/** No document begins with an angle bracket; sign-in pages and error pages do. */
export function isMarkup(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*</.test(new TextDecoder().decode(bytes.subarray(0, 1024)));
}
