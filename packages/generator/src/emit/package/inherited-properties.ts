import { isArray, isObject, type JsonValue, objectField, stringField } from "@trunkline/document";

/** Levels of bases that are looked through. */
const DEEPEST = 500;

/**
 * Resolves refs for openapi-typescript, which makes a field required only of the base that declares it: a base has the
 * fields of its own bases and of its alternatives, too.
 */
export function withInheritedProperties(
  resolve: (ref: string) => unknown,
): (ref: string) => JsonValue | undefined {
  /** Each schema is asked for a field once, however many lead to it. */
  const known = new WeakMap<object, Map<string, boolean>>();

  return (ref) => {
    const found = resolve(ref) as JsonValue | undefined;
    if (!ref.startsWith("#/components/schemas/") || !isObject(found)) return found;
    // Fields are asked for by their names alone, and a base may have more than a copy is worth.
    const properties = new Proxy(objectField(found, "properties") ?? {}, {
      get: (own, name) => Reflect.get(own, name) ?? (typeof name === "string" && declares(found, name, 0)),
    });
    return { ...found, properties };
  };

  function declares(schema: JsonValue | undefined, name: string, depth: number): boolean {
    if (!isObject(schema) || depth > DEEPEST) return false;
    const ref = stringField(schema, "$ref");
    if (ref !== undefined) return declares(resolve(ref) as JsonValue | undefined, name, depth + 1);
    const answers = known.get(schema) ?? new Map<string, boolean>();
    known.set(schema, answers);
    const before = answers.get(name);
    if (before !== undefined) return before;
    // Until it is known: a base may lead back to what is made of it.
    answers.set(name, false);
    const parts = [schema.allOf, schema.oneOf, schema.anyOf].flatMap((list) => (isArray(list) ? list : []));
    const answer =
      objectField(schema, "properties")?.[name] !== undefined ||
      parts.some((part) => declares(part, name, depth + 1));
    answers.set(name, answer);
    return answer;
  }
}
