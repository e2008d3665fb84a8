import { field, isObject, type JsonValue, listField, stringField } from "@trunkline/document";
import { pascalCase } from "../../names/words.ts";
import { type At, entriesBelow } from "../document.ts";

/** A variant is called after its title or after the constant that tells it from the others; else it stays nameless. */
export function variantName(at: At<JsonValue>, owner: string): string {
  if (owner === "" || !isObject(at.value)) return "";
  const title = pascalCase(stringField(at.value, "title") ?? "");
  if (title !== "") return owner + title;
  for (const [, one] of entriesBelow(at, "properties")) {
    const values = listField(one.value, "enum");
    const only = field(one.value, "const") ?? (values.length === 1 ? values[0] : undefined);
    if (typeof only === "string" && pascalCase(only) !== "") return owner + pascalCase(only);
  }
  return "";
}
