import {
  isObject,
  type JsonObject,
  type JsonValue,
  objectOf,
  readExtension,
  valueAt,
} from "@trunkline/document";
import {
  type DocumentOperation,
  decodeEscapes,
  MockUsageError,
  noGuesses,
  type OpenDocument,
  readGuesses,
  readOperations,
} from "@trunkline/document/mock";

/** A document, and what is made of it to answer requests. */
export interface Described extends OpenDocument {
  readonly operations: readonly DocumentOperation[];
}

/**
 * Reads a parsed document.
 *
 * @param names what stands in the names.lock beside it, which says what a client of it guesses
 * @throws MockUsageError when it is not an OpenAPI document, or refers to another file
 */
export function describeDocument(document: unknown, names?: unknown): Described {
  const root = isObject(document as JsonValue) ? (document as JsonObject) : undefined;
  if (root === undefined || typeof root.openapi !== "string")
    throw new MockUsageError(
      root?.swagger === undefined
        ? 'A document is an object with an "openapi" version: parse its YAML or JSON first.'
        : 'Swagger is not answered from as it is: "trunkline add" converts it.',
    );
  const described = {
    root,
    said: readExtension("document", root),
    guesses: names === undefined ? noGuesses : readGuesses(objectOf(names as JsonValue)),
    resolve: resolverOf(root),
  };
  return { ...described, operations: readOperations(described) };
}

/** Follows references within a document. */
export function resolverOf(root: JsonObject): OpenDocument["resolve"] {
  return (node) => {
    const seen = new Set<JsonValue>();
    let current = node;
    while (isObject(current) && typeof current.$ref === "string") {
      const { $ref } = current;
      if (seen.has(current)) throw new MockUsageError(`The reference ${$ref} leads to itself.`);
      seen.add(current);
      if (!$ref.startsWith("#"))
        throw new MockUsageError(`The reference ${$ref} leads to another file: bundle the document first.`);
      current = valueAt(root, decodeEscapes($ref.slice(1)));
      if (current === undefined) throw new MockUsageError(`The reference ${$ref} leads nowhere.`);
    }
    return current;
  };
}
