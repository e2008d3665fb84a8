import type { PropertyModel, Shape, TypeNode } from "../model/type-nodes.ts";

/** A type as one line: the same text for the same type, members of unions in order of their text. */
export function typeText(node: TypeNode): string {
  switch (node.kind) {
    case "primitive":
    case "reference":
      return node.name;
    case "external":
      return node.name === "Day" ? "Date" : node.name;
    case "int64":
      return [...node.names].sort().join(" | ");
    case "literal":
      return JSON.stringify(node.value);
    case "other":
      return `other ${node.name}`;
    case "array":
      return `${grouped(node.items)}[]`;
    case "iterable":
      return `AsyncIterable<${typeText(node.items)}>`;
    case "tuple": {
      const items = node.items.map((item, index) =>
        index < node.optionalFrom ? typeText(item) : `${grouped(item)}?`,
      );
      return `[${[...items, ...(node.rest === undefined ? [] : [`...${grouped(node.rest)}[]`])].join(", ")}]`;
    }
    case "object":
      return objectText(node.properties, node.index);
    case "union":
      return innerMembers(node).join(" | ");
    case "intersection":
      return node.members.map(grouped).join(" & ");
  }
}

/** The alternatives of a type, each as text, nested unions among them, sorted. */
export function unionMembers(node: TypeNode): readonly string[] {
  const members =
    node.kind === "union"
      ? node.members.flatMap(unionMembers)
      : node.kind === "int64"
        ? node.names
        : [typeText(node)];
  return [...new Set(members)].sort();
}

/** Within other types an open enum counts as what it is open to: the values that it names are not a promise. */
function innerMembers(node: TypeNode & { readonly kind: "union" }): readonly string[] {
  const isOpen = node.members.some(({ kind }) => kind === "other");
  return unionMembers({
    kind: "union",
    members: isOpen ? node.members.filter(({ kind }) => kind !== "literal") : node.members,
  });
}

/** Names of the declarations that a shape or a type refers to. */
export function referencesOf(shape: Shape): readonly string[] {
  const found: string[] = [];
  const visitType = (node: TypeNode | undefined): void => {
    if (node === undefined) return;
    if (node.kind === "reference") found.push(node.name);
    if (node.kind === "array" || node.kind === "iterable") visitType(node.items);
    if (node.kind === "tuple") for (const item of [...node.items, node.rest]) visitType(item);
    if (node.kind === "object") visitMembers(node.properties, node.index);
    if (node.kind === "union" || node.kind === "intersection") node.members.forEach(visitType);
  };
  const visitMembers = (properties: readonly PropertyModel[], index?: TypeNode): void => {
    for (const { type } of properties) visitType(type);
    visitType(index);
  };
  if (shape.kind === "alias") visitType(shape.type);
  if (shape.kind === "interface") {
    shape.extends.forEach(visitType);
    visitMembers(shape.properties, shape.index);
    visitType(shape.written?.type);
  }
  if (shape.kind === "page") {
    visitType(shape.item);
    visitMembers(shape.properties);
  }
  return found;
}

function grouped(node: TypeNode): string {
  const text = typeText(node);
  const isSeveral =
    node.kind === "union" || node.kind === "intersection" || (node.kind === "int64" && node.names.length > 1);
  return isSeveral ? `(${text})` : text;
}

function objectText(properties: readonly PropertyModel[], index: TypeNode | undefined): string {
  const members = properties
    .map(({ name, optional, type }) => `${JSON.stringify(name)}${optional ? "?" : ""}: ${typeText(type)}`)
    .sort();
  if (index !== undefined) members.push(`[name]: ${typeText(index)}`);
  return members.length === 0 ? "{}" : `{ ${members.join("; ")} }`;
}
