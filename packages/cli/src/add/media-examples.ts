import {
  bareMediaType,
  isEventStream,
  isJsonLines,
  type JsonObject,
  type JsonValue,
  listOf,
  objectOf,
} from "@trunkline/document";
import type { Resolve } from "@trunkline/document/values";

/** What an example of a media type is: a value of its schema, a text that holds such values, or nothing that can be made. */
export type MediaForm = "value" | "events" | "lines" | "none";

const xml = /[/+]xml$/;

export function mediaForm(type: string, schema: JsonValue, resolve: Resolve): MediaForm {
  if (isEventStream(type)) return "events";
  if (isJsonLines(type)) return "lines";
  // A text stands for itself; elements and attributes of a schema would have to be made up.
  return xml.test(bareMediaType(type)) && objectOf(resolve(schema)).type !== "string" ? "none" : "value";
}

/** Schema of one value of a stream: some documents describe all values as one list, others each of them. */
export function itemSchema(schema: JsonValue, resolve: Resolve): JsonValue {
  const { type, items } = objectOf(resolve(schema));
  return type === "array" && items !== undefined ? items : schema;
}

/** A text with values one after another. */
export function streamText(form: "events" | "lines", values: readonly JsonValue[]): string {
  return values.map((value) => (form === "lines" ? `${JSON.stringify(value)}\n` : eventText(value))).join("");
}

const fields = ["event", "id", "retry", "data"];

/** An event with the value as its data, or with the fields of the protocol that the value holds. */
function eventText(value: JsonValue): string {
  const isEvent =
    Object.hasOwn(objectOf(value), "data") &&
    Object.keys(objectOf(value)).every((name) => fields.includes(name));
  const event: JsonObject = isEvent ? objectOf(value) : { data: value };
  const written = fields.flatMap((name) => {
    const said = event[name];
    if (said === undefined) return [];
    const text = typeof said === "string" ? said : JSON.stringify(said);
    return text.split(/\r\n|[\r\n]/).map((line) => `${name}: ${line}\n`);
  });
  return `${written.join("")}\n`;
}

/** Whether a media type, parameter or header has an example of its own. */
export function hasExample({ example, examples }: JsonObject): boolean {
  return example !== undefined || listOf(examples).length > 0 || Object.keys(objectOf(examples)).length > 0;
}
