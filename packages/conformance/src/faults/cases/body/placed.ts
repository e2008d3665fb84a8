import { isObject, type JsonObject, listOf, objectOf, textOf } from "@trunkline/document";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";

type Parameter = Probe["operation"]["parameters"][number];

/** A parameter of an operation, with two values that it takes as a list. */
export interface Listed {
  readonly probe: Probe;
  readonly parameter: Parameter;
  readonly values: readonly [unknown, unknown];
}

/** Parameters in a place that take lists, of operations that can be called. */
export function listParameters(
  target: Target,
  place: Parameter["in"],
  wanted: (parameter: Parameter) => boolean = () => true,
): readonly Listed[] {
  const { document } = target.pack;
  return target.probes.flatMap((probe) =>
    probe.schemes.length === 0
      ? []
      : probe.operation.parameters.flatMap((parameter): Listed[] => {
          if (parameter.in !== place || parameter.content !== undefined || !wanted(parameter)) return [];
          const schema = objectOf(document.resolve(parameter.schema));
          if (textOf(schema.type) !== "array" && !listOf(schema.type).includes("array")) return [];
          const values = twoOf(objectOf(document.resolve(schema.items)), parameter.example);
          return values === undefined ? [] : [{ probe, parameter, values }];
        }),
  );
}

/** Two elements that the schema admits, as far as can be told at a glance. */
function twoOf(items: JsonObject, example: unknown): readonly [unknown, unknown] | undefined {
  const [first, second] = Array.isArray(example) ? example : [];
  // Lists within a list have no style.
  if ([first, second].some((one) => typeof one === "object")) return undefined;
  if (first !== undefined && second !== undefined) return [first, second];
  const [one, other] = listOf(items.enum);
  if (one !== undefined && other !== undefined) return [one, other];
  if (items.type === "integer" || items.type === "number") return [1, 2];
  const isPlain = items.type === "string" && !isObject(items.pattern) && items.format === undefined;
  return isPlain && items.pattern === undefined ? ["aa", "bb"] : undefined;
}

/** Params with a value for one parameter, where the client takes it. */
export function placed(
  probe: Probe,
  { in: place, name, extension }: Parameter,
  value: unknown,
): Readonly<Record<string, unknown>> {
  const given = { [extension.name ?? name]: value };
  const group = probe.names.nested[place];
  return group === undefined ? given : { [group]: given };
}
