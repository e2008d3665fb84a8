import type { PropertyModel, Shape, TypeNode } from "./type-nodes.ts";

export const unknownType: TypeNode = { kind: "primitive", name: "unknown" };
export const neverType: TypeNode = { kind: "primitive", name: "never" };
export const nullType: TypeNode = { kind: "primitive", name: "null" };

/** A union without doubles and without unions inside; `unknown` swallows the rest. */
export function unionOf(members: readonly TypeNode[]): TypeNode {
  const flat = members.flatMap((member) => (member.kind === "union" ? member.members : [member]));
  const unique = withoutDoubles(flat);
  if (unique.some((member) => member.kind === "primitive" && member.name === "unknown")) return unknownType;
  const some = withSuggestions(withoutTwins(withoutDays(unique))).filter(
    (member) => !(member.kind === "primitive" && member.name === "never"),
  );
  // null reads best at the end.
  const ordered = [...some.filter((member) => !isNull(member)), ...some.filter(isNull)];
  const [only] = ordered;
  if (only === undefined) return neverType;
  return ordered.length === 1 ? only : { kind: "union", members: ordered };
}

/** A date that may have a time is written with it. */
function withoutDays(members: readonly TypeNode[]): readonly TypeNode[] {
  const isNamed = (member: TypeNode, name: string): boolean =>
    member.kind === "external" && member.name === name;
  return members.some((member) => isNamed(member, "Date"))
    ? members.filter((member) => !isNamed(member, "Day"))
    : members;
}

/** A number or a text beside integers of 64 bits that may be one is written once. */
function withoutTwins(members: readonly TypeNode[]): readonly TypeNode[] {
  const plain = new Set<string>(members.map((member) => (member.kind === "primitive" ? member.name : "")));
  const isAnswer = (member: TypeNode): boolean => member.kind === "int64" && member.names.length === 1;
  const answered = new Set(members.flatMap((member) => (member.kind === "int64" ? [...member.names] : [])));
  if (answered.size === 0) return members;
  if (members.some(isAnswer)) {
    return members.filter((member) => member.kind !== "primitive" || !answered.has(member.name as "string"));
  }
  return members.map((member) =>
    member.kind === "int64" ? { ...member, names: member.names.filter((name) => !plain.has(name)) } : member,
  );
}

/** Texts that are named beside any text are suggestions: `string` as it is would swallow them. Numbers likewise. */
function withSuggestions(members: readonly TypeNode[]): readonly TypeNode[] {
  const open = members.map((member): TypeNode => {
    if (member.kind !== "primitive" || (member.name !== "string" && member.name !== "number")) return member;
    const { name } = member;
    const isNamed = members.some((one) => one.kind === "literal" && typeof one.value === name);
    return isNamed ? { kind: "other", name } : member;
  });
  return withoutDoubles(open);
}

export function intersectionOf(members: readonly TypeNode[]): TypeNode {
  const flat = members
    .flatMap((member) => (member.kind === "intersection" ? member.members : [member]))
    .filter((member) => !(member.kind === "primitive" && member.name === "unknown"));
  const unique = withoutDoubles(flat);
  const [only] = unique;
  if (only === undefined) return unknownType;
  return unique.length === 1 ? only : { kind: "intersection", members: unique };
}

function withoutDoubles(members: readonly TypeNode[]): readonly TypeNode[] {
  if (members.length < 2) return members;
  return [...new Map(members.map((member) => [shapeKey(member), member])).values()];
}

function isNull(node: TypeNode): boolean {
  return node.kind === "primitive" && node.name === "null";
}

/** Equal for types that are written alike; what only describes does not count. */
export function shapeKey(node: TypeNode | Shape): string {
  return JSON.stringify(node, (key, value) => (key === "docs" ? undefined : value));
}

/** The same type with every reference renamed. */
export function renameReferences(node: TypeNode, rename: (name: string) => string): TypeNode {
  const again = (inner: TypeNode): TypeNode => renameReferences(inner, rename);
  switch (node.kind) {
    case "reference":
      return { kind: "reference", name: rename(node.name) };
    case "array":
    case "iterable":
      return { ...node, items: again(node.items) };
    case "tuple":
      return { ...node, items: node.items.map(again), rest: node.rest && again(node.rest) };
    case "object":
      return {
        ...node,
        properties: renameProperties(node.properties, rename),
        index: node.index && again(node.index),
      };
    case "union":
    case "intersection":
      return { ...node, members: node.members.map(again) };
    default:
      return node;
  }
}

function renameProperties(
  properties: readonly PropertyModel[],
  rename: (name: string) => string,
): readonly PropertyModel[] {
  return properties.map((property) => ({ ...property, type: renameReferences(property.type, rename) }));
}

export function renameShape(shape: Shape, rename: (name: string) => string): Shape {
  if (shape.kind === "alias") return { kind: "alias", type: renameReferences(shape.type, rename) };
  if (shape.kind === "page") {
    const item = renameReferences(shape.item, rename);
    return { kind: "page", item, properties: renameProperties(shape.properties, rename) };
  }
  const { written } = shape;
  return {
    kind: "interface",
    extends: shape.extends.map((base) => renameReferences(base, rename)),
    properties: renameProperties(shape.properties, rename),
    index: shape.index && renameReferences(shape.index, rename),
    ...(written && { written: { ...written, type: renameReferences(written.type, rename) } }),
  };
}

/** Names that a type refers to, in order of appearance. */
export function referencesOf(node: TypeNode | Shape): string[] {
  const found = new Set<string>();
  const note = (name: string): string => {
    found.add(name);
    return name;
  };
  if (node.kind === "interface" || node.kind === "alias" || node.kind === "page") renameShape(node, note);
  else renameReferences(node, note);
  return [...found];
}
