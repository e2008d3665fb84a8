import type { WebhookDelivery } from "../webhooks/delivery.ts";
import { readHeader } from "../webhooks/read-headers.ts";
import { type FieldPath, fieldAt } from "./fields.ts";

/** The fields that identify an event: every delivery of the event has the same values in them. */
export interface DedupeDefinition {
  /** The field that holds the event's name. Needed for `events`. */
  readonly event?: FieldPath | undefined;
  /** For some events, by name: the fields that identify them. */
  readonly events?: Readonly<Record<string, readonly FieldPath[]>> | undefined;
  /** The fields that identify every other event. */
  readonly fields?: readonly FieldPath[] | undefined;
}

/**
 * Gives a key that is the same for every delivery of an event. Gives `undefined` if the vendor names no identifying
 * fields for the event, or if the event lacks one of them.
 */
export type DedupeKey<Event> = (event: Event) => string | undefined;

/** Gives a key that is the same for every delivery of an event: the id in a signed header field. */
export type DeliveryId<Event> = (event: Event, delivery: Pick<WebhookDelivery, "headers">) => string;

/** Makes the function `dedupeKey` of a vendor that identifies its events by fields of the body. */
export function dedupeKeyOf<Event>({ event, events = {}, fields = [] }: DedupeDefinition): DedupeKey<Event> {
  return (value) => {
    const name = event && fieldAt(value, event);
    const own = fieldAt(events, [String(name)]) as readonly FieldPath[] | undefined;
    const parts = (own ?? fields).map((path) => fieldAt(value, path));
    if (!parts.length || !parts.every((part) => part === 0 || (part && typeof part !== "object")))
      return undefined;
    return own || parts.length > 1 ? JSON.stringify([name, ...parts]) : String(parts[0]);
  };
}

/** Makes the function `dedupeKey` of a vendor that sends the event's id in the header field `header`. */
export function deliveryIdOf<Event>(header: string): DeliveryId<Event> {
  return (_, { headers }) => readHeader(headers, header);
}
