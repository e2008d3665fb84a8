import type { PropertyModel, TypeNode } from "../../model/type-nodes.ts";
import { type Code, code, identifier, join, literal, nothing, propertyKey } from "../text.ts";
import { commentOf } from "./docs.ts";
import type { File } from "./file.ts";

/** How a type is written where it stands. */
export interface TypePlace {
  readonly file: File;
  /** Columns in front of the members of an object that is written in place. */
  readonly indent: number;
  /** Callers make such values: bounds and defaults are of interest. */
  readonly input: boolean;
  /** Inside a type alias, which may not refer to itself through `Record`. */
  readonly inAlias?: boolean;
}

export function typeOf(node: TypeNode, place: TypePlace): Code {
  switch (node.kind) {
    case "primitive":
      return keywords[node.name];
    case "int64":
      return join(
        node.names.map((name) => keywords[name]),
        code` | `,
      );
    case "literal":
      return literal(node.value);
    case "other":
      return code`(${keywords[node.name]} & {})`;
    case "array":
      return code`${operand(node.items, place)}[]`;
    case "iterable":
      return code`${node.of === "events" ? place.file.runtimeType("EventStream") : identifier("AsyncIterable")}<${typeOf(node.items, place)}>`;
    case "tuple":
      return tupleOf(node, place);
    case "object":
      return objectOf(node.properties, node.index, place);
    case "union":
      return join(
        node.members.map((member) =>
          member.kind === "intersection" ? operand(member, place) : typeOf(member, place),
        ),
        code` | `,
      );
    case "intersection":
      return join(
        node.members.map((member) => operand(member, place)),
        code` & `,
      );
    case "reference":
      return place.file.reference(node.name);
    case "external":
      if (node.name === "Date" || node.name === "Day") return identifier("Date");
      return node.name === "Response" ? identifier("Response") : place.file.runtimeType(node.name);
  }
}

const keywords = {
  string: code`string`,
  number: code`number`,
  bigint: code`bigint`,
  boolean: code`boolean`,
  null: code`null`,
  unknown: code`unknown`,
  never: code`never`,
  void: code`void`,
  undefined: code`undefined`,
} as const;

/** In parentheses where the type has operators of its own. */
function operand(node: TypeNode, place: TypePlace): Code {
  const type = typeOf(node, place);
  const hasOperators =
    node.kind === "union" || node.kind === "intersection" || (node.kind === "int64" && node.names.length > 1);
  return hasOperators ? code`(${type})` : type;
}

function tupleOf(node: TypeNode & { kind: "tuple" }, place: TypePlace): Code {
  const isLabelled = place.inAlias && isReadAtOnce(node);
  const items = node.items.map((item, index) => {
    const isOptional = index >= node.optionalFrom;
    if (isLabelled) {
      const label = identifier(`item${index + 1}`);
      return code`${label}${isOptional ? code`?` : nothing}: ${typeOf(item, place)}`;
    }
    return isOptional ? code`${operand(item, place)}?` : typeOf(item, place);
  });
  const label = isLabelled ? code`${identifier("rest")}: ` : nothing;
  const rest = node.rest === undefined ? [] : [code`...${label}${operand(node.rest, place)}[]`];
  return code`[${join([...items, ...rest], code`, `)}]`;
}

/**
 * Whether a tuple has lists in elements that may be missing. Without labels the compiler reads these at once, and an alias
 * that is met there again refers to itself (TS2456).
 */
function isReadAtOnce({ items, optionalFrom, rest }: TypeNode & { kind: "tuple" }): boolean {
  return [...items.slice(optionalFrom), ...(rest === undefined ? [] : [rest])].some(holdsList);
}

function holdsList(node: TypeNode): boolean {
  if (node.kind === "union" || node.kind === "intersection") return node.members.some(holdsList);
  return node.kind === "array" || node.kind === "tuple";
}

function objectOf(properties: readonly PropertyModel[], index: TypeNode | undefined, place: TypePlace): Code {
  if (properties.length === 0) {
    if (index === undefined) return code`object`;
    const values = typeOf(index, place);
    return place.inAlias ? code`{ [key: string]: ${values} }` : code`Record<string, ${values}>`;
  }
  return code`{\n${members(properties, index, place)}}`;
}

/** Members of an interface or of an object type, a line each, with their docs. */
export function members(
  properties: readonly PropertyModel[],
  index: TypeNode | undefined,
  place: TypePlace,
): Code {
  const inner = { ...place, indent: place.indent + 2 };
  const lines = properties.map((property) => {
    const type = typeOf(property.type, inner);
    const key = property.name === "__proto__" ? code`"__proto__"` : propertyKey(property.name);
    return property.optional
      ? code`${commentOf(property.docs, inner, property.type)}${key}?: ${withUndefined(property.type, type)};\n`
      : code`${commentOf(property.docs, inner, property.type)}${key}: ${type};\n`;
  });
  const open = index === undefined ? nothing : code`[key: string]: ${typeOf(index, inner)};\n`;
  return code`${lines}${open}`;
}

/** `T | undefined`, so that callers may pass on what they do not have under `exactOptionalPropertyTypes`. */
function withUndefined(node: TypeNode, type: Code): Code {
  if (node.kind === "primitive" && (node.name === "unknown" || node.name === "undefined")) return type;
  return node.kind === "intersection" ? code`(${type}) | undefined` : code`${type} | undefined`;
}
