import type { WebhookDelivery } from "../webhooks/delivery.ts";
import { readHeader } from "../webhooks/read-headers.ts";
import { type FieldPath, fieldAt } from "./fields.ts";

/** Where what is the same of two deliveries of one event stands. */
export interface DedupeDefinition {
  /** The event's name, for `events`. */
  readonly event?: FieldPath | undefined;
  /** Fields of the key, by event. */
  readonly events?: Readonly<Record<string, readonly FieldPath[]>> | undefined;
  /** Fields of the key of every other event. */
  readonly fields?: readonly FieldPath[] | undefined;
}

/**
 * What two deliveries of one event have in common; undefined where the vendor names no such fields for the event, or
 * they are not there.
 */
export type DedupeKey<Event> = (event: Event) => string | undefined;

/** What two deliveries of one event have in common: their id, which is signed. */
export type DeliveryId<Event> = (event: Event, delivery: Pick<WebhookDelivery, "headers">) => string;

/** Makes `dedupeKey` of a vendor that names fields. */
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

/** Makes `dedupeKey` of a vendor whose deliveries have an id in this header field. */
export function deliveryIdOf<Event>(header: string): DeliveryId<Event> {
  return (_, { headers }) => readHeader(headers, header);
}
