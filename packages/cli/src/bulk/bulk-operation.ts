import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  listOf,
  objectOf,
  parsePointer,
  readExtension,
  textOf,
} from "@trunkline/document";
import { suggest } from "@trunkline/generator";
import { CommandFailure } from "../failure.ts";
import type { ClientPackage } from "./client-package.ts";

/** An operation that takes any number of rows. */
export interface BulkOperation {
  /** `leads.upload`. */
  readonly id: string;
  /** Names of the resource, and of its resources. */
  readonly resource: readonly string[];
  /** The method that takes them. */
  readonly method: string;
  /** The one path parameter that stands before the rows. */
  readonly positional: string | undefined;
  /** Names of parameters that are not a part of the body. */
  readonly outside: readonly string[];
  /** Field of the body that holds the rows; undefined where the body itself is the list. */
  readonly rows: string | undefined;
  /** Schemas of what can be given by name, and of a row. */
  readonly params: Readonly<Record<string, JsonValue>>;
  readonly body: JsonValue;
  readonly row: JsonValue;
}

/** @throws CommandFailure for an operation that takes no rows */
export function bulkOperation(pack: ClientPackage, wanted: string): BulkOperation {
  const all = Object.entries(pack.operations).filter(([, names]) => textOf(names.bulk) !== undefined);
  const nameOf = (names: JsonObject, key: "method" | "bulk"): string =>
    [textOf(names.resource), textOf(names[key])].filter((part) => part).join(".");
  const found = all.find(
    ([, names]) =>
      names.id === wanted || nameOf(names, "method") === wanted || nameOf(names, "bulk") === wanted,
  );
  if (!found) {
    const ids = all.map(([, names]) => String(names.id));
    const hint = suggest(wanted, ids);
    throw new CommandFailure(
      ids.length === 0
        ? `${pack.name} has no operation that takes rows.`
        : `${wanted} of ${pack.name} does not take rows${hint === undefined ? "" : `; ${hint}`}. These do: ${ids.join(", ")}.`,
    );
  }
  const [route, names] = found;
  const { document } = pack;
  const [method = "", path = ""] = route.split(" ");
  const item = objectOf(objectOf(document.paths)[path]);
  const operation = objectOf(item[method.toLowerCase()]);
  const content = objectOf(objectOf(follow(document, operation.requestBody)).content);
  const [, media] = Object.entries(content).find(([type]) => /[/+]json\b/i.test(type)) ?? [];
  const body = objectOf(media).schema ?? {};
  const pointer = readExtension("operation", operation).bulk?.rows ?? "";
  const [rows] = parsePointer(pointer) ?? [];
  const list = rows === undefined ? body : (propertyOf(document, body, rows) ?? {});
  const parameters = [...listOf(item.parameters), ...listOf(operation.parameters)].map((one) =>
    objectOf(follow(document, one)),
  );
  const inPath = listOf(names.path).map(String);
  return {
    id: String(names.id),
    resource: (textOf(names.resource) ?? "").split(".").filter((part) => part !== ""),
    method: String(names.bulk),
    positional: inPath.length === 1 ? inPath[0] : undefined,
    outside: parameters.map(({ name }) => String(name)),
    rows,
    params: Object.fromEntries([
      ...propertiesOf(document, body).filter(([name]) => name !== rows),
      ...parameters.map(({ name, schema = {} }) => [String(name), schema] as const),
    ]),
    body,
    row: itemsOf(document, list),
  };
}

/** What a reference leads to. */
export function follow(document: JsonObject, value: JsonValue | undefined, depth = 0): JsonValue | undefined {
  const ref = textOf(field(value, "$ref"));
  if (ref === undefined || depth > 20) return value;
  const target = (parsePointer(decodeURIComponent(ref.slice(1))) ?? []).reduce<JsonValue | undefined>(
    (here, step) => field(here, step),
    document,
  );
  return follow(document, target, depth + 1);
}

/** Properties of a schema, of what it refers to and is made of. */
export function propertiesOf(
  document: JsonObject,
  schema: JsonValue | undefined,
  depth = 0,
): readonly (readonly [string, JsonValue])[] {
  const target = follow(document, schema);
  if (!isObject(target) || depth > 20) return [];
  const parts = [...listOf(target.allOf), ...listOf(target.anyOf), ...listOf(target.oneOf)];
  return [
    ...Object.entries(objectOf(target.properties)),
    ...parts.flatMap((part) => propertiesOf(document, part, depth + 1)),
  ];
}

function propertyOf(document: JsonObject, schema: JsonValue, name: string): JsonValue | undefined {
  return propertiesOf(document, schema).find(([own]) => own === name)?.[1];
}

function itemsOf(document: JsonObject, list: JsonValue): JsonValue {
  return field(follow(document, list), "items") ?? {};
}
