import { type JsonValue, objectOf, textOf } from "@trunkline/document";
import { type OpenDocument, objectShape } from "@trunkline/mock/document";

/** How a document's example of binary content becomes bytes: its text in UTF-8. */
export function exampleBytes(example: JsonValue): Buffer {
  return Buffer.from(typeof example === "string" ? example : JSON.stringify(example));
}

/** Whether a schema stands for bytes: OpenAPI 3.0's format, or JSON Schema's content keywords. */
export function isBinary(document: OpenDocument, schema: JsonValue | undefined): boolean {
  const { format, contentMediaType, contentEncoding } = objectOf(document.resolve(schema));
  if (format === "binary") return true;
  return contentMediaType !== undefined && contentEncoding === undefined && !isText(contentMediaType);
}

function isText(type: JsonValue): boolean {
  return typeof type === "string" && /^text\/|[/+]json$/.test(type);
}

/** The file that stands for a binary field's example: its name tells the field, its bytes the example. */
export function exampleFile(
  document: OpenDocument,
  schema: JsonValue | undefined,
  field: string,
  value: JsonValue,
): File {
  const type = textOf(objectOf(document.resolve(schema)).contentMediaType) ?? "application/octet-stream";
  return new File([new Uint8Array(exampleBytes(value))], `${field}.bin`, {
    type: type.split(",")[0] ?? type,
  });
}

/** A multipart example as the caller gives it: with files in place of its binary fields. */
export function withFiles(
  document: OpenDocument,
  schema: JsonValue | undefined,
  value: JsonValue,
): Record<string, unknown> {
  const { properties } = objectShape(document, schema);
  return Object.fromEntries(
    Object.entries(objectOf(value)).map(([name, member]) => {
      const field = properties.get(name);
      if (isBinary(document, field)) return [name, exampleFile(document, field, name, member ?? null)];
      const [items] = objectShape(document, field).items;
      if (!Array.isArray(member) || !isBinary(document, items)) return [name, member];
      return [
        name,
        member.map((item: JsonValue, index) => exampleFile(document, items, `${name}-${index}`, item)),
      ];
    }),
  );
}
