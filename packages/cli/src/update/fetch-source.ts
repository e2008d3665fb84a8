import { join } from "node:path";
import { readSource, type Source, tellUntold } from "../add/source.ts";
import { commandLine } from "../command-line.ts";
import { CommandFailure } from "../failure.ts";
import { isAddress } from "../fetch/address.ts";
import { askRecorded } from "../fetch/recorded-address.ts";
import { printFaults } from "../generate/print-faults.ts";
import type { Vendor, Workspace } from "../workspace.ts";
import { type SourceRecord, sourceRecord } from "./source-record.ts";

/** What is published now, and the record of it. */
export interface FetchedSource {
  readonly source: Source;
  readonly record: SourceRecord;
}

/**
 * Reads a vendor's document where it is published.
 *
 * @param at path or address that a person typed, or the record of where it was read before
 * @throws CommandFailure when it cannot be read or used
 */
export async function fetchSource(
  { root }: Workspace,
  { name, specFolder }: Vendor,
  at: string | SourceRecord,
): Promise<FetchedSource> {
  try {
    if (typeof at === "string") return await read(root, at, name);
    const { origin: url, hasQuery = false } = at;
    if (!isAddress(url)) return await read(root, join(root, url), name);
    const place = `"origin" in ${specFolder}/source.json`;
    const asked = await askRecorded({ url, hasQuery, vendor: name, place }, ({ href }) =>
      read(root, href, name),
    );
    // A query of the environment stays there; one of the file stays in the file.
    return { ...asked, record: { ...asked.record, origin: url, ...(hasQuery ? { hasQuery } : {}) } };
  } catch (error) {
    throw await inWords(error, name);
  }
}

async function read(root: string, from: string, name: string): Promise<FetchedSource> {
  const source = await readSource(from, name);
  await tellUntold(source);
  return { source, record: sourceRecord(root, from, source) };
}

async function inWords(error: unknown, name: string): Promise<unknown> {
  const { DocumentError } = await import("@trunkline/generator/diagnostics");
  const moved = `If it has moved, say where: ${commandLine(`update ${name} --from <path or address>`)}. Nothing was changed.`;
  if (error instanceof CommandFailure) {
    return new CommandFailure(`${error.message} ${moved}`, { cause: error });
  }
  if (!(error instanceof DocumentError)) return error;
  await printFaults(error.diagnostics);
  return new CommandFailure(`What ${name} publishes cannot be used. ${moved}`, {
    cause: error,
  });
}
