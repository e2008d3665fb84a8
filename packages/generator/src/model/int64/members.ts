import type { Shape, TypeNode } from "../type-nodes.ts";

/** What a declared type is made of, by its name. */
export type Shapes = ReadonlyMap<string, Shape>;

/** How deep types are compared. */
const DEEPEST = 8;

/** The types that a value may have, names of other types and unions taken apart. */
export function kindsOf(node: TypeNode, shapes: Shapes, depth = 0): readonly TypeNode[] {
  if (node.kind === "union") return node.members.flatMap((member) => kindsOf(member, shapes, depth));
  const shape = node.kind === "reference" ? shapes.get(node.name) : undefined;
  return shape?.kind === "alias" && depth < DEEPEST ? kindsOf(shape.type, shapes, depth + 1) : [node];
}

/** The members of an object, those of its bases among them; `undefined` for anything else. */
export function membersOf(
  node: TypeNode,
  shapes: Shapes,
  depth = 0,
): ReadonlyMap<string, TypeNode> | undefined {
  if (depth > DEEPEST) return undefined;
  const all = (parts: readonly TypeNode[]): [string, TypeNode][] =>
    parts.flatMap((part) => [...(membersOf(part, shapes, depth + 1) ?? [])]);
  if (node.kind === "intersection") return new Map(all(node.members));
  if (node.kind === "object") return new Map(node.properties.map(({ name, type }) => [name, type]));
  const shape = node.kind === "reference" ? shapes.get(node.name) : undefined;
  if (shape === undefined) return undefined;
  if (shape.kind === "alias") return membersOf(shape.type, shapes, depth + 1);
  const bases = shape.kind === "interface" ? all(shape.extends) : [];
  return new Map([...bases, ...shape.properties.map(({ name, type }): [string, TypeNode] => [name, type])]);
}

/** Whether one has a plain number where the other has an integer of 64 bits: values do not show which of them they are. */
export function areMixed(one: TypeNode, other: TypeNode, shapes: Shapes, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  return kindsOf(one, shapes).some((a) =>
    kindsOf(other, shapes).some((b) => {
      if (isNumber(a) && isNumber(b)) return (a.kind === "int64") !== (b.kind === "int64");
      if (a.kind === "array" && b.kind === "array") return areMixed(a.items, b.items, shapes, depth + 1);
      const members = membersOf(a, shapes);
      return [...(membersOf(b, shapes) ?? [])].some(([name, type]) => {
        const same = members?.get(name);
        return same !== undefined && areMixed(same, type, shapes, depth + 1);
      });
    }),
  );
}

function isNumber(node: TypeNode): boolean {
  if (node.kind === "literal") return typeof node.value === "number";
  return (
    node.kind === "int64" || ((node.kind === "primitive" || node.kind === "other") && node.name === "number")
  );
}

/** The member whose values say which of several objects one is, with these values. */
export function discriminatorOf(
  objects: readonly TypeNode[],
  shapes: Shapes,
): { readonly member: string; readonly values: readonly (readonly string[])[] } | undefined {
  const [first] = objects;
  for (const member of first === undefined ? [] : (membersOf(first, shapes)?.keys() ?? [])) {
    const values = objects.map((one) => literalsOf(membersOf(one, shapes)?.get(member), shapes));
    const all = values.flat();
    if (values.every(({ length }) => length > 0) && new Set(all).size === all.length)
      return { member, values };
  }
  return undefined;
}

function literalsOf(node: TypeNode | undefined, shapes: Shapes): readonly string[] {
  const kinds = node === undefined ? [] : kindsOf(node, shapes);
  const values = kinds.flatMap((kind) => (kind.kind === "literal" ? [String(kind.value)] : []));
  return values.length < kinds.length ? [] : values;
}
