import { referencesOf, shapeKey } from "./nodes.ts";
import type { DatesModel } from "./places/dates-model.ts";
import { below, type Place, together } from "./places/place.ts";
import { type Finder, requestPlace } from "./places/request-place.ts";
import type { Shape, TypeNode } from "./type-nodes.ts";
import type { Model } from "./types.ts";

/** A `Date` goes out with its time, unless the place says that the day alone is wanted. */
export function datesOf({
  operations,
  declarations,
}: Pick<Model, "operations" | "declarations">): DatesModel | undefined {
  const shapes = new Map(declarations.map(({ name, shape }) => [name, shape]));
  const { types, ...finder } = createFinder(shapes);
  const found = operations.flatMap((operation): [string, Place][] => {
    const place = requestPlace(operation, shapes, finder);
    return place === undefined ? [] : [[operation.id, place]];
  });
  return found.length === 0 ? undefined : { types, operations: new Map(found) };
}

function createFinder(
  shapes: ReadonlyMap<string, Shape>,
): Finder & { readonly types: Readonly<Record<string, Place>> } {
  const types: Record<string, Place> = {};
  const days = holding(shapes, "Day");
  const times = holding(shapes, "Date");

  const of = (node: TypeNode): Place | undefined => {
    switch (node.kind) {
      case "external":
        return node.name === "Day" ? true : undefined;
      case "array":
      case "iterable":
        return below("*", of(node.items));
      case "tuple":
        return members(
          node.items.map((type, index) => ({ name: String(index), type })),
          node.rest,
        );
      case "object":
        return members(node.properties, node.index);
      case "intersection":
        return together(node.members.map(of));
      case "union":
        return isMixed(node.members) ? undefined : together(node.members.map(of));
      case "reference":
        return ofReference(node.name);
      default:
        return undefined;
    }
  };

  const members = (properties: Parameters<Finder["members"]>[0], index?: TypeNode): Place | undefined => {
    const found = properties.flatMap(({ name, type }): [string, Place][] => {
      const place = of(type);
      return place === undefined ? [] : [[name, place]];
    });
    const rest = index && of(index);
    const all = rest === undefined ? found : [...found, ["*", rest] as const];
    return all.length === 0 ? undefined : Object.fromEntries(all);
  };

  const ofReference = (name: string): Place | undefined => {
    const shape = shapes.get(name);
    if (shape === undefined || !days.has(name)) return undefined;
    if (!Object.hasOwn(types, name)) {
      // Until it is known: a type may hold itself.
      types[name] = [];
      types[name] = ofShape(shape) ?? [];
    }
    return name;
  };

  const ofShape = (shape: Shape): Place | undefined => {
    if (shape.kind === "alias") return of(shape.type);
    const bases = shape.kind === "interface" ? shape.extends.map(of) : [];
    const index = shape.kind === "interface" ? shape.index : undefined;
    return together([...bases, members(shape.properties, index)]);
  };

  /** One of several objects, of which one has a time where another has a day alone: no time may get lost. */
  const isMixed = (all: readonly TypeNode[]): boolean =>
    all.filter((one) => one.kind !== "external").some((one) => holds(one, "Date", times)) &&
    all.some((one) => one.kind !== "external" && holds(one, "Day", days));

  return { types, of, members };
}

function holds(node: TypeNode, name: "Date" | "Day", types: ReadonlySet<string>): boolean {
  return isNamed(node, name) || referencesOf(node).some((one) => types.has(one));
}

function isNamed(node: TypeNode | Shape, name: "Date" | "Day"): boolean {
  return shapeKey(node).includes(`{"kind":"external","name":"${name}"}`);
}

/** Names of types that hold such a value, by way of others too. */
function holding(shapes: ReadonlyMap<string, Shape>, name: "Date" | "Day"): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const found = new Set<string>();
  for (const [type, shape] of shapes) {
    if (isNamed(shape, name)) found.add(type);
    for (const used of referencesOf(shape)) {
      const own = users.get(used) ?? [];
      own.push(type);
      users.set(used, own);
    }
  }
  for (const type of found) for (const user of users.get(type) ?? []) found.add(user);
  return found;
}
