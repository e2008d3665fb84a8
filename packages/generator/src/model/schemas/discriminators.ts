import {
  childrenOf,
  isObject,
  type JsonObject,
  type JsonValue,
  listField,
  objectField,
  stringField,
} from "@trunkline/document";
import { entriesBelow, printPointer, stepsOf } from "../document.ts";
import { supertypesOf } from "./supertypes.ts";

/** Component -> the property and the values that say "this is one". */
export type Discriminators = ReadonlyMap<
  string,
  { readonly property: string; readonly values: ReadonlySet<string> }
>;

/** Of every component that a discriminator names, wherever that stands. */
export function discriminatorsOf(document: JsonObject): Discriminators {
  const found = new Map<string, { property: string; values: Set<string> }>();
  const { byPointer } = supertypesOf(document);
  for (const schema of discriminating(document)) {
    const discriminator = objectField(schema.value, "discriminator");
    const property = stringField(discriminator, "propertyName");
    if (property === undefined) continue;
    const members = [...listField(schema.value, "oneOf"), ...listField(schema.value, "anyOf")];
    const refs =
      members.length > 0
        ? members.map((member) => stringField(member, "$ref"))
        : byPointer.get(schema.pointer)?.members;
    for (const [pointer, values] of targetsOf(discriminator, refs ?? [])) {
      const before = found.get(pointer);
      if (before === undefined) found.set(pointer, { property, values });
      else if (before.property === property) for (const value of values) before.values.add(value);
    }
  }
  return found;
}

interface Discriminating {
  readonly value: JsonObject;
  /** Of a component; "" of a schema in place. */
  readonly pointer: string;
}

function discriminating(document: JsonObject): readonly Discriminating[] {
  const components = new Map<JsonValue, string>(
    entriesBelow({ value: document, pointer: [] }, "components", "schemas").map(([, at]) => [
      at.value,
      printPointer(at.pointer),
    ]),
  );
  const found: Discriminating[] = [];
  const left: JsonValue[] = [document];
  while (left.length > 0) {
    const node = left.pop();
    if (isObject(node) && stringField(objectField(node, "discriminator"), "propertyName") !== undefined) {
      found.push({ value: node, pointer: components.get(node) ?? "" });
    }
    // One by one: a list may have more values than a call may have arguments.
    for (const child of childrenOf(node)) left.push(child);
  }
  // Found from the end of the document to its start.
  return found.reverse();
}

function targetsOf(
  discriminator: JsonObject | undefined,
  members: readonly (string | undefined)[],
): ReadonlyMap<string, Set<string>> {
  const targets = new Map<string, Set<string>>();
  const note = (ref: string, value: string): void => {
    const pointer = ref.startsWith("#") ? ref : `#/components/schemas/${ref}`;
    targets.set(pointer, (targets.get(pointer) ?? new Set()).add(value));
  };
  for (const [value, ref] of entriesBelow({ value: discriminator, pointer: [] }, "mapping")) {
    if (typeof ref.value === "string") note(ref.value, value);
  }
  // Without a mapping the name of the schema is the value.
  for (const ref of members) {
    if (ref !== undefined && !targets.has(ref)) note(ref, stepsOf(ref).at(-1) ?? "");
  }
  return targets;
}
