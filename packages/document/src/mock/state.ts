import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.ts";
import { parsePointer, valueAt, withValueAt } from "../pointer.ts";
import type { Answer } from "./answer.ts";
import { decodeEscapes } from "./decode-escapes.ts";
import { envelopePlaces } from "./document/envelope.ts";
import type { OpenDocument } from "./document/open-document.ts";
import { contentOf, type DocumentOperation } from "./document/operations.ts";
import { objectShape } from "./document/shape.ts";
import { freshId } from "./fresh-id.ts";
import { examplesOf, listPointer } from "./item-pages.ts";
import { LIMITS } from "./limits.ts";
import { bytesOf, textOfBytes } from "./text.ts";

/** What was created, changed and deleted since the start. */
export interface State {
  /** Whether the request names a thing that was deleted. */
  isGone(operation: DocumentOperation, path: string): boolean;
  /** All items of a list, the document's and the created ones; undefined while it is as the document has it. */
  list(operation: DocumentOperation, path: string): readonly JsonValue[] | undefined;
  /** Keeps what a successful request did, and puts it into the answer. */
  keep(operation: DocumentOperation, path: string, body: JsonValue | undefined, answer: Answer): Answer;
  clear(): void;
}

interface Collection {
  readonly things: Map<string, JsonObject>;
  readonly gone: Set<string>;
}

/**
 * Collections as documents commonly shape them: `POST /things` makes one, `/things/{id}` reads, changes and
 * deletes it, `GET /things` lists it. A thing is told by the member that is called like the path parameter, or `id`.
 */
export function createState(document: OpenDocument, operations: readonly DocumentOperation[]): State {
  const collections = new Map<string, Collection>();
  /** Of things that were made, those that were deleted since too. */
  let count = 0;
  const parameterBelow = (template: string): string | undefined => {
    const item = operations.find(
      ({ path }) => path.startsWith(`${template}/{`) && /^\{[^/]+\}$/.test(path.slice(template.length + 1)),
    );
    return item?.path.slice(template.length + 2, -1);
  };
  const thingIn = (
    operation: DocumentOperation,
    body: JsonValue | undefined,
  ): { readonly pointer: string; readonly thing: JsonObject } | undefined => {
    for (const pointer of new Set([...envelopePlaces(document, operation), ""])) {
      const thing = valueAt(body, pointer);
      if (isObject(thing)) return { pointer, thing };
    }
    return undefined;
  };
  const idKey = (template: string, thing: JsonObject): string | undefined =>
    [parameterBelow(template), "id"].find(
      (key) => key !== undefined && (typeof thing[key] === "string" || typeof thing[key] === "number"),
    );
  const place = (
    { path: template }: DocumentOperation,
    path: string,
  ): { template: string; key: string; id: string } | undefined => {
    const cut = path.lastIndexOf("/");
    const end = template.lastIndexOf("/");
    if (!/^\{[^}]+\}$/.test(template.slice(end + 1))) return undefined;
    return {
      template: template.slice(0, end),
      key: path.slice(0, cut),
      id: decodeEscapes(path.slice(cut + 1)),
    };
  };

  const isCollection = (template: string): boolean =>
    parameterBelow(template) !== undefined ||
    operations.some(({ method, path }) => method === "GET" && path === template);

  const create = (operation: DocumentOperation, path: string, sent: JsonObject, answer: Answer): Answer => {
    if (count === LIMITS.things || !isCollection(operation.path)) return answer;
    const body = jsonOf(answer);
    const found = thingIn(operation, body);
    const key = found && idKey(operation.path, found.thing);
    if (body === undefined || found === undefined || key === undefined) return answer;
    const collection = collections.get(path) ?? { things: new Map(), gone: new Set() };
    collections.set(path, collection);
    const members = membersOf(document, operation, found.pointer, found.thing);
    const made = {
      ...found.thing,
      ...picked(sent, members),
      [key]: freshId(found.thing[key], collection.things.size + collection.gone.size + 1),
    };
    collection.things.set(String(made[key]), made);
    count += 1;
    return withBody(answer, withValueAt(body, found.pointer, made));
  };

  return {
    isGone(operation, path) {
      const at = place(operation, path);
      return at !== undefined && collections.get(at.key)?.gone.has(at.id) === true;
    },
    list(operation, path) {
      const collection = collections.get(path);
      const pointer = listPointer(document, operation);
      if (collection === undefined || pointer === undefined || operation.method !== "GET") return undefined;
      const documented = examplesOf(operation, pointer).flatMap(
        ({ value }) => valueAt(value, pointer) as readonly JsonValue[],
      );
      const example = objectOf(documented[0]);
      const members = membersOf(document, operation, `${pointer}/0`, example);
      const made = [...collection.things.values()].map((thing) => ({
        ...example,
        ...picked(thing, members),
      }));
      return [...documented, ...made];
    },
    keep(operation, path, sent, answer) {
      if (operation.method === "POST") return create(operation, path, objectOf(sent), answer);
      const at = place(operation, path);
      const collection = at && collections.get(at.key);
      const thing = at && collection?.things.get(at.id);
      if (at === undefined || collection === undefined || thing === undefined) return answer;
      const changes = operation.method === "GET" || operation.method === "DELETE" ? {} : objectOf(sent);
      const now = { ...thing, ...changes };
      if (operation.method === "DELETE") {
        collection.things.delete(at.id);
        collection.gone.add(at.id);
      } else collection.things.set(at.id, now);
      const body = jsonOf(answer);
      const found = thingIn(operation, body);
      if (body === undefined || found === undefined || idKey(at.template, found.thing) === undefined)
        return answer;
      return withBody(answer, withValueAt(body, found.pointer, { ...found.thing, ...now }));
    },
    clear() {
      collections.clear();
      count = 0;
    },
  };
}

/** Members that an object at a place of the answer may have: those of its example, and those that its schema names. */
function membersOf(
  document: OpenDocument,
  operation: DocumentOperation,
  pointer: string,
  example: JsonObject,
): ReadonlySet<string> {
  let schema = contentOf(operation, undefined)[0]?.schema;
  for (const name of parsePointer(pointer) ?? []) {
    const { properties, items } = objectShape(document, schema);
    schema = properties.get(name) ?? items[0];
  }
  return new Set([...Object.keys(example), ...objectShape(document, schema).properties.keys()]);
}

function picked(thing: JsonObject, members: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(thing).filter(([name]) => members.has(name)));
}

function jsonOf({ headers, body }: Answer): JsonValue | undefined {
  return /json/.test(headers["content-type"] ?? "")
    ? (JSON.parse(textOfBytes(body)) as JsonValue)
    : undefined;
}

function withBody(answer: Answer, body: JsonValue): Answer {
  return { ...answer, body: bytesOf(JSON.stringify(body)) };
}
