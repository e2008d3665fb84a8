import { type JsonObject, listField, objectField, stringField } from "../../json.ts";
import { entriesBelow, parsePointer } from "../document.ts";

/** Component -> the property and the values that say "this is one". */
export type Discriminators = ReadonlyMap<
  string,
  { readonly property: string; readonly values: ReadonlySet<string> }
>;

/** Of every component that a discriminator names. */
export function discriminatorsOf(document: JsonObject): Discriminators {
  const found = new Map<string, { property: string; values: Set<string> }>();
  for (const [, at] of entriesBelow({ value: document, pointer: [] }, "components", "schemas")) {
    const discriminator = objectField(at.value, "discriminator");
    const property = stringField(discriminator, "propertyName");
    if (property === undefined) continue;
    const members = [...listField(at.value, "oneOf"), ...listField(at.value, "anyOf")];
    for (const [pointer, values] of targetsOf(
      discriminator,
      members.map((member) => stringField(member, "$ref")),
    )) {
      const before = found.get(pointer);
      if (before === undefined) found.set(pointer, { property, values });
      else if (before.property === property) for (const value of values) before.values.add(value);
    }
  }
  return found;
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
    if (ref !== undefined && !targets.has(ref)) note(ref, parsePointer(ref).at(-1) ?? "");
  }
  return targets;
}
