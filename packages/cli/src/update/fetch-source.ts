import { join } from "node:path";
import { readSource, type Source } from "../add/source.ts";
import { commandLine } from "../command-line.ts";
import { CommandFailure } from "../failure.ts";
import { isAddress } from "../fetch/address.ts";
import { askRecorded } from "../fetch/recorded-address.ts";
import { printAside } from "../terminal.ts";
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
 * @param from where a person says that it is; else it is read where it was
 * @throws CommandFailure when it cannot be read or used
 */
export async function fetchSource(
  { root }: Workspace,
  { name, specFolder }: Vendor,
  before: SourceRecord | undefined,
  from: string | undefined,
): Promise<FetchedSource> {
  try {
    if (from !== undefined || before === undefined) return await read(root, from ?? "", name);
    const { origin: url, hasQuery = false } = before;
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
  return { source, record: sourceRecord(root, from, source) };
}

async function inWords(error: unknown, name: string): Promise<unknown> {
  const { DocumentError, formatDiagnostic } = await import("@trunkline/generator/diagnostics");
  const moved = `If it has moved, say where: ${commandLine(`update ${name} --from <path or address>`)}. Nothing was changed.`;
  if (error instanceof CommandFailure) {
    return new CommandFailure(`${error.message} ${moved}`, { cause: error });
  }
  if (!(error instanceof DocumentError)) return error;
  for (const one of error.diagnostics) if (one.severity === "error") printAside(formatDiagnostic(one));
  return new CommandFailure(`What ${name} publishes cannot be used. ${moved}`, {
    cause: error,
  });
}
