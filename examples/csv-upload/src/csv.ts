/** A record of a CSV file (RFC 4180), with the line that it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Reads records out of chunks of text; quoted fields may hold commas, quotes and line breaks. */
export async function* readCsv(chunks: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  let fields: string[] = [];
  let field = "";
  let quoted = false;
  let closing = false;
  let line = 1;
  let begins = 1;
  for await (const chunk of chunks) {
    for (const char of chunk) {
      if (char === "\n") line += 1;
      if (quoted && !closing) {
        if (char === '"') closing = true;
        else field += char;
        continue;
      }
      if (closing && char === '"') {
        field += char;
        closing = false;
        continue;
      }
      if (closing) quoted = closing = false;
      if (char === '"' && field === "") quoted = true;
      else if (char === ",") {
        fields.push(field);
        field = "";
      } else if (char === "\n") {
        fields.push(field);
        if (fields.some((text) => text !== "")) yield { line: begins, fields };
        fields = [];
        field = "";
        begins = line;
      } else if (char !== "\r") field += char;
    }
  }
  fields.push(field);
  if (fields.some((text) => text !== "")) yield { line: begins, fields };
}
