import type { LoadedDocument } from "@trunkline/generator";
import { CommandFailure } from "../failure.ts";
import { byHand } from "./address.ts";

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
 * @param header is sent for the document and for the files of its origin that it refers to
 * @throws CommandFailure when it cannot be fetched
 * @throws DocumentError when what was fetched cannot be used
 */
export async function fetchDocument(
  url: URL,
  header?: readonly [name: string, value: string],
): Promise<Fetched> {
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
    const { message, hint = byHand } = answer;
    throw new CommandFailure(
      `${message}. ${hint.charAt(0).toUpperCase()}${hint.slice(1).replace(/\.$/, "")}.`,
    );
  }
  const { bytes, mediaType } = answer;
  const name = shownAddress(url);
  if (isMarkup(bytes)) {
    throw new CommandFailure(
      `${JSON.stringify(name)} gives a web page or XML, and no OpenAPI document. Look there for the address of the document itself. It is YAML or JSON.`,
    );
  }
  return {
    bytes,
    mediaType,
    loaded: await readFetchedDocument({ address: answer.url, name, bytes, header }),
  };
}

/** No document begins with an angle bracket; sign-in pages and error pages do. */
export function isMarkup(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*</.test(new TextDecoder().decode(bytes.subarray(0, 1024)));
}
