import { checkDocument } from "./check/check-document.ts";
import { type Diagnostic, DocumentError } from "./diagnostics.ts";
import { emitClient } from "./emit/package/client-files.ts";
import { emitSchema, SCHEMA_FILE } from "./emit/package/schema.ts";
import { buildModel } from "./model/build.ts";
import { escapeUnknownLetters } from "./names/identifier.ts";
import { parseLock } from "./names/lock.ts";
import { ParsedFiles } from "./read/parsed-files.ts";
import { readDocument } from "./read/read-document.ts";
import { ParsedSources } from "./verify/parse.ts";
import { verifyOutput, verifySchema } from "./verify/verify-output.ts";

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

/** Brings emitted files into their form; called again before it is done. */
export type Format = (files: ReadonlyMap<string, string>) => Promise<ReadonlyMap<string, string>>;

/** What is kept from one run to the next of the same document, of which most stays as it is. */
export class Memory {
  readonly parsed: ParsedFiles = new ParsedFiles();
  readonly sources: ParsedSources = new ParsedSources();
}

/**
 * Reads, checks, emits, formats and verifies; writes nothing.
 *
 * @param memory - of earlier runs, all of them of the same document
 * @throws DocumentError when the document has faults; it lists all of them.
 */
export async function makePackage(
  input: MakeInput,
  format: Format,
  memory: Memory = new Memory(),
): Promise<MadePackage> {
  const { spec, allowRemote, overlay, packageName } = input;
  const lock = input.lock === undefined ? undefined : parseLock(input.lock.text, input.lock.path);
  const loaded = await readDocument(spec, {
    parsed: memory.parsed,
    ...(allowRemote === undefined ? {} : { allowRemote }),
    ...(overlay === undefined ? {} : { overlay }),
  });
  const checked = [...loaded.diagnostics, ...(await checkDocument(loaded, { house: input.house }))];
  refuseFaults(checked, input);
  const { document } = loaded;
  const formatter = new Formatter(format);
  try {
    const schemaFiles = formatter.start(new Map([[SCHEMA_FILE, emitSchema(document)]]));
    const model = buildModel(loaded, lock);
    const diagnostics = [...checked, ...model.diagnostics];
    refuseFaults(diagnostics, input);
    const clientFiles = formatter.start(emitClient(loaded.text, model, input));
    const schema = (await schemaFiles).get(SCHEMA_FILE) ?? "";
    const faults = verifySchema(schema, document, memory.sources);
    const client = await clientFiles;
    faults.push(...verifyOutput(client, { model, document, packageName }, memory.sources));
    refuseOutput(faults);
    return {
      files: new Map([...client, [SCHEMA_FILE, schema]]),
      operations: model.operations.filter(({ variant }) => variant === undefined).length,
      leftOut: model.leftOut,
      diagnostics,
    };
  } finally {
    await formatter.end();
  }
}

/** The formatter is another program, which works on some files while this one makes or reads others. */
class Formatter {
  readonly #format: Format;
  readonly #started: Promise<unknown>[] = [];

  constructor(format: Format) {
    this.#format = format;
  }

  start(files: ReadonlyMap<string, string>): ReturnType<Format> {
    const known = [...files].map(
      ([name, text]) => [name, name.endsWith(".ts") ? escapeUnknownLetters(text) : text] as const,
    );
    const formatting = this.#format(new Map(known));
    // It may fail before anyone waits for it.
    this.#started.push(formatting.catch(() => undefined));
    return formatting;
  }

  /** Nothing goes on after a failure. */
  async end(): Promise<void> {
    await Promise.all(this.#started);
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
