import type { Body } from "./body.ts";
import type { Context } from "./context.ts";
import { noDocs } from "./docs.ts";
import type { Nested, ParameterModel } from "./parameters-model.ts";
import { isJson } from "./routes.ts";
import type { FormAim } from "./schemas/converter.ts";
import type { PropertyModel } from "./type-nodes.ts";

/** Everything that the caller gives by name: path parameters (when several), query, header, body. */
export function paramsOf(
  context: Context,
  parameters: readonly ParameterModel[],
  body: Body | undefined,
  nested: Nested,
  owner: string,
): PropertyModel[] {
  const places = (...names: readonly ParameterModel["in"][]): PropertyModel[] =>
    parameters.filter((one) => names.includes(one.in)).map(asProperty);
  const path = places("path");
  return [
    ...(path.length > 1 ? path : []),
    ...group(places("query"), nested.query),
    ...group(
      bodyProperties(context, body, owner, nested.body !== undefined && body?.fields !== undefined),
      undefined,
      nested.body,
    ),
    ...group(places("header"), nested.header),
    ...places("cookie"),
  ];
}

function asProperty(parameter: ParameterModel): PropertyModel {
  return {
    name: parameter.arg,
    optional: !parameter.required,
    type: parameter.type,
    docs: parameter.docs,
  };
}

/** Properties as they are, or as one that holds them. */
function group(
  properties: readonly PropertyModel[],
  home: string | undefined,
  rename?: string,
): readonly PropertyModel[] {
  if (rename !== undefined) return properties.map((one) => ({ ...one, name: rename }));
  if (home === undefined || properties.length === 0) return properties;
  const optional = properties.every((one) => one.optional);
  return [
    {
      name: home,
      optional,
      type: { kind: "object", properties, index: undefined },
      docs: noDocs,
    },
  ];
}

function bodyProperties(
  context: Context,
  body: Body | undefined,
  owner: string,
  isNested: boolean,
): PropertyModel[] {
  if (body === undefined) return [];
  if (body.fields !== undefined && !isNested) {
    return [...body.fields.properties]
      .map(([name, one]) => context.types.property(name, one, "input", owner, formOf(body, name)))
      .filter((one) => one !== undefined);
  }
  return [
    {
      name: "body",
      optional: !body.model.required,
      type: bodyType(context, body, owner),
      docs: { ...noDocs, text: body.description },
    },
  ];
}

function bodyType(context: Context, body: Body, owner: string): PropertyModel["type"] {
  if (body.model.encoding === "binary") return { kind: "external", name: "Uploadable" };
  if (body.model.encoding === "text") return { kind: "primitive", name: "string" };
  if (body.schema === undefined) return { kind: "primitive", name: "unknown" };
  return context.types.of(body.schema, "input", `${owner}Body`, formOf(body));
}

/** Where a body has a place for files; a part that is JSON has none. */
export function formOf({ model }: Body, name?: string): FormAim | undefined {
  const isJsonPart = model.parts.some((part) => part.name === name && isJson(part.contentType ?? ""));
  const isForm = model.encoding === "multipart" || model.formIfFiles;
  return isForm && !isJsonPart ? { at: "fields", orText: model.formIfFiles } : undefined;
}
