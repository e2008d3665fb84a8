import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import type { JsonObject } from "@trunkline/document";
import { valueFaults } from "@trunkline/generator";
import { fileJournal } from "@trunkline/node";
import { CommandFailure } from "../failure.ts";
import { printableLine } from "../printable.ts";
import { print, printAside } from "../terminal.ts";
import { type BulkOperation, bulkOperation } from "./bulk-operation.ts";
import { type ClientPackage, clientPackage } from "./client-package.ts";
import { fateFiles } from "./fate-files.ts";
import { progressBar } from "./progress-bar.ts";
import { readText } from "./read-text.ts";
import { type FileRow, type Format, rowFile } from "./rows-of-file.ts";
import { type BulkSummary, bulkMethod } from "./run-method.ts";

/** Faults of rows that are printed one by one. */
const SHOWN = 20;

/** What is asked besides the package, its operation and the file. */
export interface Flags {
  readonly param: readonly string[] | undefined;
  readonly dryRun: boolean | undefined;
  readonly resume: boolean | undefined;
  readonly journal: string | undefined;
  readonly repeatable: boolean | undefined;
  readonly chunk: number | undefined;
  readonly maxBytes: number | undefined;
  readonly concurrency: number | undefined;
  readonly format: Format | undefined;
  readonly environment: string | undefined;
  readonly baseUrl: string | undefined;
}

/**
 * Sends the rows of a file through an operation, and keeps what became of each.
 *
 * @throws CommandFailure where not every row was accepted
 */
export async function sendFile(source: string, wanted: string, path: string, flags: Flags): Promise<void> {
  const pack = await clientPackage(source);
  const operation = bulkOperation(pack, wanted);
  const params = paramsOf(pack.document, operation, flags.param ?? []);
  const file = await rowFile(path, { document: pack.document, schema: operation.row, format: flags.format });
  checkParams(pack.document, operation, params);
  if (flags.dryRun) return dryRun(pack, operation, path, file.rows());

  const place = flags.journal ?? `${path}.journal`;
  if ((flags.resume ?? false) !== existsSync(place)) {
    throw new CommandFailure(
      flags.resume
        ? `There is no journal ${place} to go on with: run it without --resume.`
        : `A run over this file is recorded in ${place}. Go on with it: --resume. To send every row again, remove it.`,
    );
  }
  const { size } = await stat(path);
  const bar = progressBar(size);
  const files = fateFiles(path, file);
  const origins = new WeakMap<object, FileRow>();
  let isEnding = false;
  async function* rows(): AsyncGenerator<object, void> {
    for await (const one of file.rows()) {
      if (isEnding) throw new Error("It was ended from the keyboard.");
      if (/^un(?:determined|known)$/.test(one.fate ?? "") && !flags.repeatable) {
        throw new CommandFailure(
          `${path}:${one.line} is ${one.fate}: the API may have done it already. If doing it twice does no harm, give --repeatable.`,
        );
      }
      origins.set(one.row, one);
      yield one.row;
    }
  }
  // The first Ctrl+C lets what is under way end, so that each row has a fate; the second does not wait.
  const abort = new AbortController();
  const onSignal = (): void => {
    if (isEnding) abort.abort(new Error("It was aborted from the keyboard."));
    isEnding = true;
  };
  process.on("SIGINT", onSignal);
  let summary: BulkSummary | undefined;
  let failure: Error | undefined;
  try {
    const run = await bulkMethod(pack, operation, { environment: flags.environment, baseURL: flags.baseUrl });
    const fates = run(rows(), params, {
      journal: fileJournal(place),
      signal: abort.signal,
      ...(flags.repeatable && { repeatable: true }),
      ...(flags.chunk && { chunk: flags.chunk }),
      ...(flags.maxBytes && { maxBytes: flags.maxBytes }),
      ...(flags.concurrency && { concurrency: flags.concurrency }),
      onProgress: (progress) => bar.show(file.read(), progress),
    });
    try {
      for await (const { row, ...fate } of fates) {
        const origin = origins.get(row);
        if (fate.fate !== "accepted" && origin) await files.add(origin, fate);
      }
      summary = await fates;
    } catch (error) {
      failure = error as Error;
      summary = (error as { readonly summary?: BulkSummary }).summary;
      if (!summary) throw error;
    }
  } finally {
    bar.end();
    process.off("SIGINT", onSignal);
    tell(await files.close(), summary, place);
  }
  const cause = failure?.cause;
  if (failure)
    throw new CommandFailure(
      `It ended early: ${cause instanceof Error ? cause.message : failure.message}\nGo on with --resume.`,
    );
  if (summary && summary.accepted < summary.read) throw new CommandFailure("Not every row was accepted.");
}

