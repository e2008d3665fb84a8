import { checkDocument } from "./check/check-document.ts";
import { type Diagnostic, DocumentError } from "./diagnostics.ts";
import { emitFaultTest } from "./emit/package/fault-test.ts";
import { emitManifest } from "./emit/package/manifest.ts";
import { emitRaw } from "./emit/package/raw.ts";
import { emitSchema, SCHEMA_FILE } from "./emit/package/schema.ts";
import { staticFiles } from "./emit/package/static-files.ts";
import { emitVersion } from "./emit/package/version.ts";
import { emitReadme } from "./emit/readme/readme.ts";
import { emitSources } from "./emit/typescript/sources.ts";
import { buildModel } from "./model/build.ts";
import type { Model } from "./model/types.ts";
import { escapeUnknownLetters } from "./names/identifier.ts";
import { formatLock, parseLock } from "./names/lock.ts";
import { readDocument } from "./read/read-document.ts";
import type { LoadedDocument } from "./read/types.ts";
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

/**
 * Reads, checks, emits, formats and verifies; writes nothing.
 *
 * @throws DocumentError when the document has faults; it lists all of them.
 */
export async function makePackage(input: MakeInput, format: Format): Promise<MadePackage> {
  const { spec, allowRemote, overlay, packageName } = input;
  const lock = input.lock === undefined ? undefined : parseLock(input.lock.text, input.lock.path);
  const loaded = await readDocument(spec, {
    ...(allowRemote === undefined ? {} : { allowRemote }),
    ...(overlay === undefined ? {} : { overlay }),
  });
  const checked = [...loaded.diagnostics, ...(await checkDocument(loaded, { house: input.house }))];
  refuseFaults(checked, input);
  const model = buildModel(loaded, lock);
  const diagnostics = [...checked, ...model.diagnostics];
  refuseFaults(diagnostics, input);
  const files = await emitPackage(loaded, model, input, format);
  return {
    files,
    operations: model.operations.filter(({ variant }) => variant === undefined).length,
    leftOut: model.leftOut,
    diagnostics,
  };
}

/** Emits, formats and verifies. The formatter is another program, which works on one part while this one makes the other. */
async function emitPackage(
  loaded: LoadedDocument,
  model: Model,
  input: MakeInput,
  format: Format,
): Promise<ReadonlyMap<string, string>> {
  const { document } = loaded;
  const pending: Promise<unknown>[] = [];
  const start = (files: ReadonlyMap<string, string>): ReturnType<Format> => {
    const formatting = format(withoutUnknownLetters(files));
    // One may fail before anyone waits for it.
    pending.push(formatting.catch(() => undefined));
    return formatting;
  };
  try {
    const formattingClient = start(emitClient(loaded, model, input));
    const formattingSchema = start(new Map([[SCHEMA_FILE, emitSchema(document)]]));
    const files = new Map(await formattingClient);
    const faults = verifyOutput(files, { model, document, packageName: input.packageName });
    const schema = (await formattingSchema).get(SCHEMA_FILE) ?? "";
    faults.push(...verifySchema(schema, document));
    if (faults.length === 0) return files.set(SCHEMA_FILE, schema);
    throw new Error(
      `The emitted package is not what the model says. This is a fault of the generator, and nothing was written.\n${faults.join("\n")}`,
    );
  } finally {
    await Promise.all(pending);
  }
}

function emitClient(
  loaded: LoadedDocument,
  model: Model,
  { packageName, workspace, kept, applicableFaults }: MakeInput,
): Map<string, string> {
  return new Map([
    ["package.json", emitManifest(model, { packageName, workspace, kept })],
    ["README.md", emitReadme(model, { packageName })],
    // Release tooling writes the change log; a new package gets its heading.
    ["CHANGELOG.md", kept.changelog ?? `# ${packageName}\n`],
    ["openapi.yaml", loaded.text],
    ["names.lock", formatLock(model.lock)],
    ...staticFiles,
    ...(applicableFaults === undefined
      ? []
      : ([["test/faults.test.ts", emitFaultTest(applicableFaults)]] as const)),
    ...emitSources(model),
    ["src/raw.ts", emitRaw(model)],
    ["src/version.ts", emitVersion(kept.version)],
  ]);
}

function withoutUnknownLetters(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...files].map(([name, text]) => [name, name.endsWith(".ts") ? escapeUnknownLetters(text) : text]),
  );
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
