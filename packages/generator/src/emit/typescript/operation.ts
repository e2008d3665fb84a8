import { type JsonObject, unreachable } from "@trunkline/document";
import type { PageStyleModel, ResultModel } from "../../model/answer-model.ts";
import { printPointer } from "../../model/document.ts";
import { tellingParameters } from "../../model/media-meaning.ts";
import type { OperationModel } from "../../model/operation-model.ts";
import { pageKey, positionName } from "../../model/page-key.ts";
import type { BodyModel, ParameterModel, PartModel } from "../../model/parameters-model.ts";
import { requestPlace } from "../../model/request-place.ts";
import { bareMediaType, isJson } from "../../model/routes.ts";
import { type Code, code, join, literal, nothing, propertyKey, stringLiteral } from "../text.ts";
import { DATES } from "./dates-file.ts";
import { addressOf } from "./definition.ts";
import { type File, specifier } from "./file.ts";
import { INT64 } from "./int64-file.ts";

/** One operation as the runtime wants it: only what differs from the runtime's defaults. */
export function descriptorOf(operation: OperationModel, file: File, shared: SharedPages): Code {
  const by = (place: ParameterModel["in"]): ParameterModel[] =>
    operation.parameters.filter((one) => one.in === place);
  const { nested, body, result } = operation;
  const entries: (readonly [string, Code | undefined])[] = [
    ["id", stringLiteral(operation.id)],
    ["method", stringLiteral(operation.httpMethod)],
    ["path", stringLiteral(operation.sent)],
    ["pathStyles", pathStyles(by("path"), file)],
    ["query", list(by("query").map((one) => queryParameter(one, file)))],
    ["header", group(file.runtime, "headerParameters", by("header").map(headerParameter))],
    ["cookie", group(file.runtime, "cookieParameters", by("cookie").map(cookieParameter))],
    ["nested", Object.keys(nested).length === 0 ? undefined : literal({ ...nested } as JsonObject)],
    ["body", body && bodyOf(body, file)],
    ["bodyRequired", body && isSentEmpty(operation, body) ? literal(true) : undefined],
    ["keyed", operation.keyed === false ? undefined : literal(operation.keyed)],
    ["security", operation.security && literal(operation.security.map((schemes) => [...schemes]))],
    ["retry", operation.retry && stringLiteral(operation.retry)],
    ["data", result.data === undefined ? undefined : literal(result.data && oneOrMany(result.data))],
    ["response", responseOf(result, file)],
    ["mayBeEmpty", result.mayBeEmpty && literal(true)],
    ["int64", int64Of(operation, file)],
    ["dates", datesOf(operation, file)],
    ["accept", result.accept === undefined ? undefined : stringLiteral(result.accept)],
    [
      "server",
      operation.server === undefined
        ? undefined
        : addressOf(operation.server, operation.serverTemplate, file),
    ],
    ["page", operation.page && (shared.get(pageKey(operation)) ?? pageOf(operation, file))],
  ];
  return objectOf(entries);
}

function int64Of({ id, resource }: OperationModel, file: File): Code | undefined {
  const places = file.model.int64?.operations.get(id);
  if (places === undefined) return undefined;
  const here = resource === "" ? "client" : "resources/any";
  const given = Object.entries(places).filter(([, place]) => place !== undefined);
  return code`${file.imports.value(specifier(here, "int64"), INT64)}(${literal(Object.fromEntries(given))})`;
}

function datesOf({ id, resource }: OperationModel, file: File): Code | undefined {
  const place = file.model.dates?.operations.get(id);
  if (place === undefined) return undefined;
  const here = resource === "" ? "client" : "resources/any";
  return code`${file.imports.value(specifier(here, "dates"), DATES)}(${literal(place)})`;
}

/** The only one of a list, or the list. */
export function oneOrMany(list: readonly string[]): string | string[] {
  const [first] = list;
  return first !== undefined && list.length === 1 ? first : [...list];
}

function responseOf({ kind, stream }: ResultModel, file: File): Code | undefined {
  if (stream === undefined) return kind === "json" ? undefined : stringLiteral(kind);
  const { reader, mediaType, data, rules } = stream;
  const said = { ...rules } as JsonObject;
  if (reader === "eventStream") return call(file.runtime(reader), data === "json" ? { data, ...said } : {});
  const more = Object.keys(said).length === 0 ? code`` : code`, ${literal(said)}`;
  return code`${file.runtime(reader)}(${stringLiteral(mediaType)}${more})`;
}

function objectOf(entries: readonly (readonly [string, Code | undefined])[]): Code {
  const fields = entries.flatMap(([key, value]) =>
    value === undefined ? [] : [code`${propertyKey(key)}: ${value}`],
  );
  return code`{ ${join(fields, code`, `)} }`;
}

function list(items: readonly Code[]): Code | undefined {
  return items.length === 0 ? undefined : code`[${join(items, code`, `)}]`;
}

function group(
  runtime: File["runtime"],
  make: "headerParameters" | "cookieParameters",
  items: readonly Code[],
): Code | undefined {
  return items.length === 0 ? undefined : code`${runtime(make)}(${join(items, code`, `)})`;
}

