import { isObject, type JsonObject, objectOf } from "@trunkline/document";
import type { Facts } from "./compare.ts";

/** What a document says of properties that no type shows. */
export function factsOf(document: JsonObject): Omit<Facts, "families"> {
  const facts = {
    readOnly: new Set<string>(),
    writeOnly: new Set<string>(),
    defaults: new Set<string>(),
    tags: new Set<string>(),
  };
  const parameters = objectOf(objectOf(document.components).schemas);
  const left: unknown[] = [parameters, document.paths];
  while (left.length > 0) {
    const node = left.pop();
    if (typeof node !== "object" || node === null) continue;
    left.push(...Object.values(node));
    const tag = objectOf(objectOf(node).discriminator).propertyName;
    if (typeof tag === "string") facts.tags.add(tag);
    for (const [name, property] of Object.entries(objectOf(objectOf(node).properties))) {
      const reference = isObject(property) ? property.$ref : undefined;
      const target =
        typeof reference === "string" ? parameters[reference.split("/").at(-1) ?? ""] : undefined;
      for (const schema of [objectOf(property), objectOf(target)]) {
        if (schema.readOnly === true) facts.readOnly.add(name);
        if (schema.writeOnly === true) facts.writeOnly.add(name);
        if (schema.default !== undefined) facts.defaults.add(name);
      }
    }
  }
  return facts;
}
