import type { JsonObject } from "@trunkline/document";
import type { ResultModel } from "../../model/answer-model.ts";
import type { OperationModel } from "../../model/operation-model.ts";
import { pageKey } from "../../model/page-key.ts";
import type { ParameterModel } from "../../model/parameters-model.ts";
import { type Code, code, literal, stringLiteral } from "../text.ts";
import { bodyOf, isSentEmpty } from "./body.ts";
import { call, list, objectOf } from "./data.ts";
import { DATES } from "./dates-file.ts";
import { addressOf } from "./definition.ts";
import { type File, specifier } from "./file.ts";
import { INT64 } from "./int64-file.ts";
import { pageOf, type SharedPages } from "./page-styles.ts";
import { cookieGroup, headerGroup, pathStyles, queryParameter } from "./parameters.ts";

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
    [
      "query",
      list([
        ...by("query").map((one) => queryParameter(one, file)),
        ...linkFields(operation, file).map(stringLiteral),
      ]),
    ],
    ["header", headerGroup(by("header"), file)],
    ["cookie", cookieGroup(by("cookie"), file)],
    ["nested", Object.keys(nested).length === 0 ? undefined : literal({ ...nested } as JsonObject)],
    ["body", body && bodyOf(body, file)],
    ["bodyRequired", body && isSentEmpty(operation, body) ? literal(true) : undefined],
    ["keyed", operation.keyed === false ? undefined : literal(operation.keyed)],
    ["security", operation.security && literal(operation.security.map((schemes) => [...schemes]))],
    ["retry", operation.retry && stringLiteral(operation.retry)],
    ["quotas", operation.quotas && literal([...operation.quotas])],
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
    ["bulk", operation.bulk && literal(operation.bulk.definition)],
    ["page", operation.page && (shared.get(pageKey(operation)) ?? pageOf(operation, file))],
  ];
  return objectOf(entries);
}

/** What the links of its pages have in their query besides its parameters, which callers have no need to say. */
function linkFields({ page, parameters }: OperationModel, { model }: File): readonly string[] {
  const known = new Set([
    ...parameters.flatMap((one) => (one.in === "query" ? [one.wire] : [])),
    // No link says with which key it is asked for.
    ...model.client.schemes.flatMap((one) =>
      one.kind === "apiKey" && one.in === "query" ? [one.parameter] : [],
    ),
  ]);
  const fields = page?.styles.flatMap((style) => ("fields" in style ? style.fields : [])) ?? [];
  return [...new Set(fields)].filter((name) => !known.has(name));
}

function int64Of({ id }: OperationModel, file: File): Code | undefined {
  const places = file.model.int64?.operations.get(id);
  if (places === undefined) return undefined;
  const given = Object.entries(places).filter(([, place]) => place !== undefined);
  return code`${file.imports.value(specifier(file.path, "int64"), INT64)}(${literal(Object.fromEntries(given))})`;
}

function datesOf({ id }: OperationModel, file: File): Code | undefined {
  const place = file.model.dates?.operations.get(id);
  if (place === undefined) return undefined;
  return code`${file.imports.value(specifier(file.path, "dates"), DATES)}(${literal(place)})`;
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
