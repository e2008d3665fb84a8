import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { extname } from "node:path";
import { pipeline, Readable } from "node:stream";
import { isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { parse } from "csv-parse";
import { CommandFailure } from "../failure.ts";
import { cellReader } from "./read-text.ts";

export type Format = "csv" | "jsonl";

/** A row, and where it came from. */
export interface FileRow {
  readonly row: object;
  /** Line that it begins on, from 1. */
  readonly line: number;
  /** Its cells, or the object as it was read. */
  readonly original: readonly string[] | JsonObject;
  /** What an earlier run said of it. */
  readonly fate: string | undefined;
}

/** A file of rows, read from its beginning to its end. */
export interface RowFile {
  readonly format: Format;
  /** Names of the columns, once the first row was read. */
  header(): readonly string[];
  /** Between which the cells of a line stand. */
  readonly delimiter: string;
  /** Bytes that were read. */
  read(): number;
  rows(): AsyncGenerator<FileRow, void>;
}

/** @throws CommandFailure for what cannot be read as rows */
export async function rowFile(
  path: string,
  {
    document,
    schema,
    format,
  }: { readonly document: JsonObject; readonly schema: JsonValue; readonly format: Format | undefined },
): Promise<RowFile> {
  const kind = format ?? formatOf(path);
  const delimiter = kind === "csv" ? await delimiterOf(path) : "";
  let read = 0;
  let header: readonly string[] = [];

  async function* texts(): AsyncGenerator<string, void> {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    try {
      for await (const bytes of createReadStream(path)) {
        read += (bytes as Buffer).length;
        yield decoder.decode(bytes as Buffer, { stream: true });
      }
      yield decoder.decode();
    } catch (error) {
      if (error instanceof TypeError) {
        throw new CommandFailure(`${path} is not text in UTF-8: save it as UTF-8 (in Excel: "CSV UTF-8").`);
      }
      throw error;
    }
  }

  async function* csv(): AsyncGenerator<FileRow, void> {
    const parser = parse({
      delimiter,
      bom: true,
      skip_empty_lines: true,
      info: true,
      relax_column_count: true,
    });
    // What the texts throw ends the parser.
    pipeline(Readable.from(texts()), parser, () => {});
    let toFields: ((cells: readonly string[]) => object) | undefined;
    let fateColumn = -1;
    try {
      for await (const { record, info } of parser as AsyncIterable<{
        record: string[];
        info: { lines: number };
      }>) {
        const line = info.lines - record.join("").split("\n").length + 1;
        if (!toFields) {
          header = record.map((name) => name.trim());
          const twice = header.find((name, index) => name !== "" && header.indexOf(name) !== index);
          if (twice !== undefined)
            throw new CommandFailure(`${path} has two columns ${JSON.stringify(twice)}.`);
          toFields = cellReader(document, schema, header);
          fateColumn = header.indexOf("#fate");
          continue;
        }
        if (record.length > header.length) {
          throw new CommandFailure(
            `${path}:${line} has ${record.length} cells, and there are ${header.length} columns: is a comma not quoted?`,
          );
        }
        if (record.every((cell) => cell.trim() === "")) continue;
        yield { row: toFields(record), line, original: record, fate: record[fateColumn] || undefined };
      }
    } catch (error) {
      const { code, message, lines } = error as Error & { code?: string; lines?: number };
      if (!code?.startsWith("CSV_")) throw error;
      throw new CommandFailure(`${path}${lines === undefined ? "" : `:${lines}`} is not CSV: ${message}`);
    }
  }

  async function* jsonLines(): AsyncGenerator<FileRow, void> {
    let line = 0;
    for await (const text of linesOf(texts())) {
      line++;
      if (text.trim() === "") continue;
      let value: unknown;
      try {
        value = JSON.parse(line === 1 ? text.replace(/^\uFEFF/, "") : text);
      } catch {
        throw new CommandFailure(`${path}:${line} is not JSON.`);
      }
      if (!isObject(value))
        throw new CommandFailure(`${path}:${line} is not an object: each line must be a JSON object.`);
      const own = Object.entries(value).filter(([name]) => !name.startsWith("#"));
      const fate = value["#fate"];
      yield {
        row: Object.fromEntries(own),
        line,
        original: value,
        fate: typeof fate === "string" ? fate : undefined,
      };
    }
  }

  return {
    format: kind,
    header: () => header,
    delimiter,
    read: () => read,
    rows: kind === "csv" ? csv : jsonLines,
  };
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string, void> {
  let rest = "";
  for await (const text of texts) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

function formatOf(path: string): Format {
  const extension = extname(path).toLowerCase();
  if (/^\.(?:csv|tsv)$/.test(extension)) return "csv";
  if (/^\.(?:jsonl|ndjson)$/.test(extension)) return "jsonl";
  throw new CommandFailure(`${path} is neither .csv nor .jsonl: say --format csv or --format jsonl.`);
}

/** Spreadsheets write semicolons where the comma stands in numbers. */
async function delimiterOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const [head = ""] = buffer
      .toString("utf8", 0, bytesRead)
      .replace(/"[^"]*"/g, "")
      .split("\n");
    const times = (one: string): number => head.split(one).length;
    return [",", ";", "\t"].reduce((best, one) => (times(one) > times(best) ? one : best));
  } finally {
    await file.close();
  }
}
