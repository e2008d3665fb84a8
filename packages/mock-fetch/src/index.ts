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
export { type CompiledDocument, type CompileOptions, compileDocument } from "./compile.ts";
export { createMockFetch } from "./mock-fetch.ts";
export type { MockFetch, MockFetchOptions } from "./types.ts";
