import { childrenOf, isObject, type JsonObject, type JsonValue, stringField } from "@trunkline/document";
import { entriesBelow, printPointer } from "../document.ts";

/** Schemas that no `$ref` of the document names. */
export function unreferencedSchemas(document: JsonObject): string[] {
  const named = new Set<string>();
  const open: JsonValue[] = [document];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isObject(value)) {
      const ref = stringField(value, "$ref");
      if (ref !== undefined) named.add(ref);
    }
    // One by one: a list may have more values than a call may have arguments.
    for (const child of childrenOf(value)) open.push(child);
  }
  return entriesBelow({ value: document, pointer: [] }, "components", "schemas")
    .map(([, at]) => printPointer(at.pointer))
    .filter((pointer) => !named.has(pointer));
}
