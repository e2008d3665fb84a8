import { isObject, type JsonObject, type JsonValue, listOf, objectOf } from "@trunkline/document";
import type { Position, PositionTable } from "../positions.ts";
import { Writing } from "../writing.ts";

type Tokens = readonly (string | number)[];

/**
 * A converted document as plain data, with the place in the sources of everything in it: where it stood before.
 *
 * @param before as the converter got it
 */
export function placed(
  converted: JsonObject,
  before: JsonObject,
  positions: PositionTable,
  start: Position,
): JsonObject {
  const placeOf = (tokens: Tokens): Position => positions.find(before, originOf(tokens, before), start);
  const write = (value: JsonValue, tokens: Tokens): JsonValue => {
    if (Array.isArray(value)) {
      const list = value.map((item, index) => write(item, [...tokens, index]));
      positions.set(
        list,
        placeOf(tokens),
        list.map((_, index) => placeOf([...tokens, index])),
      );
      return list;
    }
    if (!isObject(value)) return value;
    const out = new Writing(positions, placeOf(tokens));
    for (const [key, child] of Object.entries(value)) {
      if (child !== undefined) out.set(key, write(child, [...tokens, key]), placeOf([...tokens, key]));
    }
    return out.done();
  };
  return write(converted, []) as JsonObject;
}

/** Where in a Swagger document stood what a place of the converted one says. */
function originOf(tokens: Tokens, before: JsonObject): Tokens {
  const [first, second, third, ...rest] = tokens;
  if (first === "openapi") return ["swagger"];
  if (first === "servers") return [before.host === undefined ? "basePath" : "host"];
  if (first === "paths") return ["paths", ...pathOrigin(tokens.slice(1), objectOf(before.paths))];
  if (first !== "components") return tokens;
  if (second === "schemas") return third === undefined ? ["definitions"] : ["definitions", third, ...rest];
  if (second === "securitySchemes")
    return third === undefined ? ["securityDefinitions"] : ["securityDefinitions", third, ...rest];
  if (second === "responses")
    return third === undefined ? ["responses"] : ["responses", third, ...responseOrigin(rest)];
  return [];
}

function pathOrigin([path, method, ...tokens]: Tokens, paths: JsonObject): Tokens {
  if (path === undefined || method === undefined) return path === undefined ? [] : [path];
  const item = objectOf(paths[path]);
  if (method === "parameters")
    return [path, "parameters", ...parameterOrigin(tokens, listOf(item.parameters))];
  const [key, ...rest] = tokens;
  const operation = objectOf(item[method]);
  const parameters = listOf(operation.parameters);
  const from = [path, method];
  if (key === "parameters") return [...from, key, ...parameterOrigin(rest, parameters)];
  if (key === "requestBody") return [...from, "parameters", ...bodyOrigin(rest, parameters)];
  if (key === "responses") {
    const [status, ...inside] = rest;
    return status === undefined ? [...from, key] : [...from, key, status, ...responseOrigin(inside)];
  }
  return key === undefined ? from : [...from, key, ...rest];
}

/** Bodies are not parameters any more: the others are counted without them. */
function parameterOrigin([index, ...rest]: Tokens, parameters: readonly JsonValue[]): Tokens {
  if (index === undefined) return [];
  const [at] = placesIn(parameters, (place) => place !== "body" && place !== "formData").slice(Number(index));
  return [at ?? 0, ...(rest[0] === "schema" ? rest.slice(1) : rest)];
}

function bodyOrigin([, , ...tokens]: Tokens, parameters: readonly JsonValue[]): Tokens {
  const [body] = placesIn(parameters, (place) => place === "body");
  if (body !== undefined) return [body, ...tokens];
  const fields = placesIn(parameters, (place) => place === "formData");
  const [, members, name, ...rest] = tokens;
  const isField = members === "properties" && name !== undefined;
  const field = isField ? fields.find((at) => objectOf(parameters[at]).name === name) : undefined;
  return field === undefined ? fields.slice(0, 1) : [field, ...rest];
}

function responseOrigin(tokens: Tokens): Tokens {
  const [first, second, third, ...rest] = tokens;
  if (first === "headers" && second !== undefined)
    return [first, second, ...(third === "schema" ? rest : tokens.slice(2))];
  if (first !== "content") return tokens;
  if (third === "schema") return ["schema", ...rest];
  return second === undefined || third === undefined ? ["schema"] : ["examples", second, ...rest];
}

function placesIn(
  parameters: readonly JsonValue[],
  isWanted: (place: JsonValue | undefined) => boolean,
): readonly number[] {
  return parameters.flatMap((parameter, index) => (isWanted(objectOf(parameter).in) ? [index] : []));
}
