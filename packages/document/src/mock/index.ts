export { type Answer, problem, shown } from "./answer.ts";
export { preferHeader } from "./answer-choice.ts";
export { type AnswerParts, answerRequest, type Outcome, refusedOutcome } from "./answer-request.ts";
export { isJsonType, parsePairs, readBody } from "./body.ts";
export { bulkAnswer } from "./bulk-answer.ts";
export { decodeEscapes } from "./decode-escapes.ts";
export { concreteType } from "./document/concrete-type.ts";
export { type DocumentContent, type DocumentExample, fieldType, readContent } from "./document/content.ts";
export { envelopePlaces, unwrapped } from "./document/envelope.ts";
export { examplesInShape, roleOf, shapeOf } from "./document/example-shape.ts";
export { documentExtension, type Guesses, noGuesses, readGuesses } from "./document/guesses.ts";
export type { OpenDocument } from "./document/open-document.ts";
export {
  contentOf,
  type DocumentBody,
  type DocumentOperation,
  type DocumentResponse,
  readOperations,
  responseOf,
  serverURL,
} from "./document/operations.ts";
export { paginationsOf } from "./document/pagination.ts";
export type { DocumentParameter } from "./document/parameters.ts";
export { type ObjectShape, objectShape } from "./document/shape.ts";
export { freshId } from "./fresh-id.ts";
export { type Head, type HeadParts, headOf } from "./head.ts";
export { examplesOf, pageOfItems } from "./item-pages.ts";
export { wantedTypes } from "./judge/accept.ts";
export { JUDGED_HTTP } from "./judge/judged-schemes.ts";
export { type JudgedBody, type Judgement, judgedBody, type Question } from "./judge/judgement.ts";
export { formOf, plainBody } from "./judge/sent-form.ts";
export { strictViolations } from "./judge/strict.ts";
export { deepObjects, isReadHere, structuredHeaders } from "./judge/structured-parameters.ts";
export { firstOf } from "./judge/told-faults.ts";
export { LIMITS } from "./limits.ts";
export { headerParameters, mediaTypeOf } from "./media-type.ts";
export { type MockRules, mockRules } from "./mock-rules.ts";
export { parseMultipart } from "./multipart.ts";
export { choosePage, type PageRequest } from "./pages.ts";
export { parseJson } from "./parse-json.ts";
export { recordOf } from "./record.ts";
export { Refusal } from "./refusal.ts";
export { basePaths, createRouter, firstBasePath } from "./route.ts";
export { RuleList } from "./rules.ts";
export { matchSegment, segmentTemplate } from "./template.ts";
export { bytesOf } from "./text.ts";
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
} from "./types.ts";
