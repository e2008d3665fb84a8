export {
  type AnswerForm,
  answerForm,
  isBytes,
  isRangeType,
  isStructuredSchema,
  isVendorType,
} from "./answer-form.ts";
export * from "./extension.ts";
export * from "./json.ts";
export { bareMediaType, isEventStream, isJsonLines, isStreamType } from "./media-types.ts";
export { hasMethodKey, type ItemOperation, isSafeMethod, operationsOfItem } from "./methods.ts";
export * from "./pagination.ts";
export * from "./pointer.ts";
export { recordFault } from "./record-fault.ts";
export { type SentPath, sentPath } from "./sent-path.ts";
export { matchesStatus, statusFamily } from "./status.ts";
export { canonicalText, twinsOf } from "./twins.ts";
export { findTwinsOnce, type Keywords } from "./unique-items.ts";
export { unreachable } from "./unreachable.ts";
export { signingOf, type WebhookSigning, type WebhooksSaid } from "./webhook-signing.ts";
export * from "./x-trunkline.ts";
