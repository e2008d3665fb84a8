import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  listField,
  stringField,
} from "@trunkline/document";
import { type At, below, resolve } from "../document.ts";
import { flatten, isNullable, withoutNull as valuesOf } from "../fields.ts";

/** What an answer holds, by pointer. */
export interface Place {
  /** Letters and digits of the name alone: `next_cursor` and `nextCursor` are one. */
  readonly key: string;
  readonly pointer: string;
  readonly types: readonly string[];
  readonly isAddress: boolean;
}

/** `page[number]`, `page_number` and `pageNumber` are one name. */
export function bare(name: string): string {
  return name.replace(/[^\p{L}\p{Nd}]/gu, "").toLowerCase();
}

const usualLists =
  /^(?:data|items|results|records|entries|values|content|elements|nodes|list|rows|objects|resources)$/;

/** Lists that stand beside the items of an answer. */
const besides =
  /^(?:errors?|warnings?|messages?|links|included|includes|facets|aggregations|fields|columns|headers|sort|filters?|tags|permissions|scopes|debug)$/;

/** Objects that hold the whole of an answer's value. */
const holders = /^(?:data|results?|response|payload|body|embedded|list|collection)$/;

/**
 * Where the one list of an answer is; `undefined` where there are several, or none.
 *
 * @param noun what the path calls the things that are listed, which tells their list from others
 */
export function itemsPointer(
  document: JsonObject,
  schema: At<JsonValue>,
  noun: string,
  levels = 2,
): string | undefined {
  if (typesOf(document, schema).includes("array")) return "";
  const fields = flatten(document, withoutNull(document, schema));
  if (fields === undefined) return undefined;
  const names = [...fields.properties.keys()];
  const lists = names.filter((name) => typesOf(document, fields.properties.get(name)?.at).includes("array"));
  const found = onlyOne(lists, noun);
  if (found !== undefined) return `/${escaped(found)}`;
  if (levels === 0 || lists.some((name) => !besides.test(bare(name)))) return undefined;
  const inner = names.flatMap((name) => {
    const at = fields.properties.get(name)?.at;
    if (at === undefined || envelopes.test(bare(name)) || lists.includes(name)) return [];
    const below = itemsPointer(document, at, noun, levels - 1);
    // A list of its own, below no name that tells of one, is a field like others.
    const isHolder = holders.test(bare(name)) || bare(name) === bare(noun);
    return below === undefined || below === "" ? [] : [{ pointer: `/${escaped(name)}${below}`, isHolder }];
  });
  const [only, ...others] = inner.filter(({ isHolder }) => isHolder);
  return only === undefined || others.length > 0 ? undefined : only.pointer;
}

/** The list of the items: the only one, or the only one of a usual name, or that of the path's noun. */
function onlyOne(lists: readonly string[], noun: string): string | undefined {
  const serious = lists.filter((name) => !besides.test(bare(name)));
  const usual = serious.filter((name) => usualLists.test(bare(name)));
  const ofPath = serious.filter((name) => bare(name) === bare(noun));
  const [found] = [serious, ofPath, usual].find(({ length }) => length === 1) ?? [];
  // Errors may be what is listed.
  return found ?? (lists.length === 1 ? lists.find((name) => bare(name) === bare(noun)) : undefined);
}

const envelopes =
  /^(?:meta|metadata|pagination|paginator|paging|pages?|pageinfo|pageinformation|links|cursors?|responsemetadata|resultinfo|searchmetadata|info|listinfo)$/;

/** Objects that tell about the next page alone. */
const followers = /^next(?:page)?$/;

/**
 * Fields of the answer, of those of its objects that tell about pages, and of those that hold its items.
 *
 * @param items where the items are
 */
export function placesOf(
  document: JsonObject,
  schema: At<JsonValue>,
  items: string,
  prefix = "",
  levels = 3,
): Place[] {
  const fields = flatten(document, withoutNull(document, schema));
  const parent = bare(prefix.slice(prefix.lastIndexOf("/") + 1));
  return [...(fields?.properties ?? [])].flatMap(([name, one]): Place[] => {
    const pointer = `${prefix}/${escaped(name)}`;
    const target = withoutNull(document, one.at);
    const key = bare(name);
    if (flatten(document, target) !== undefined) {
      const tells = envelopes.test(key) || followers.test(key) || items.startsWith(`${pointer}/`);
      return tells && levels > 0 ? placesOf(document, target, items, pointer, levels - 1) : [];
    }
    const inLinks = /^\/_?links\//.test(`${prefix}/`);
    return [
      {
        key: followers.test(parent)
          ? `next${key}`
          : key === "after" && parent === "cursors"
            ? "cursorsafter"
            : key,
        pointer,
        types: typesOf(document, target),
        isAddress: inLinks || isAddress(resolve(document, target).value),
      },
    ];
  });
}

function isAddress(schema: JsonValue): boolean {
  const example = field(schema, "example") ?? listField(schema, "examples")[0];
  return (
    /^(?:uri|url|uri-reference|iri)$/.test(stringField(schema, "format") ?? "") ||
    (typeof example === "string" && /^(?:https?:\/\/|\/|\?)/.test(example))
  );
}

/** `anyOf` of something and null, as FastAPI writes it, is that something; so is `nullable`. */
export function withoutNull(document: JsonObject, at: At<JsonValue>): At<JsonValue> {
  const target = resolve(document, at);
  if (isObject(target.value) && isNullable(target.value)) return valuesOf(target as At<JsonObject>);
  for (const key of ["anyOf", "oneOf"]) {
    const members = below(target, key)?.value;
    if (!Array.isArray(members) || members.length !== 2) continue;
    const index = members.findIndex((member) => field(member, "type") !== "null");
    const other = members[1 - index];
    const member = index === -1 || field(other, "type") !== "null" ? undefined : below(target, key, index);
    if (member !== undefined) return resolve(document, member);
  }
  return target;
}

export function typesOf(document: JsonObject, at: At<unknown> | undefined): readonly string[] {
  if (at === undefined) return [];
  const { value } = withoutNull(document, at as At<JsonValue>);
  const type = field(value, "type");
  const list = Array.isArray(type) ? type : type === undefined ? [] : [type];
  if (list.length === 0 && field(value, "items") !== undefined) return ["array"];
  return list.filter((name): name is string => typeof name === "string" && name !== "null");
}

function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
