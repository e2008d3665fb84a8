import { type Read, readExtension } from "../../extension.ts";
import { type JsonObject, type JsonValue, listOf, objectOf, textOf } from "../../json.ts";
import { readContent, readExamples } from "./content.ts";
import type { OpenDocument } from "./open-document.ts";

export interface DocumentParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  /** Media type when the parameter is described by `content`. */
  readonly content: string | undefined;
  readonly schema: JsonValue | undefined;
  readonly example: JsonValue | undefined;
  readonly extension: Read<"parameter">;
  /** How lists in a `deepObject` are written. @default `brackets`, though all ways are read */
  readonly lists: "brackets" | "indices";
}

/** Parameters of a path item and of its operation, which wins where both name the same. */
export function readParameters(
  document: OpenDocument,
  item: JsonObject,
  operation: JsonObject,
): readonly DocumentParameter[] {
  const found = new Map<string, DocumentParameter>();
  for (const reference of [...listOf(item.parameters), ...listOf(operation.parameters)]) {
    const parameter = readParameter(document, objectOf(document.resolve(reference)));
    found.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...found.values()];
}

function readParameter(document: OpenDocument, parameter: JsonObject): DocumentParameter {
  const place = textOf(parameter.in) as DocumentParameter["in"];
  const style = textOf(parameter.style) ?? (place === "query" || place === "cookie" ? "form" : "simple");
  const [content] = readContent(document, parameter.content);
  const schema = content?.schema ?? parameter.schema;
  const resolved = objectOf(document.resolve(schema));
  const [first] = readExamples(document, parameter.examples);
  const extension = readExtension("parameter", parameter);
  return {
    name: textOf(parameter.name) ?? "",
    in: place,
    required: parameter.required === true,
    style,
    explode: typeof parameter.explode === "boolean" ? parameter.explode : style === "form",
    content: content?.type,
    schema,
    example:
      parameter.example ??
      first?.value ??
      content?.examples[0]?.value ??
      resolved.example ??
      listOf(resolved.examples)[0] ??
      resolved.default ??
      listOf(resolved.enum)[0] ??
      resolved.const,
    extension,
    lists: extension.lists ?? readExtension("document", objectOf(document.root)).lists ?? "brackets",
  };
}
