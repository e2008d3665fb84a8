import { type JsonValue, listOf, objectOf } from "../../json.ts";
import { readExamples } from "./content.ts";
import type { OpenDocument } from "./open-document.ts";

/** Values of the header fields of a response: what the document shows, else what the schema allows. */
export function headerSamples(
  document: OpenDocument,
  headers: JsonValue | undefined,
): readonly (readonly [name: string, value: string])[] {
  return Object.entries(objectOf(headers)).flatMap(([name, reference]) => {
    const header = objectOf(document.resolve(reference));
    const schema = objectOf(document.resolve(header.schema));
    const [first] = readExamples(document, header.examples);
    const sample =
      header.example ??
      first?.value ??
      schema.example ??
      listOf(schema.examples)[0] ??
      schema.default ??
      schema.const ??
      listOf(schema.enum)[0] ??
      PLAIN[String([schema.type].flat()[0])];
    return sample === undefined || sample === null ? [] : [[name.toLowerCase(), String(sample)] as const];
  });
}

const PLAIN: Readonly<Record<string, string>> = { string: "string", integer: "0", number: "0" };