function tell(files: ReadonlyMap<string, string>, summary: BulkSummary | undefined, journal: string): void {
  if (!summary) return;
  const { read, chunks } = summary;
  print(`${number(read)} rows in ${number(chunks)} requests; the journal is ${journal}.`);
  for (const fate of ["accepted", "rejected", "undetermined", "unknown", "unsent"] as const) {
    const file = files.get(fate);
    if (summary[fate] > 0)
      print(`  ${number(summary[fate])} ${fate}${file === undefined ? "" : `: ${file}`}`);
  }
}

async function dryRun(
  { document, name }: ClientPackage,
  { id, row }: BulkOperation,
  path: string,
  rows: AsyncIterable<FileRow>,
): Promise<void> {
  const faultsOf = valueFaults(document);
  let read = 0;
  let wrong = 0;
  for await (const one of rows) {
    read++;
    const faults = faultsOf(row, JSON.parse(JSON.stringify(one.row, plain)), "request");
    if (faults.length === 0) continue;
    wrong++;
    if (wrong <= SHOWN) printAside(printableLine(`${path}:${one.line}: ${faults.join("; ")}`));
  }
  if (wrong > SHOWN) printAside(`… and ${number(wrong - SHOWN)} more.`);
  print(
    `${number(read)} rows for ${id} of ${name}: ${wrong === 0 ? "each matches its schema" : `${number(wrong)} do not match their schema`}. Nothing was sent.`,
  );
  if (wrong > 0) throw new CommandFailure("Mend these rows first.");
}

/** Parameters as they were typed. */
function paramsOf(
  document: JsonObject,
  { id, params }: BulkOperation,
  given: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    given.map((one) => {
      const [name = "", ...rest] = one.split("=");
      if (rest.length === 0) throw new CommandFailure(`--param ${one} has no value: write --param ${name}=…`);
      if (!Object.hasOwn(params, name)) {
        throw new CommandFailure(
          `${id} has no parameter ${JSON.stringify(name)}. There are: ${Object.keys(params).join(", ")}.`,
        );
      }
      return [name, readText(document, params[name], rest.join("="))];
    }),
  );
}

/** What the body lacks beside its rows: nothing is filled in, least of all what somebody has to declare. */
function checkParams(
  document: JsonObject,
  operation: BulkOperation,
  params: Readonly<Record<string, unknown>>,
): void {
  const { rows, body, outside, positional } = operation;
  if (positional !== undefined && params[positional] === undefined) {
    throw new CommandFailure(`${operation.id} needs --param ${positional}=…`);
  }
  if (rows === undefined) return;
  const own = Object.fromEntries(Object.entries(params).filter(([name]) => !outside.includes(name)));
  const faults = valueFaults(document)(
    body,
    JSON.parse(JSON.stringify({ ...own, [rows]: [{}] }, plain)),
    "request",
  );
  const ofParams = faults.filter((fault) => !fault.startsWith(`/${rows}`));
  if (ofParams.length === 0) return;
  throw new CommandFailure(
    `The parameters of ${operation.id} do not match their schema: ${ofParams.join("; ")}. Give them by --param name=value.`,
  );
}

/** JSON has no integers of 64 bits. */
function plain(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
