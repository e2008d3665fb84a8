import type { OperationModel } from "../operation-model.ts";
import type { PropertyModel, Shape, TypeNode } from "../type-nodes.ts";
import { below, type Place, together } from "./place.ts";

/** Finds the places of what callers give. */
export interface Finder {
  of(node: TypeNode): Place | undefined;
  members(properties: readonly Pick<PropertyModel, "name" | "type">[]): Place | undefined;
}

/** The places of a request, by where its values travel: `path`, `query`, `header`, `cookie` and `body`. */
export function requestPlace(
  { parameters, params, nested, body }: OperationModel,
  shapes: ReadonlyMap<string, Shape>,
  { of, members }: Finder,
): Place | undefined {
  const groups = (["path", "query", "header", "cookie"] as const).map((group) => {
    const own = parameters.filter((one) => one.in === group);
    return below(group, members(own.map(({ wire: name, type }) => ({ name, type }))));
  });
  const shape = params && shapes.get(params.name);
  const fields = shape?.kind === "interface" ? shape.properties : [];
  const bodyField = nested.body ?? (body?.placement === "body" ? "body" : undefined);
  const held =
    bodyField === undefined
      ? members(fields.filter(({ name }) => body?.fields.includes(name)))
      : together(fields.filter(({ name }) => name === bodyField).map(({ type }) => of(type)));
  const found = [...groups, below("body", held)].filter((one) => one !== undefined);
  return found.length === 0 ? undefined : (Object.assign({}, ...found) as Place);
}
