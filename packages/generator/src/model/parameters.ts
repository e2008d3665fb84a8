import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  readExtension,
  stringField,
} from "@trunkline/document";
import { isReservedBinding } from "../names/identifier.ts";
import { createScope } from "../names/scope.ts";
import { camelCase, pascalCase } from "../names/words.ts";
import type { Context } from "./context.ts";
import { docsOf } from "./docs.ts";
import { type At, entriesBelow, objectBelow, resolve, resolveObject } from "./document.ts";
import { flatten } from "./fields.ts";
import { listsOf, mayBeList } from "./lists.ts";
import type { ParameterModel } from "./parameters-model.ts";
import { type Route, templateNames } from "./routes.ts";

/** Parameters as the caller gives them: by place, path parameters in the template's order. */
export function parametersOf(
  context: Context,
  route: Route,
  owner: string,
  idempotencyHeader: string | undefined,
): { readonly parameters: readonly ParameterModel[]; readonly isKeyed: boolean } {
  const isKey = (at: At<JsonObject>): boolean =>
    stringField(at.value, "in") === "header" &&
    idempotencyHeader !== undefined &&
    stringField(at.value, "name")?.toLowerCase() === idempotencyHeader.toLowerCase();
  const inPath = templateNames(route.sent);
  const models = route.parameters
    .filter((at) => !isKey(at))
    .map((at) => parameterOf(context, at, owner))
    .filter((parameter) => parameter.in !== "path" || inPath.includes(parameter.wire));
  const missing = inPath.filter((name) => !models.some((one) => one.in === "path" && one.wire === name));
  const path = [...models.filter((one) => one.in === "path"), ...missing.map(undeclared)].sort(
    (a, b) => inPath.indexOf(a.wire) - inPath.indexOf(b.wire),
  );
  const byPlace = (place: ParameterModel["in"]): ParameterModel[] => models.filter((one) => one.in === place);
  return {
    parameters: [...nameArguments(path), ...byPlace("query"), ...byPlace("header"), ...byPlace("cookie")],
    isKeyed: route.parameters.some(isKey),
  };
}

/** The only path parameter is an argument, so its name must be an identifier; several are keys of `params`. */
function nameArguments(path: readonly ParameterModel[]): ParameterModel[] {
  // The runtime finds several by the names of the template.
  if (path.length !== 1) return path.map((one) => ({ ...one, arg: one.wire }));
  const scope = createScope((name) => isReservedBinding(name) || name === "params" || name === "options");
  return path.map((one) => {
    const name = camelCase(one.arg) || "id";
    return { ...one, arg: scope.claim([name, `${name}Value`]) };
  });
}

function undeclared(name: string): ParameterModel {
  return {
    in: "path",
    wire: name,
    arg: name,
    required: true,
    style: "simple",
    explode: false,
    allowReserved: false,
    content: undefined,
    isObject: false,
    isList: false,
    lists: undefined,
    type: { kind: "primitive", name: "string" },
    docs: docsOf({}),
  };
}

const defaultStyles = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

function parameterOf(context: Context, at: At<JsonObject>, owner: string): ParameterModel {
  const { value } = at;
  const place = stringField(value, "in") as ParameterModel["in"];
  const wire = stringField(value, "name") ?? "";
  const [content] = entriesBelow(at, "content");
  const schema = content === undefined ? objectBelow(at, "schema") : objectBelow(content[1], "schema");
  const style = stringField(value, "style") ?? defaultStyles[place];
  const explode = field(value, "explode");
  const alias = readExtension("parameter", value).name;
  if (alias !== undefined && place !== "path") {
    context.report(
      "warning",
      "name-not-used",
      `"${alias}" is not used: only a path parameter can be renamed`,
      at,
    );
  }
  const target = schema === undefined ? undefined : resolve(context.document, schema).value;
  return {
    in: place,
    wire,
    arg: place === "path" ? (alias ?? wire) : wire,
    required: field(value, "required") === true,
    style,
    explode: typeof explode === "boolean" ? explode : style === "form",
    allowReserved: field(value, "allowReserved") === true,
    content: content?.[0],
    isObject: schema !== undefined && flatten(context.document, schema) !== undefined,
    isList: schema !== undefined && mayBeList(context.document, schema),
    lists:
      style === "deepObject" && content === undefined
        ? listsOf(context, schema, at, `The parameter "${wire}"`, at)
        : undefined,
    type:
      schema === undefined
        ? { kind: "primitive", name: "unknown" }
        : context.types.of(schema, "input", owner + pascalCase(wire)),
    docs: docsOf(isObject(target) ? target : {}, withExample(context, at)),
  };
}

/** `examples` of a parameter are named objects; the first one's value is as good as `example`. */
function withExample(context: Context, at: At<JsonObject>): JsonObject {
  if (field(at.value, "example") !== undefined) return at.value;
  const first = entriesBelow(at, "examples")[0];
  const value: JsonValue | undefined =
    first && field(resolveObject(context.document, first[1])?.value, "value");
  return value === undefined ? at.value : { ...at.value, example: value };
}
