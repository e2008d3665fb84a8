import { field, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { enumValues } from "../docs.ts";
import { type At, resolve } from "../document.ts";
import { partsOf, variantsOf } from "../fields.ts";
import type { TypeNode } from "../type-nodes.ts";
import type { Converter } from "./converter.ts";

/** Levels of alternatives and refs that are looked through. */
const DEEPEST = 20;

const names = ["string", "number"] as const;

/**
 * The types of alternatives, where values that a `$ref` names stand beside any text or number: `string` would swallow
 * them, `string & {}` leaves them as suggestions.
 */
export function withOpenTexts(
  { document }: Converter,
  members: readonly At<JsonValue>[],
  types: readonly TypeNode[],
): readonly TypeNode[] {
  const found = members.map((member) => wordsOf(document, member, 0));
  let open = types;
  for (const name of names) {
    if (!found.some(({ named }) => named.has(name)) || !found.some(({ any }) => any.has(name))) continue;
    // The name of a type that is any text says no more than that.
    const isNamedAny = (type: TypeNode, index: number): boolean =>
      type.kind === "reference" && found[index]?.isOnly === name;
    open = open.map((type, index) =>
      isNamedAny(type, index) ? { kind: "other", name } : opened(type, name),
    );
  }
  return open;
}

function opened(type: TypeNode, name: "string" | "number"): TypeNode {
  if (type.kind === "union") return { ...type, members: type.members.map((one) => opened(one, name)) };
  return type.kind === "primitive" && type.name === name ? { kind: "other", name } : type;
}

interface Words {
  /** Types of values that are named. */
  readonly named: ReadonlySet<string>;
  /** Types of which any value is admitted. */
  readonly any: ReadonlySet<string>;
  /** The one type that it is, whatever the value. */
  readonly isOnly: string | undefined;
}

const nothing: Words = { named: new Set(), any: new Set(), isOnly: undefined };

function wordsOf(document: JsonObject, at: At<JsonValue>, depth: number): Words {
  const target = resolve(document, at);
  if (!isObject(target.value) || depth > DEEPEST) return nothing;
  const schema = target as At<JsonObject>;
  const constant = field(schema.value, "const");
  const values = constant === undefined ? enumValues(schema.value) : [constant];
  if (values !== undefined) return { ...nothing, named: new Set(values.map((value) => typeof value)) };
  const variants = variantsOf(schema)?.members;
  const parts = variants ?? (field(schema.value, "allOf") === undefined ? [] : partsOf(schema));
  if (parts.length > 0) {
    const inner = parts.map((part) => wordsOf(document, part, depth + 1));
    return {
      named: new Set(inner.flatMap((one) => [...one.named])),
      any: new Set(inner.flatMap((one) => [...one.any])),
      isOnly: parts.length === 1 ? inner[0]?.isOnly : undefined,
    };
  }
  const types = [field(schema.value, "type") ?? []]
    .flat()
    .map((type) => (type === "integer" ? "number" : String(type)));
  const [only, more] = types;
  return { named: new Set(), any: new Set(types), isOnly: more === undefined ? only : undefined };
}
