import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  listField,
  stringField,
} from "@trunkline/document";
import { pascalCase } from "../names/words.ts";
import type { Context } from "./context.ts";
import { noDocs } from "./docs.ts";
import { type At, below, entriesBelow, objectBelow, resolveObject } from "./document.ts";
import type { NamedRoute } from "./name-routes.ts";
import { unionOf } from "./nodes.ts";
import { isJson, mediaTypesOf } from "./routes.ts";
import type { Model, WebhooksModel } from "./types.ts";

/** Payloads before their types have names. */
export type DraftWebhooks = WebhooksModel;

/** What the API sends: event -> type of the body. They come out of an answer, as it were: open and without defaults. */
export function webhooksOf(context: Context, clientName: string): DraftWebhooks | undefined {
  const items = entriesBelow({ value: context.document, pointer: [] }, "webhooks");
  const events = items.flatMap(([event, item]) => eventOf(context, event, `${pascalCase(event)}Event`, item));
  const about = tagTexts(context.document, items);
  return events.length === 0 ? undefined : { name: `${clientName}Webhooks`, about, events };
}

/** Descriptions of the tags that webhooks have. */
function tagTexts(document: JsonObject, items: readonly (readonly [string, At<JsonValue>])[]): string[] {
  const used = items.flatMap(([, item]) => {
    const operation = objectBelow(item, "post") ?? objectBelow(item, "put");
    return operation === undefined ? [] : listField(operation.value, "tags");
  });
  return listField(document, "tags").flatMap((tag) => {
    const text =
      isObject(tag) && used.includes(field(tag, "name") ?? null)
        ? stringField(tag, "description")
        : undefined;
    return text === undefined ? [] : [text];
  });
}

/** What the API sends because of a call: `subscriptions.create.onEvent` -> type of the body. */
export function callbacksOf(
  context: Context,
  named: readonly NamedRoute[],
  clientName: string,
): DraftWebhooks | undefined {
  const events = named.flatMap(({ route, id, resource, method }) =>
    entriesBelow(route.at, "callbacks").flatMap(([callback, reference]) => {
      const at = resolveObject(context.document, reference);
      const owner = pascalCase(resource) + pascalCase(method) + pascalCase(callback);
      const event = `${id}.${callback}`;
      // Several addresses of one callback are one event: their bodies are alternatives.
      const found = (at === undefined ? [] : entriesBelow(at)).flatMap(([address, item]) =>
        address.startsWith("x-") ? [] : eventOf(context, event, owner, item),
      );
      const [first] = found;
      return first === undefined ? [] : [{ ...first, type: unionOf(found.map(({ type }) => type)) }];
    }),
  );
  return events.length === 0 ? undefined : { name: `${clientName}Callbacks`, about: [], events };
}

function eventOf(
  context: Context,
  event: string,
  owner: string,
  item: At<JsonValue>,
): DraftWebhooks["events"] {
  const operation = objectBelow(item, "post") ?? objectBelow(item, "put");
  const body = operation && resolveObject(context.document, objectBelow(operation, "requestBody"));
  const json = body && mediaTypesOf(body).find(({ name }) => isJson(name));
  const schema = json && below(json.at, "schema");
  if (operation === undefined || schema === undefined) return [];
  const summary = stringField(operation.value, "summary");
  return [
    {
      event,
      type: context.types.of(schema, "output", owner),
      docs: {
        ...noDocs,
        text: stringField(operation.value, "description") ?? summary,
        deprecated: field(operation.value, "deprecated") === true,
      },
    },
  ];
}

/** Both maps, as far as there are any. */
export function eventMaps({
  webhooks,
  callbacks,
}: Pick<Model, "webhooks" | "callbacks">): readonly WebhooksModel[] {
  return [webhooks, callbacks].filter((map) => map !== undefined);
}
