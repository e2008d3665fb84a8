import {
  childrenOf,
  isObject,
  type JsonObject,
  type JsonValue,
  objectField,
  stringField,
} from "@trunkline/document";
import { entriesBelow, printPointer } from "../document.ts";

/** Schemas that nothing of the document leads to, but for those that such a one leads to. */
export function unreferencedSchemas(document: JsonObject): string[] {
  const schemas = new Map(
    entriesBelow({ value: document, pointer: [] }, "components", "schemas").map(([, at]) => [
      printPointer(at.pointer),
      at.value,
    ]),
  );
  const reached = new Set<string>();
  const follow = (start: JsonValue): void => {
    const open = [start];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      const ref = isObject(value) ? stringField(value, "$ref") : undefined;
      const target = ref === undefined || reached.has(ref) ? undefined : schemas.get(ref);
      if (ref !== undefined && target !== undefined) {
        reached.add(ref);
        open.push(target);
      }
      // One by one: a list may have more values than a call may have arguments.
      for (const child of childrenOf(value)) open.push(child);
    }
  };
  const { schemas: _, ...components } = objectField(document, "components") ?? {};
  follow({ ...document, components });
  const referenced = referencesIn([...schemas.values()]);
  // Those that others name come after them: they are left only where all of a ring name each other.
  const candidates = [...schemas].sort(([a], [b]) => Number(referenced.has(a)) - Number(referenced.has(b)));
  return candidates.flatMap(([pointer, schema]) => {
    if (reached.has(pointer)) return [];
    reached.add(pointer);
    follow(schema);
    return [pointer];
  });
}

function referencesIn(values: JsonValue[]): ReadonlySet<string> {
  const references = new Set<string>();
  for (let value = values.pop(); value !== undefined; value = values.pop()) {
    const ref = isObject(value) ? stringField(value, "$ref") : undefined;
    if (ref !== undefined) references.add(ref);
    for (const child of childrenOf(value)) values.push(child);
  }
  return references;
}
