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
import { type At, below, entriesBelow, objectBelow, resolve, resolveObject } from "./document.ts";
import { guessSignature } from "./infer/webhooks.ts";
import type { NamedRoute } from "./name-routes.ts";
import { unionOf } from "./nodes.ts";
import { isJson, mediaTypesOf } from "./routes.ts";
import { type DescribedEvent, signedWebhooks } from "./signed-webhooks.ts";
import type { Model, SignedWebhooks, WebhooksModel } from "./types.ts";

/** Payloads before their types have names. */
export interface DraftWebhooks extends Omit<WebhooksModel, "signed"> {
  readonly signed?: Omit<SignedWebhooks, "union"> | undefined;
}

/** What the API sends: event -> type of the body. They come out of an answer, as it were: open and without defaults. */
export function webhooksOf(context: Context, clientName: string): DraftWebhooks | undefined {
  const items = entriesBelow({ value: context.document, pointer: [] }, "webhooks");
  const described = items.flatMap(([event, item]) =>
    eventOf(context, event, `${pascalCase(event)}Event`, resolve(context.document, item)),
  );
  if (context.settings.webhooks === undefined) guessSignature(context, items);
  if (described.length === 0) return undefined;
  const about = tagTexts(context.document, items);
  const signed = signedWebhooks(context, described);
  return { name: `${clientName}Webhooks`, about, events: described.map(eventModel), signed };
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
      return first === undefined
        ? []
        : [{ ...eventModel(first), type: unionOf(found.map(({ type }) => type)) }];
    }),
  );
  return events.length === 0 ? undefined : { name: `${clientName}Callbacks`, about: [], events };
}

function eventOf(
  context: Context,
  event: string,
  owner: string,
  item: At<JsonValue>,
): readonly DescribedEvent[] {
  const operation = objectBelow(item, "post") ?? objectBelow(item, "put");
  const body = operation && resolveObject(context.document, objectBelow(operation, "requestBody"));
  const json = body && mediaTypesOf(body).find(({ name }) => isJson(name));
  const schema = json && below(json.at, "schema");
  if (operation === undefined || schema === undefined) return [];
  return [{ event, type: context.types.of(schema, "output", owner), operation, schema }];
}

function eventModel({ event, type, operation: { value } }: DescribedEvent): WebhooksModel["events"][number] {
  const text = stringField(value, "description") ?? stringField(value, "summary");
  return { event, type, docs: { ...noDocs, text, deprecated: field(value, "deprecated") === true } };
}

/** Both maps, as far as there are any. */
export function eventMaps({
  webhooks,
  callbacks,
}: Pick<Model, "webhooks" | "callbacks">): readonly WebhooksModel[] {
  return [webhooks, callbacks].filter((map) => map !== undefined);
}
