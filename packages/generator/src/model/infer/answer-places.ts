import { field, type JsonObject, type JsonValue, stringField } from "@trunkline/document";
import { type At, below, resolve } from "../document.ts";
import { type Fields, flatten } from "../fields.ts";

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

const usualLists: readonly string[] = ["data", "items", "results", "records", "entries", "values", "content"];

/** Where the one list of an answer is; `undefined` where there are several, or none. */
export function itemsPointer(document: JsonObject, schema: At<JsonValue>): string | undefined {
  if (typesOf(document, schema).includes("array")) return "";
  const fields = flatten(document, schema);
  if (fields === undefined) return undefined;
  const lists = listsOf(document, fields);
  if (lists.length === 0) {
    for (const name of ["data", "result", "response", "payload", "_embedded"]) {
      const inner = fields.properties.get(name);
      const below = inner && flatten(document, inner.at);
      const [only, ...others] = below === undefined ? [] : listsOf(document, below);
      if (only !== undefined && others.length === 0) return `/${name}/${escaped(only)}`;
    }
    return undefined;
  }
  const [only, ...others] = lists.length === 1 ? lists : lists.filter((name) => usualLists.includes(name));
  return only === undefined || others.length > 0 ? undefined : `/${escaped(only)}`;
}

function listsOf(document: JsonObject, fields: Fields): string[] {
  return [...fields.properties].flatMap(([name, one]) =>
    typesOf(document, one.at).includes("array") ? [name] : [],
  );
}

const envelopes = /^(?:meta|metadata|pagination|paging|page|pageinfo|links|cursors|responsemetadata|info)$/;

/** Fields of the answer, and of those of its objects that tell about pages. */
export function placesOf(document: JsonObject, schema: At<JsonValue>, prefix = "", levels = 2): Place[] {
  const fields = flatten(document, schema);
  return [...(fields?.properties ?? [])].flatMap(([name, one]): Place[] => {
    const pointer = `${prefix}/${escaped(name)}`;
    const target = withoutNull(document, one.at);
    if (flatten(document, target) !== undefined) {
      if (levels === 0 || !envelopes.test(bare(name))) return [];
      return placesOf(document, target, pointer, levels - 1);
    }
    const { value } = resolve(document, target);
    const isAddress = /^(?:uri|url|uri-reference|iri)$/.test(stringField(value, "format") ?? "");
    const inLinks = /^\/_?links\//.test(prefix === "" ? "" : `${prefix}/`);
    return [
      {
        key: bare(name) === "after" && /\/cursors$/.test(prefix) ? "cursorsafter" : bare(name),
        pointer,
        types: typesOf(document, target),
        isAddress: isAddress || inLinks,
      },
    ];
  });
}

/** `anyOf` of something and null, as FastAPI writes it, is that something. */
function withoutNull(document: JsonObject, at: At<JsonValue>): At<JsonValue> {
  const target = resolve(document, at);
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
