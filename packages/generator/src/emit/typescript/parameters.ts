import type { JsonObject } from "@trunkline/document";
import type { ParameterModel } from "../../model/parameters-model.ts";
import { type Code, code, join, literal, propertyKey, stringLiteral } from "../text.ts";
import { call } from "./data.ts";
import type { File } from "./file.ts";

/** How the parameters of a path are written, where they are not plain. */
export function pathStyles(parameters: readonly ParameterModel[], file: File): Code | undefined {
  const styled = parameters.filter((one) => one.style !== "simple" || one.explode || one.isObject);
  if (styled.length === 0) return undefined;
  const fields = styled.map((one) => {
    const style = one.explode ? styleOf(one, "simple", false) : { style: one.style };
    return code`${propertyKey(one.wire)}: ${call(file.runtime("pathParameter"), style)}`;
  });
  return code`{ ${join(fields, code`, `)} }`;
}

function styleOf(parameter: ParameterModel, style: string, explode: boolean): JsonObject {
  return {
    ...(parameter.style === style ? {} : { style: parameter.style }),
    ...(parameter.explode === explode ? {} : { explode: parameter.explode }),
  };
}

/** A parameter of the query: its name, or its name with its style. */
export function queryParameter(parameter: ParameterModel, file: File): Code {
  const { style, lists } = parameter;
  const special: JsonObject =
    parameter.content === undefined
      ? {
          // Of a deep object it says nothing.
          ...styleOf(parameter, "form", style === "deepObject" ? parameter.explode : style === "form"),
          ...(parameter.allowReserved ? { allowReserved: true } : {}),
          ...requiredParts(parameter),
          ...(lists === undefined ? {} : { lists }),
        }
      : { content: "application/json" };
  return Object.keys(special).length === 0
    ? stringLiteral(parameter.wire)
    : call(file.runtime("queryParameter"), { name: parameter.wire, ...special });
}

function headerParameter(parameter: ParameterModel): Code {
  const special: JsonObject =
    parameter.content === undefined
      ? { ...(parameter.explode ? { explode: true } : {}), ...requiredParts(parameter) }
      : { content: "application/json" };
  return named(parameter, special);
}

function cookieParameter(parameter: ParameterModel): Code {
  const { isList, isObject, explode } = parameter;
  const special = { ...(explode && (isList || isObject) ? { explode } : {}), ...requiredParts(parameter) };
  return named(parameter, special);
}

function named({ wire }: ParameterModel, special: JsonObject): Code {
  return Object.keys(special).length === 0 ? stringLiteral(wire) : literal({ name: wire, ...special });
}

/** Of what is required an empty list is refused, which would write nothing. */
function requiredParts({ required, isList, isObject }: ParameterModel): JsonObject {
  return required && (isList || isObject) ? { required } : {};
}

/** Parameters that travel in header fields; `undefined` where there are none. */
export function headerGroup(parameters: readonly ParameterModel[], file: File): Code | undefined {
  return group(file.runtime, "headerParameters", parameters.map(headerParameter));
}

/** The same of cookies. */
export function cookieGroup(parameters: readonly ParameterModel[], file: File): Code | undefined {
  return group(file.runtime, "cookieParameters", parameters.map(cookieParameter));
}

function group(
  runtime: File["runtime"],
  make: "headerParameters" | "cookieParameters",
  items: readonly Code[],
): Code | undefined {
  return items.length === 0 ? undefined : code`${runtime(make)}(${join(items, code`, `)})`;
}
