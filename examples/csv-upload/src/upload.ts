import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { type Agora, type LeadInput, TrunklineError } from "@trunkline/agora";
import { readCsv } from "./csv.ts";
import type { Progress } from "./progress.ts";

export interface UploadOptions {
  readonly file: string;
  readonly campaign: number;
  /** Leads in a request. @default 500 */
  readonly batch?: number | undefined;
  /** Line of the file to go on from. @default 2, below the names of the columns */
  readonly from?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A lead that was not taken, and where it stands in the file. */
export interface Rejected {
  readonly line: number;
  readonly reason: string;
}

export interface Uploaded {
  readonly accepted: number;
  readonly rejected: readonly Rejected[];
}

/** A batch failed. All lines before `line` are done; the leads from there on may have arrived or not. */
export class UploadStopped extends Error {
  readonly line: number;
  constructor(line: number, cause: unknown) {
    super(`The upload stopped at line ${line}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.line = line;
  }
}

interface Row {
  readonly line: number;
  readonly lead: LeadInput;
}

/**
 * Uploads the leads of a CSV file, a batch at a time and in order. The first line names the columns, `phone` being
 * one of them; columns of other names go along as custom fields.
 */
export async function uploadFile(
  agora: Agora,
  options: UploadOptions,
  progress: Progress,
): Promise<Uploaded> {
  const { file, batch = 500, from = 2 } = options;
  const { size } = await stat(file);
  const source = createReadStream(file, { encoding: "utf8" });
  const rejected: Rejected[] = [];
  let accepted = 0;
  let columns: readonly string[] | undefined;
  let rows: Row[] = [];

  const send = async (): Promise<void> => {
    const [first] = rows;
    if (!first) return;
    try {
      const answer = await agora.leads.upload(
        // Agora skips what it has already, so that a batch which is sent again does no harm.
        {
          campaign_id: options.campaign,
          leads: rows.map(({ lead }) => lead),
          compliance_acknowledged: true,
          skip_duplicates: true,
          source: "csv",
        },
        { signal: options.signal, timeout: 120_000 },
      );
      accepted += answer.valid_count;
      for (const { row, field, message } of answer.errors) {
        rejected.push({
          line: rows[row]?.line ?? first.line,
          reason: field ? `${field}: ${message}` : message,
        });
      }
    } catch (error) {
      if (error instanceof TrunklineError) throw new UploadStopped(first.line, error);
      throw error;
    }
    rows = [];
    progress.show(source.bytesRead, size, `${accepted} leads`);
  };

  try {
    for await (const { line, fields } of readCsv(source)) {
      if (!columns) {
        columns = fields.map((name) => name.trim());
        if (!columns.includes("phone")) throw new Error(`${file} has no column "phone".`);
        continue;
      }
      if (line < from) continue;
      const lead = leadOf(columns, fields);
      if (lead) rows.push({ line, lead });
      else rejected.push({ line, reason: "phone: is empty" });
      if (rows.length === batch) await send();
    }
    await send();
  } finally {
    source.destroy();
    progress.end();
  }
  return { accepted, rejected: rejected.sort((a, b) => a.line - b.line) };
}

/** Empty cells are left out: Agora wants no empty fields. */
function leadOf(columns: readonly string[], fields: readonly string[]): LeadInput | undefined {
  const named = columns
    .map((name, index) => [name, fields[index]?.trim()] as const)
    .filter(([, value]) => value);
  const { phone, ...rest } = Object.fromEntries(named);
  return phone ? { phone, ...rest } : undefined;
}