function pathStyles(parameters: readonly ParameterModel[], file: File): Code | undefined {
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

function queryParameter(parameter: ParameterModel, file: File): Code {
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

/** A required body whose fields are all optional is sent even when none is given. */
function isSentEmpty(operation: OperationModel, body: BodyModel): boolean {
  return body.placement === "fields" && body.required && !operation.isBodyFieldRequired;
}

function bodyOf(body: BodyModel, file: File): Code {
  const inBody = body.placement === "body" ? { in: "body" } : {};
  switch (body.encoding) {
    case "json": {
      if (body.formIfFiles) return call(file.runtime("jsonOrForm"), { ...inBody, ...partTypes(body) });
      const isPlain = bareMediaType(body.mediaType) === "application/json";
      if (isPlain && tellingParameters(body.mediaType) === "") return stringLiteral(body.placement);
      const more = body.placement === "body" ? code`, { in: "body" }` : nothing;
      return code`${file.runtime("jsonAs")}(${stringLiteral(body.mediaType)}${more})`;
    }
    case "multipart": {
      const required = body.parts.filter((part) => part.required).map(({ name }) => name);
      return call(file.runtime("multipart"), {
        ...inBody,
        ...partTypes(body),
        ...(body.files.length === 0 ? {} : { files: [...body.files] }),
        ...(required.length === 0 ? {} : { required }),
      });
    }
    case "form": {
      const fields = body.parts
        .filter((part) => isStyled(part) || part.required || isJsonField(part))
        .map(({ name, style, explode, required, lists, ...part }) =>
          call(file.runtime("queryParameter"), {
            name,
            ...(isJsonField({ style, explode, ...part }) ? { content: "application/json" } : {}),
            ...(style === undefined ? {} : { style }),
            ...(explode === undefined ? {} : { explode }),
            ...(required ? { required } : {}),
            ...(lists === undefined ? {} : { lists }),
          }),
        );
      const entries: (readonly [string, Code | undefined])[] = [
        ["in", body.placement === "body" ? stringLiteral("body") : undefined],
        ["fields", list(fields)],
      ];
      const options = entries.every(([, value]) => value === undefined) ? nothing : objectOf(entries);
      return code`${file.runtime("formUrlEncoded")}(${options})`;
    }
    case "binary":
      return code`${file.runtime("binary")}(${stringLiteral(body.mediaType)})`;
    case "text":
      return code`${file.runtime("textBody")}(${stringLiteral(body.mediaType)})`;
  }
}

function partTypes({ parts }: BodyModel): JsonObject {
  const typed = parts.filter((part) => part.contentType !== undefined);
  const types = Object.fromEntries(typed.map((part) => [part.name, part.contentType ?? ""]));
  return typed.length === 0 ? {} : { types };
}

function isStyled({ style, explode }: Pick<PartModel, "style" | "explode">): boolean {
  return style !== undefined || explode !== undefined;
}

/** A style takes the place of a field's media type (OpenAPI 3.1, "Encoding Object"). */
function isJsonField({
  contentType,
  ...part
}: Pick<PartModel, "contentType" | "style" | "explode">): boolean {
  return contentType !== undefined && isJson(contentType) && !isStyled(part);
}

function call(name: Code, options: JsonObject): Code {
  return code`${name}(${Object.keys(options).length === 0 ? nothing : literal(options)})`;
}

/** Key of a page style that several operations have -> name of the constant that holds it. */
export type SharedPages = ReadonlyMap<string, Code>;

export function pageOf(operation: OperationModel, file: File): Code {
  const made = (operation.page?.styles ?? []).map((style) => pageStyle(style, operation, file));
  return made.length === 1 ? code`${made}` : code`${file.runtime("firstOf")}(${join(made, code`, `)})`;
}

function pageStyle(style: PageStyleModel, operation: OperationModel, file: File): Code {
  const position = positionName(style);
  const field = position === undefined ? nothing : fieldAt(requestPlace(position, operation), file);
  const pointers = (answer: Readonly<Record<string, string | undefined>>) =>
    Object.entries(answer).map(
      ([key, pointer]) => [key, pointer === undefined ? undefined : stringLiteral(pointer)] as const,
    );
  const items = ["items", stringLiteral(style.items)] as const;
  switch (style.style) {
    case "cursor": {
      const { next, more, done } = style;
      const said = objectOf([items, ["cursor", field], ...pointers({ next, more, done })]);
      return code`${file.runtime("cursorPages")}(${said})`;
    }
    case "page": {
      const { first, more, done, total, pages, pageNumber, pageSize } = style;
      const said = objectOf([
        items,
        ["page", field],
        ["first", first === undefined ? undefined : literal(first)],
        ...pointers({ more, done, total, pages, pageNumber, pageSize }),
      ]);
      return code`${file.runtime("pageNumberPages")}(${said})`;
    }
    case "offset": {
      const { total, answeredLimit, answeredOffset } = style;
      const said = objectOf([
        items,
        ["offset", field],
        ...pointers({ total, answeredLimit, answeredOffset }),
      ]);
      return code`${file.runtime("offsetPages")}(${said})`;
    }
    case "link":
      return code`${file.runtime("linkPages")}(${objectOf([items, ...pointers({ next: style.next })])})`;
    case "lastItem": {
      const { itemId, more, done } = style;
      const said = objectOf([items, ["after", field], ...pointers({ itemId, more, done })]);
      return code`${file.runtime("lastItemPages")}(${said})`;
    }
    default:
      return unreachable(style);
  }
}

/** A request field as the runtime takes it: a name in `params`, or a place deeper in them. */
export function fieldAt(place: readonly string[], file: File): Code {
  return place.length === 1
    ? stringLiteral(place[0] ?? "")
    : code`${file.runtime("paramField")}(${stringLiteral(printPointer(place).slice(1))})`;
}
