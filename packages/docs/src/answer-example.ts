import { field, isObject, type JsonObject, type JsonValue, objectOf, valueAt } from "@trunkline/document";

/**
 * Whether the document shows an answer of success: an example, or that there is nothing to answer with.
 *
 * @param pointer - of the operation in the document
 */
export function showsAnswer(document: JsonObject, pointer: readonly (string | number)[]): boolean {
  let operation: JsonValue | undefined = document;
  for (const part of pointer) operation = isObject(operation) ? field(operation, String(part)) : undefined;
  const responses = isObject(operation) ? field(operation, "responses") : undefined;
  if (!isObject(responses)) return false;
  return Object.entries(responses)
    .filter(([status]) => /^2/.test(status))
    .some(([, response]) => {
      const content = field(followed(document, response), "content");
      if (!isObject(content)) return true;
      return Object.values(content).some((media) => {
        const one = followed(document, media);
        const examples = field(one, "examples");
        return (
          field(one, "example") !== undefined || (isObject(examples) && Object.keys(examples).length > 0)
        );
      });
    });
}

/** The first example of an operation's body. */
export function bodyExample(document: JsonObject, operationId: string): JsonValue | undefined {
  for (const item of Object.values(objectOf(field(document, "paths"))))
    for (const operation of Object.values(objectOf(item))) {
      if (field(operation, "operationId") !== operationId) continue;
      const body = followed(document, field(operation, "requestBody") ?? null);
      const [media] = Object.values(objectOf(field(body, "content")));
      const [first] = Object.values(objectOf(field(media, "examples")));
      return field(media, "example") ?? field(followed(document, first ?? null), "value");
    }
  return undefined;
}

function followed(document: JsonObject, node: JsonValue): JsonObject {
  let current: JsonValue | undefined = node;
  for (let steps = 0; steps < 10 && isObject(current) && typeof current.$ref === "string"; steps += 1) {
    current = current.$ref.startsWith("#")
      ? valueAt(document, decodeURIComponent(current.$ref.slice(1)))
      : undefined;
  }
  return isObject(current) ? current : {};
}
