export type {
  DeliverOptions,
  Delivery,
  DeliveryAttempt,
  DeliveryRequest,
  DeliveryTamper,
} from "./deliver/types.ts";
export { documentPath, packageFolder } from "./source.ts";
export { startMock } from "./start.ts";
export {
  type FailRule,
  type ItemsRule,
  type Mock,
  type MockOptions,
  MockUsageError,
  type PreferRule,
  type RecordedAnswer,
  type RecordedBody,
  type RecordedPart,
  type RecordedRequest,
  type Violation,
} from "./types.ts";
