export {
  type FailRule,
  type ItemsRule,
  MockUsageError,
  type PreferRule,
  type RecordedAnswer,
  type RecordedBody,
  type RecordedPart,
  type RecordedRequest,
  type Violation,
} from "@trunkline/document/mock";
export type {
  DeliverOptions,
  Delivery,
  DeliveryAttempt,
  DeliveryRequest,
  DeliveryTamper,
} from "./deliver/types.ts";
export { documentPath, packageFolder } from "./source.ts";
export { startMock } from "./start.ts";
export type { Mock, MockOptions } from "./types.ts";
