import { field, stringField } from "../json.ts";
import { pascalCase } from "../names/words.ts";
import type { Context } from "./context.ts";
import { noDocs } from "./docs.ts";
import { below, entriesBelow, objectBelow, resolveObject } from "./document.ts";
import { isJson, mediaTypesOf } from "./routes.ts";
import type { WebhooksModel } from "./types.ts";

/** Payloads before their types have names. */
export type DraftWebhooks = WebhooksModel;

/** What the vendor sends: event -> type of the body. They come out of an answer, as it were: open and without defaults. */
export function webhooksOf(context: Context, clientName: string): DraftWebhooks | undefined {
  const events = entriesBelow({ value: context.document, pointer: [] }, "webhooks").flatMap(
    ([event, item]) => {
      const operation = objectBelow(item, "post") ?? objectBelow(item, "put");
      const body = operation && resolveObject(context.document, objectBelow(operation, "requestBody"));
      const json = body && mediaTypesOf(body).find(({ name }) => isJson(name));
      const schema = json && below(json.at, "schema");
      if (operation === undefined || schema === undefined) return [];
      const summary = stringField(operation.value, "summary");
      return [
        {
          event,
          type: context.types.of(schema, "output", `${pascalCase(event)}Event`),
          docs: {
            ...noDocs,
            text: stringField(operation.value, "description") ?? summary,
            deprecated: field(operation.value, "deprecated") === true,
          },
        },
      ];
    },
  );
  return events.length === 0 ? undefined : { name: `${clientName}Webhooks`, events };
}
