import type { WebhookDelivery } from "../webhooks/delivery.ts";
import { readHeader } from "../webhooks/read-headers.ts";
import { type FieldPath, fieldAt } from "./fields.ts";

/** Which fields two deliveries of the same event have in common. */
export interface DedupeDefinition {
  /** The field with the event's name, by which `events` is read. */
  readonly event?: FieldPath | undefined;
  /** Fields that make the key, by the event's name. */
  readonly events?: Readonly<Record<string, readonly FieldPath[]>> | undefined;
  /** Fields that make the key of every other event. */
  readonly fields?: readonly FieldPath[] | undefined;
}

/**
 * Gives the key that two deliveries of the same event have in common, or undefined if the vendor names no such fields
 * for the event, or the event does not have them.
 */
export type DedupeKey<Event> = (event: Event) => string | undefined;

/** Gives the key that two deliveries of the same event have in common: their id, which is signed. */
export type DeliveryId<Event> = (event: Event, delivery: Pick<WebhookDelivery, "headers">) => string;

/** Makes `dedupeKey` for a vendor whose events have identifying fields. */
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

/** Makes `dedupeKey` for a vendor whose deliveries have an id in this header field. */
export function deliveryIdOf<Event>(header: string): DeliveryId<Event> {
  return (_, { headers }) => readHeader(headers, header);
}
