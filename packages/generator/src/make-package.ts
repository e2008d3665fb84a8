import type { JsonObject } from "@trunkline/document";
import { checkDocument } from "./check/check-document.ts";
import { type Diagnostic, DocumentError } from "./diagnostics.ts";
import { emitClient, type PackageFacts } from "./emit/package/client-files.ts";
import { type Format, formatEmitted } from "./format/format.ts";
import { type DocumentFiles, makeDocumentFiles } from "./make-document-files.ts";
import { buildModel } from "./model/build.ts";
import type { PersonsWord } from "./model/persons-word.ts";
import { parseLock } from "./names/parse-lock.ts";
import { ParsedFiles } from "./read/parsed-files.ts";
import { readDocument } from "./read/read-document.ts";
import { ParsedSources } from "./verify/parse.ts";
import { verifyOutput } from "./verify/verify-output.ts";

/** What a package is made from: data alone, so that it can be handed to another thread. */
export interface MakeInput extends PackageFacts {
  /** Path of the document. */
  readonly spec: string;
  readonly house: boolean;
  readonly strict: boolean;
  readonly allowRemote: string | undefined;
  /** Path of the overlay. */
  readonly overlay?: string | undefined;
  /** Path of the overlay with examples. */
  readonly examples?: string | undefined;
  /** Name of the package's folder, and the variables that a person chose. */
  readonly person: PersonsWord;
  /** No other run of the same document follows, for which anything would be kept. @default false */
  readonly once?: boolean | undefined;
  /** The committed names: the text of their file, and its path. */
  readonly lock: { readonly text: string; readonly path: string } | undefined;
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

  /** After a run: what it had no use for would count against the memory of the next. */
  forgetUnwanted(): void {
    this.parsed.forgetUnwanted();
    this.sources.forgetUnwanted();
  }
}

/** Where a package is made. */
export interface Surroundings {
  /** Of earlier runs, all of them of the same document. @default none */
  readonly memory?: Memory;
  /**
   * Makes what needs the document alone elsewhere, at the same time; whoever gives this stops it when it is no longer
   * needed. `undefined` = it does not.
   * @default all is made here
   */
  readonly makeDocumentFiles?: (document: JsonObject) => Promise<DocumentFiles> | undefined;
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
  const { spec, allowRemote, overlay, examples, packageName } = input;
  const { memory = new Memory() } = surroundings;
  const sources = input.once ? new ParsedSources(false) : memory.sources;
  const lock = input.lock === undefined ? undefined : parseLock(input.lock.text, input.lock.path);
  const loaded = await readDocument(spec, {
    parsed: memory.parsed,
    ...(allowRemote === undefined ? {} : { allowRemote }),
    ...(overlay === undefined ? {} : { overlay }),
    ...(examples === undefined ? {} : { examples }),
  });
  const { document } = loaded;
  const read = ofReading(loaded.diagnostics, input);
  // What is left out is missing where others name it, and would be told once more.
  if (loaded.leftOut.length > 0) refuseFaults(read, input);
  const elsewhere = inBackground(surroundings.makeDocumentFiles?.(document));
  const checked = [...read, ...(await checkDocument(loaded, { house: input.house }))];
  refuseFaults(checked, input);
  const model = buildModel(loaded, lock, input.person);
  const diagnostics = [...checked, ...model.diagnostics];
  refuseFaults(diagnostics, input);
  // While the formatter, which is another program, works on these files, others are made.
  const formatting = inBackground(formatEmitted(emitClient(model, input), format));
  const makingRest = elsewhere ?? inBackground(makeDocumentFiles(document, format, sources));
  const client = await formatting;
  const faults = verifyOutput(client, { model, document, packageName }, sources);
  const rest = await makingRest;
  refuseOutput([...faults, ...rest.faults]);
  return {
    files: new Map([...client, ...rest.files]),
    operations: model.operations.filter(({ variant }) => variant === undefined).length,
    leftOut: model.leftOut,
    diagnostics,
  };
}

/** Work that may fail before anyone waits for it. */
function inBackground<Work extends Promise<unknown> | undefined>(work: Work): Work {
  work?.catch(() => undefined);
  return work;
}

/** The house's own documents have no flaw that others are let through with. */
function ofReading(diagnostics: readonly Diagnostic[], { house }: MakeInput): readonly Diagnostic[] {
  return house ? diagnostics.map((one) => ({ ...one, severity: "error" })) : diagnostics;
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
