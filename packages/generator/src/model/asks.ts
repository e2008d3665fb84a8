import type { Body } from "./body.ts";
import { nullType, unionOf } from "./nodes.ts";
import type { ExampleModel } from "./operation-model.ts";
import type { Nested, ParameterModel } from "./parameters-model.ts";
import type { Route } from "./routes.ts";
import type { PropertyModel } from "./type-nodes.ts";

/** A switch of the body or the query that decides whether a stream is answered, and the value that it has in a method. */
export interface Asks {
  readonly name: string;
  /** The method that reads a stream sets it; the one that reads a single answer admits everything else. */
  readonly value: boolean;
}

/** Only where the switch stands among the params: inside what is nested the caller sets it. */
export function asksOf(
  { asks, variant }: Route,
  parameters: readonly ParameterModel[],
  body: Body | undefined,
  nested: Nested,
): Asks | undefined {
  if (asks === undefined || variant?.place === "request") return undefined;
  const inBody = body?.fields?.properties.has(asks) === true;
  const inQuery = parameters.some((one) => one.in === "query" && one.wire === asks && one.arg === asks);
  const isNested = inBody ? nested.body !== undefined : !inQuery || nested.query !== undefined;
  if (isNested) return undefined;
  return { name: asks, value: variant !== undefined };
}

/** What is set is not asked for; what would ask for the wrong answer cannot be said. */
export function askedParams(
  params: readonly PropertyModel[],
  asks: Asks | undefined,
): readonly PropertyModel[] {
  if (asks === undefined) return params;
  if (asks.value) return params.filter(({ name }) => name !== asks.name);
  return params.map((one) => {
    if (one.name !== asks.name) return one;
    const isNullable = one.type.kind === "union" && one.type.members.includes(nullType);
    const never = { kind: "literal", value: false } as const;
    return { ...one, type: unionOf(isNullable ? [never, nullType] : [never]) };
  });
}

export function askedExample(example: ExampleModel, asks: Asks | undefined): ExampleModel {
  if (asks === undefined || example.params === undefined || !(asks.name in example.params)) return example;
  const { [asks.name]: _, ...rest } = example.params;
  return { ...example, params: Object.keys(rest).length === 0 ? undefined : rest };
}
