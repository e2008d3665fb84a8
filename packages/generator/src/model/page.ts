import {
  declaredPaginations,
  type JsonValue,
  type Pagination,
  readExtension,
  textsOf,
  unreachable,
} from "@trunkline/document";
import { pageMembers } from "../names/reserved.ts";
import { pascalCase, singular } from "../names/words.ts";
import type { PageStyleModel } from "./answer-model.ts";
import type { Context } from "./context.ts";
import { type At, below, resolve } from "./document.ts";
import { alternativesOf, schemasAt } from "./fields.ts";
import { guessPagination } from "./infer/pagination.ts";
import { unionOf } from "./nodes.ts";
import type { WalkModel } from "./operation-model.ts";
import { pin } from "./pin.ts";
import { jsonSchemaOf } from "./result.ts";
import type { Route } from "./routes.ts";
import type { PropertyModel, TypeNode } from "./type-nodes.ts";

/** How an operation is paged, before its page type has a name. */
export interface Paging {
  readonly styles: readonly PageStyleModel[];
  readonly item: TypeNode;
  /** The vendor's envelope, as the page's own properties. */
  readonly properties: readonly PropertyModel[];
  readonly walk: WalkModel | undefined;
  /** The ways to page, where the document does not say them. */
  readonly guessed: readonly Pagination[] | undefined;
}

export function pagingOf(context: Context, route: Route, owner: string): Paging | undefined {
  const extension = readExtension("operation", route.at.value);
  const isGuessed = extension.pagination === undefined && context.settings.pagination === undefined;
  const definitions =
    extension.pagination === undefined
      ? guessed(context, route)
      : declaredPaginations(context.settings, extension);
  const styles = definitions.map(styleOf);
  const [first] = styles;
  const schema = jsonSchemaOf(context, route);
  if (first === undefined || schema === undefined) return undefined;
  const places = new Map(styles.map(({ items }) => [items, itemsAt(context, schema, items)]));
  const lacking = [...places].find(([, lists]) => lists.length === 0);
  // A list that says nothing of its items is not one to walk; what a person declared is an error.
  if (lacking !== undefined && isGuessed) return undefined;
  if (lacking !== undefined) {
    const place = lacking[0] === "" ? "the answer" : lacking[0];
    context.report("error", "no-items", `Pagination of ${route.key} finds no list at ${place}`, route.at);
    return undefined;
  }
  const itemTypes = [...places].flatMap(([pointer, lists]) => {
    const lastKey = pointer.split("/").at(-1) ?? "";
    return lists.map((items) => context.types.of(items, "output", owner + itemName(lastKey)));
  });
  const walk = extension.walk ?? definitions.map((one) => one.walk).find((one) => one);
  return {
    styles,
    item: unionOf(itemTypes),
    properties: propertiesOf(context, route, schema, first.items, owner),
    walk: walk && { method: walk.method, limit: walk.limit },
    guessed: isGuessed ? definitions : undefined,
  };
}

/** Only where the document names no pagination at all: one that does so has said what it means. */
function guessed(context: Context, route: Route): readonly Pagination[] {
  if (context.settings.pagination !== undefined) return [];
  const guess = guessPagination(context, route);
  if (guess === undefined) return [];
  const { definition, reason } = guess;
  const locked = context.lock?.operations[route.key];
  const hint = pin(`at ${route.key}`, { pagination: definition });
  const isLockedWhole = locked !== undefined && locked.paged !== true;
  const message = isLockedWhole
    ? `${route.key} looks like a list by pages, for ${reason}, but was released as one answer and stays so`
    : `${route.key} is walked by ${styleNames[definition.style]}, for ${reason}`;
  context.report("guess", "pagination", message, route.at, hint);
  return isLockedWhole ? [] : [definition];
}

const styleNames: Readonly<Record<Pagination["style"], string>> = {
  cursor: "cursor",
  page: "page number",
  offset: "offset",
  link: "next links",
  lastItem: "the last item",
};

function styleOf(definition: Pagination): PageStyleModel {
  const { items } = definition;
  const limits = textsOf(definition.request?.limit);
  switch (definition.style) {
    case "cursor": {
      const { next, more, done } = definition.response;
      return { style: "cursor", items, limits, cursor: definition.request.cursor, next, more, done };
    }
    case "page": {
      const { more, done, total, pages, page: pageNumber, limit: pageSize } = definition.response ?? {};
      const { page, first } = definition.request;
      return {
        style: "page",
        items,
        limits,
        page,
        first: first === 1 ? undefined : first,
        more,
        done,
        total,
        pages,
        pageNumber,
        pageSize,
      };
    }
    case "offset": {
      const { total, limit: answeredLimit, offset: answeredOffset } = definition.response ?? {};
      return {
        style: "offset",
        items,
        limits,
        offset: definition.request.offset,
        total,
        answeredLimit,
        answeredOffset,
      };
    }
    case "link":
      return {
        style: "link",
        items,
        limits,
        fields: definition.request?.fields ?? [],
        next: definition.response?.next,
      };
    case "lastItem": {
      const { itemId, more, done } = definition.response;
      return { style: "lastItem", items, limits, after: definition.request.after, itemId, more, done };
    }
    default:
      return unreachable(definition);
  }
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
