/** Handles each event of a webhook once, although the vendor may deliver it several times. */
export {
  type DedupeDefinition,
  type DedupeKey,
  type DeliveryId,
  dedupeKeyOf,
  deliveryIdOf,
} from "./replays/dedupe-key.ts";
export type { FieldPath } from "./replays/fields.ts";
export { handleOnce } from "./replays/handle-once.ts";
export { type MemoryReplaysOptions, memoryReplays } from "./replays/memory-replays.ts";
export type { ReplayClaim, ReplayStore } from "./replays/store.ts";
