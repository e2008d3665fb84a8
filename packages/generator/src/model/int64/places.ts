import { referencesOf, shapeKey } from "../nodes.ts";
import { below, type Place, together } from "../places/place.ts";
import type { PropertyModel, Shape, TypeNode } from "../type-nodes.ts";
import { areMixed, discriminatorOf, kindsOf, membersOf, type Shapes } from "./members.ts";
import type { Int64Model } from "./types.ts";

/** Finds the places of values, by their types. */
export interface Places extends Pick<Int64Model, "types" | "unions"> {
  /** @param mixed is told of a union whose values do not show which of its types they are */
  of(node: TypeNode, mixed: () => void): Place | undefined;
  members(
    properties: readonly Pick<PropertyModel, "name" | "type">[],
    index: TypeNode | undefined,
    mixed: () => void,
  ): Place | undefined;
}

/** @param shapes all declared types */
export function createPlaces(shapes: Shapes, as: Int64Model["as"]): Places {
  const types: Record<string, Place> = {};
  const unions: Record<string, Int64Model["unions"][string]> = {};
  const holding = holdingInt64(shapes);

  const of: Places["of"] = (node, mixed) => {
    const inner = (one: TypeNode): Place | undefined => of(one, mixed);
    switch (node.kind) {
      case "int64":
        return true;
      case "array":
        return below("*", inner(node.items));
      case "iterable":
        return inner(node.items);
      case "tuple":
        return members(
          node.items.map((type, index) => ({ name: String(index), type })),
          node.rest,
          mixed,
        );
      case "object":
        return members(node.properties, node.index, mixed);
      case "intersection":
        return together(node.members.map(inner));
      case "union":
        return ofUnion(node.members, mixed);
      case "reference":
        return ofReference(node.name, mixed);
      default:
        return undefined;
    }
  };

  const members: Places["members"] = (properties, index, mixed) => {
    const found = properties.flatMap(({ name, type }): [string, Place][] => {
      const place = of(type, mixed);
      return place === undefined ? [] : [[name, place]];
    });
    const rest = index && of(index, mixed);
    const all = rest === undefined ? found : [...found, ["*", rest] as const];
    return all.length === 0 ? undefined : Object.fromEntries(all);
  };

  const ofReference = (name: string, mixed: () => void): Place | undefined => {
    const shape = shapes.get(name);
    if (shape === undefined || !holding.has(name)) return undefined;
    if (shape.kind === "alias" && shape.type.kind === "int64") return true;
    if (!Object.hasOwn(types, name)) {
      // Until it is known: a type may hold itself.
      types[name] = [];
      types[name] = ofShape(shape, mixed) ?? [];
    }
    return name;
  };

  const ofShape = (shape: Shape, mixed: () => void): Place | undefined => {
    if (shape.kind === "alias") return of(shape.type, mixed);
    const bases = shape.kind === "interface" ? shape.extends.map((base) => of(base, mixed)) : [];
    const index = shape.kind === "interface" ? shape.index : undefined;
    return together([...bases, members(shape.properties, index, mixed)]);
  };

  const ofUnion = (all: readonly TypeNode[], mixed: () => void): Place | undefined => {
    const every = all.flatMap((one) => kindsOf(one, shapes));
    // A text of digits that may be a text is sent as one.
    const kinds = as === "string" && every.some(isText) ? every.filter((one) => !isGiven(one)) : every;
    const objects = kinds.filter((one) => membersOf(one, shapes) !== undefined);
    const isMixed = objects.some((one, index) =>
      objects.slice(index + 1).some((other) => areMixed(one, other, shapes)),
    );
    if (!isMixed) return together(kinds.map((one) => of(one, mixed)));
    const found = discriminatorOf(objects, shapes);
    if (found === undefined) mixed();
    const others = found === undefined ? kinds : kinds.filter((one) => !objects.includes(one));
    return together([found && union(found, objects, mixed), ...others.map((one) => of(one, mixed))]);
  };

  const union = (
    { member, values }: NonNullable<ReturnType<typeof discriminatorOf>>,
    objects: readonly TypeNode[],
    mixed: () => void,
  ): string => {
    const places = objects.flatMap((one, index): [string, Place][] => {
      const place = of(one, mixed);
      return place === undefined ? [] : (values[index] ?? []).map((value) => [value, place]);
    });
    const made = [member, Object.fromEntries(places)] as const;
    const same = Object.keys(unions).find((key) => JSON.stringify(unions[key]) === JSON.stringify(made));
    // No type has a name of this kind.
    const name = same ?? `${member}?${Object.keys(unions).length + 1}`;
    unions[name] = made;
    return name;
  };

  return { types, unions, of, members };
}

function isText(node: TypeNode): boolean {
  if (node.kind === "literal") return typeof node.value === "string";
  return (node.kind === "primitive" || node.kind === "other") && node.name === "string";
}

/** An integer that callers give, in any of several types. */
function isGiven(node: TypeNode): boolean {
  return node.kind === "int64" && node.names.length > 1;
}

/** Names of types that hold such integers, by way of others too. */
function holdingInt64(shapes: Shapes): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const found = new Set<string>();
  for (const [name, shape] of shapes) {
    if (shapeKey(shape).includes('"kind":"int64"')) found.add(name);
    for (const used of referencesOf(shape)) users.set(used, [...(users.get(used) ?? []), name]);
  }
  for (const name of found) for (const user of users.get(name) ?? []) found.add(user);
  return found;
}
