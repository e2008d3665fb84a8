import { type JsonObject, type JsonValue, objectOf, textOf } from "../../json.ts";
import type { OpenDocument } from "./open-document.ts";

export interface DocumentContent {
  readonly type: string;
  readonly schema: JsonValue | undefined;
  readonly examples: readonly DocumentExample[];
  readonly encoding: JsonObject;
}

export interface DocumentExample {
  readonly name: string;
  readonly value: JsonValue;
}

/** The media types of a body, in the document's order. */
export function readContent(
  document: OpenDocument,
  content: JsonValue | undefined,
): readonly DocumentContent[] {
  return Object.entries(objectOf(content)).map(([type, reference]) => {
    const media = objectOf(document.resolve(reference));
    const named = readExamples(document, media.examples);
    const single = media.example;
    return {
      type,
      schema: media.schema,
      examples: named.length === 0 && single !== undefined ? [{ name: "default", value: single }] : named,
      encoding: objectOf(media.encoding),
    };
  });
}

export function readExamples(
  document: OpenDocument,
  examples: JsonValue | undefined,
): readonly DocumentExample[] {
  return Object.entries(objectOf(examples)).flatMap(([name, reference]) => {
    const value = objectOf(document.resolve(reference)).value;
    return value === undefined ? [] : [{ name, value }];
  });
}

/** The media type of a field of a URL-encoded form, which a style takes the place of. */
export function fieldType(encoding: JsonValue | undefined): string | undefined {
  const { contentType, style, explode, allowReserved } = objectOf(encoding);
  return [style, explode, allowReserved].some((one) => one !== undefined) ? undefined : textOf(contentType);
}
