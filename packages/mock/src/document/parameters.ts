import { readContent, readExamples } from "./content.ts";
import { arrayOf, type Json, type JsonObject, objectOf, stringOf } from "./json.ts";
import type { OpenDocument } from "./open.ts";

export interface DocumentParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  /** Media type when the parameter is described by `content`. */
  readonly content: string | undefined;
  readonly schema: Json | undefined;
  readonly example: Json | undefined;
  readonly extension: JsonObject;
}

/** Parameters of a path item and of its operation, which wins where both name the same. */
export function readParameters(
  document: OpenDocument,
  item: JsonObject,
  operation: JsonObject,
): readonly DocumentParameter[] {
  const found = new Map<string, DocumentParameter>();
  for (const reference of [...arrayOf(item.parameters), ...arrayOf(operation.parameters)]) {
    const parameter = readParameter(document, objectOf(document.resolve(reference)));
    found.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...found.values()];
}

function readParameter(document: OpenDocument, parameter: JsonObject): DocumentParameter {
  const place = stringOf(parameter.in) as DocumentParameter["in"];
  const style = stringOf(parameter.style) ?? (place === "query" || place === "cookie" ? "form" : "simple");
  const [content] = readContent(document, parameter.content);
  const schema = content?.schema ?? parameter.schema;
  const resolved = objectOf(document.resolve(schema));
  const [first] = readExamples(document, parameter.examples);
  return {
    name: stringOf(parameter.name) ?? "",
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
      arrayOf(resolved.examples)[0] ??
      resolved.default ??
      arrayOf(resolved.enum)[0] ??
      resolved.const,
    extension: objectOf(parameter["x-trunkline"]),
  };
}
