import type { PageModel } from "../answer-model.ts";
import type { Context } from "../context.ts";
import { stepsOf } from "../document.ts";
import type { OperationModel } from "../operation-model.ts";
import { below, type Place, together } from "../places/place.ts";
import { requestPlace } from "../places/request-place.ts";
import type { Model } from "../types.ts";
import { createPlaces, type Places } from "./places.ts";
import type { Int64Model, OperationPlaces } from "./types.ts";

/** Where operations have integers of 64 bits, when the document says that they are exact. */
export function int64Of(
  { settings, report }: Pick<Context, "settings" | "report">,
  { operations, declarations }: Pick<Model, "operations" | "declarations">,
): Int64Model | undefined {
  const { int64: as = "number" } = settings;
  if (as === "number") return undefined;
  const shapes = new Map(declarations.map(({ name, shape }) => [name, shape]));
  const places = createPlaces(shapes, as);
  const found = operations.flatMap((operation): [string, OperationPlaces][] => {
    // Of what callers give, only digits are looked at.
    const asGiven = (): void => {};
    const mixed = (): void => {
      const message = `${operation.id} holds one of several types, in one of which a field is an integer of 64 bits and in another one a number; no field says which of them a value is, so that all of them are ${as}`;
      const hint = "Give the types a discriminator, or the fields the same format.";
      report("warning", "int64-mixed", message, operation, hint);
    };
    const request = requestPlace(operation, shapes, {
      of: (node) => places.of(node, asGiven),
      members: (properties) => places.members(properties, undefined, asGiven),
    });
    const answer = answerPlace(operation, shapes, places, mixed);
    const bodies = operation.errors.flatMap(({ body }) => body ?? []);
    const error = places.of({ kind: "union", members: bodies }, mixed);
    return request === undefined && answer === undefined && error === undefined
      ? []
      : [[operation.id, { request, answer, error }]];
  });
  const { types, unions } = places;
  return found.length === 0 ? undefined : { as, types, unions, operations: new Map(found) };
}

type Shapes = Parameters<typeof createPlaces>[0];

function answerPlace(
  { result, page }: OperationModel,
  shapes: Shapes,
  places: Places,
  mixed: () => void,
): Place | undefined {
  if (page === undefined) return places.of(result.type, mixed);
  const shape = shapes.get(page.name);
  const properties = shape?.kind === "page" ? shape.properties : [];
  // The list itself is the answer, which its page has under a name.
  const isList = page.styles[0]?.items === "";
  const [list] = properties;
  const own = isList && list ? places.of(list.type, mixed) : places.members(properties, undefined, mixed);
  return together([own, ...itemPlaces(page, own, places, mixed)]);
}

/** Items of lists that are not properties of the page, because its own members have their names. */
function itemPlaces(
  { styles, item }: PageModel,
  own: Place | undefined,
  places: Places,
  mixed: () => void,
): readonly (Place | undefined)[] {
  const place = below("*", places.of(item, mixed));
  return styles.flatMap(({ items }) => {
    const steps = stepsOf(items).map(String);
    const [first] = steps;
    if (first === undefined || (typeof own === "object" && Object.hasOwn(own, first))) return [];
    return [steps.reduceRight((inner, step) => below(step, inner), place)];
  });
}
