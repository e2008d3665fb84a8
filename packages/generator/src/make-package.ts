import { checkDocument } from "./check/check-document.ts";
import { type Diagnostic, DocumentError } from "./diagnostics.ts";
import { emitClient } from "./emit/package/client-files.ts";
import { SCHEMA_FILE } from "./emit/package/schema.ts";
import { type Format, formatEmitted } from "./format/format.ts";
import type { JsonObject } from "./json.ts";
import { type MadeSchema, makeSchema } from "./make-schema.ts";
import { buildModel } from "./model/build.ts";
import { parseLock } from "./names/lock.ts";
import { ParsedFiles } from "./read/parsed-files.ts";
import { readDocument } from "./read/read-document.ts";
import { ParsedSources } from "./verify/parse.ts";
import { verifyOutput } from "./verify/verify-output.ts";

/** What a package is made from: data alone, so that it can be handed to another thread. */
export interface MakeInput {
  /** Path of the document. */
  readonly spec: string;
  readonly packageName: string;
  readonly workspace: boolean;
  readonly house: boolean;
  readonly strict: boolean;
  readonly allowRemote: string | undefined;
  /** Path of the overlay. */
  readonly overlay?: string | undefined;
  /** The committed names: the text of their file, and its path. */
  readonly lock: { readonly text: string; readonly path: string } | undefined;
  /** How many cases of the fault suite apply, where a person pinned it. */
  readonly applicableFaults: number | undefined;
  /** What the package has and keeps. */
  readonly kept: { readonly version: string; readonly changelog: string | undefined };
}

/** A package before it is written. */
export interface MadePackage {
  /** Path inside the package -> text. */
  readonly files: ReadonlyMap<string, string>;
  readonly operations: number;
  /** Operations of the document that the client does not have, each of them a warning. */
  readonly leftOut: number;
  /** Warnings and guesses. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is kept from one run to the next of the same document, of which most stays as it is. */
export class Memory {
  readonly parsed: ParsedFiles = new ParsedFiles();
  readonly sources: ParsedSources = new ParsedSources();
}

/** Where a package is made. */
export interface Surroundings {
  /** Of earlier runs, all of them of the same document. @default none */
  readonly memory?: Memory;
  /** Makes the types of the whole document elsewhere, at the same time. @default here */
  readonly makeSchema?: (document: JsonObject) => Promise<MadeSchema>;
}

/**
 * Reads, checks, emits, formats and verifies; writes nothing.
 *
 * @throws DocumentError when the document has faults; it lists all of them.
 */
export async function makePackage(
  input: MakeInput,
  format: Format,
  surroundings: Surroundings = {},
): Promise<MadePackage> {
  const { spec, allowRemote, overlay, packageName } = input;
  const { memory = new Memory() } = surroundings;
  const lock = input.lock === undefined ? undefined : parseLock(input.lock.text, input.lock.path);
  const loaded = await readDocument(spec, {
    parsed: memory.parsed,
    ...(allowRemote === undefined ? {} : { allowRemote }),
    ...(overlay === undefined ? {} : { overlay }),
  });
  const checked = [...loaded.diagnostics, ...(await checkDocument(loaded, { house: input.house }))];
  refuseFaults(checked, input);
  const { document } = loaded;
  // While the formatter, or another thread, works on one part, this one works on the other.
  const makingSchema = surroundings.makeSchema?.(document) ?? makeSchema(document, format, memory.sources);
  // It may fail before anyone waits for it.
  makingSchema.catch(() => undefined);
  try {
    const model = buildModel(loaded, lock);
    const diagnostics = [...checked, ...model.diagnostics];
    refuseFaults(diagnostics, input);
    const client = await formatEmitted(emitClient(loaded.text, model, input), format);
    const faults = verifyOutput(client, { model, document, packageName }, memory.sources);
    const schema = await makingSchema;
    refuseOutput([...faults, ...schema.faults]);
    return {
      files: new Map([...client, [SCHEMA_FILE, schema.text]]),
      operations: model.operations.filter(({ variant }) => variant === undefined).length,
      leftOut: model.leftOut,
      diagnostics,
    };
  } finally {
    // After a failure, nothing goes on.
    await makingSchema.catch(() => undefined);
  }
}

function refuseFaults(diagnostics: readonly Diagnostic[], { strict }: MakeInput): void {
  const isFault = ({ severity }: Diagnostic): boolean =>
    severity === "error" || (strict && severity === "warning");
  if (!diagnostics.some(isFault)) return;
  throw new DocumentError(
    diagnostics.map((diagnostic) =>
      isFault(diagnostic) ? { ...diagnostic, severity: "error" } : diagnostic,
    ),
  );
}

function refuseOutput(faults: readonly string[]): void {
  if (faults.length === 0) return;
  throw new Error(
    `The emitted package is not what the model says. This is a fault of the generator, and nothing was written.\n${faults.join("\n")}`,
  );
}
