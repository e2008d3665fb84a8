import {
  field,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  objectField,
  stringField,
} from "../json.ts";
import { pageMembers } from "../names/reserved.ts";
import { pascalCase, singular } from "../names/words.ts";
import { type Context, extensionOf } from "./context.ts";
import { type At, below, resolve } from "./document.ts";
import { alternativesOf, schemasAt } from "./fields.ts";
import { guessPagination } from "./infer/pagination.ts";
import { unionOf } from "./nodes.ts";
import { pin } from "./pin.ts";
import { jsonSchemaOf } from "./result.ts";
import type { Route } from "./routes.ts";
import type { PropertyModel, TypeNode } from "./type-nodes.ts";
import type { PageStyleModel, WalkModel } from "./types.ts";

/** How an operation is paged, before its page type has a name. */
export interface Paging {
  readonly styles: readonly PageStyleModel[];
  readonly item: TypeNode;
  /** The vendor's envelope, as the page's own properties. */
  readonly properties: readonly PropertyModel[];
  readonly walk: WalkModel | undefined;
}

export function pagingOf(context: Context, route: Route, owner: string): Paging | undefined {
  const extension = extensionOf(route.at.value);
  const said = field(extension, "pagination");
  const definitions = said === undefined ? guessed(context, route) : definitionsOf(context, said);
  const styles = definitions.map(styleOf).filter((style) => style !== undefined);
  const [first] = styles;
  const schema = jsonSchemaOf(context, route);
  if (first === undefined || schema === undefined) return undefined;
  const places = new Map(styles.map(({ items }) => [items, itemsAt(context, schema, items)]));
  const lacking = [...places].find(([, lists]) => lists.length === 0);
  if (lacking !== undefined) {
    const place = lacking[0] === "" ? "the answer" : lacking[0];
    context.report("error", "no-items", `Pagination of ${route.key} finds no list at ${place}`, route.at);
    return undefined;
  }
  const itemTypes = [...places].flatMap(([pointer, lists]) => {
    const lastKey = pointer.split("/").at(-1) ?? "";
    return lists.map((items) => context.types.of(items, "output", owner + itemName(lastKey)));
  });
  const walk =
    objectField(extension, "walk") ?? definitions.map((one) => objectField(one, "walk")).find((one) => one);
  return {
    styles,
    item: unionOf(itemTypes),
    properties: propertiesOf(context, route, schema, first.items, owner),
    walk: walk && walkOf(walk),
  };
}

/** Only where the document names no pagination at all: one that does so has said what it means. */
function guessed(context: Context, route: Route): JsonObject[] {
  if (field(context.settings, "pagination") !== undefined) return [];
  const guess = guessPagination(context, route);
  if (guess === undefined) return [];
  const { definition, reason } = guess;
  const locked = context.lock?.operations[route.key];
  const hint = pin(`at ${route.key}`, { pagination: definition });
  const isLockedWhole = locked !== undefined && locked.paged !== true;
  const message = isLockedWhole
    ? `${route.key} looks like a list by pages, for ${reason}, but was released as one answer and stays so`
    : `${route.key} is walked by ${styleNames[String(definition.style)]}, for ${reason}`;
  context.report("guess", "pagination", message, route.at, hint);
  return isLockedWhole ? [] : [definition];
}

const styleNames: Readonly<Record<string, string>> = {
  cursor: "cursor",
  page: "page number",
  offset: "offset",
  link: "next links",
};

/** Named definitions of the root, inline ones, or a list of both. */
function definitionsOf(context: Context, value: JsonValue | undefined): JsonObject[] {
  const list = value === undefined ? [] : isArray(value) ? value : [value];
  return list.flatMap((one) => {
    const found =
      typeof one === "string" ? objectField(objectField(context.settings, "pagination"), one) : one;
    return isObject(found) ? [found] : [];
  });
}

function styleOf(definition: JsonObject): PageStyleModel | undefined {
  const items = stringField(definition, "items") ?? "";
  const request = (name: string): string | undefined => stringField(field(definition, "request"), name);
  const response = (name: string): string | undefined => stringField(field(definition, "response"), name);
  const limits = namesOf(field(field(definition, "request"), "limit"));
  switch (stringField(definition, "style")) {
    case "cursor":
      return {
        style: "cursor",
        items,
        cursor: request("cursor") ?? "cursor",
        limits,
        next: response("next") ?? "/next_cursor",
        more: response("more"),
      };
    case "page":
      return {
        style: "page",
        items,
        page: request("page") ?? "page",
        limits,
        more: response("more"),
        total: response("total"),
        pageNumber: response("page"),
        pageSize: response("limit"),
      };
    case "offset":
      return {
        style: "offset",
        items,
        offset: request("offset") ?? "offset",
        limits,
        total: response("total"),
        answeredLimit: response("limit"),
        answeredOffset: response("offset"),
      };
    case "link":
      return { style: "link", items, limits, next: response("next") };
    default:
      return undefined;
  }
}

/** One name, or several. */
function namesOf(value: JsonValue | undefined): readonly string[] {
  const list = isArray(value) ? value : [value];
  return list.filter((one) => typeof one === "string");
}

function walkOf(walk: JsonObject): WalkModel | undefined {
  const method = stringField(walk, "method");
  const limit = field(walk, "limit");
  return method === undefined ? undefined : { method, limit: typeof limit === "number" ? limit : undefined };
}

/** `leads` holds one `Lead` each; `data` and `items` say nothing. */
function itemName(list: string): string {
  return /^(?:data|items|results|records|entries|)$/i.test(list) ? "Item" : pascalCase(singular(list));
}

/** Schemas of the items of the lists at a place, one for each alternative that has a list there. */
function itemsAt({ document }: Context, schema: At<JsonValue>, pointer: string): readonly At<JsonValue>[] {
  return schemasAt(document, schema, pointer).flatMap(({ at }) =>
    alternativesOf(document, at).flatMap((list) => below(resolve(document, list), "items") ?? []),
  );
}

function propertiesOf(
  context: Context,
  route: Route,
  schema: At<JsonValue>,
  items: string,
  owner: string,
): readonly PropertyModel[] {
  if (items === "") {
    const docs = {
      text: "The items of this page.",
      facts: [],
      bounds: [],
      default: undefined,
      example: undefined,
      deprecated: false,
    };
    const type = context.types.of(schema, "output", `${owner}Item`);
    return [{ name: "items", optional: false, type, docs }];
  }
  const shapes = alternativesOf(context.document, schema).map((one) => context.types.fields(one)?.properties);
  const names = new Set(shapes.flatMap((shape) => [...(shape?.keys() ?? [])]));
  return [...names].flatMap((name) => {
    const fields = shapes.flatMap((shape) => shape?.get(name) ?? []);
    const [one] = fields;
    if (one === undefined) return [];
    if (pageMembers.has(name)) {
      const message = `"${name}" of the answer of ${route.key} is a member of every page; the field is found on \`.body\``;
      context.report("warning", "page-member", message, one.at);
      return [];
    }
    // The list itself, so that its items get the same name as in the iterator.
    const itemOwner = `/${name}` === items ? owner : `${owner}Page`;
    const properties = fields.flatMap(
      (each) => context.types.property(name, each, "output", itemOwner) ?? [],
    );
    const [property] = properties;
    if (property === undefined) return [];
    const optional = properties.length < shapes.length || properties.some((each) => each.optional);
    return [{ ...property, optional, type: unionOf(properties.map(({ type }) => type)) }];
  });
}
