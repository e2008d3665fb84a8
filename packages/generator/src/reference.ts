export { about } from "./emit/about.ts";
export {
  markdownBlocks,
  markdownCode,
  markdownFence,
  markdownTable,
  markdownText,
} from "./emit/markdown.ts";
export { credentials, environments } from "./emit/readme/access.ts";
export { everyCall, pages, retries } from "./emit/readme/behaviour.ts";
export { errors } from "./emit/readme/errors.ts";
export { hooks } from "./emit/readme/hooks.ts";
export { middleware } from "./emit/readme/middleware.ts";
export { network } from "./emit/readme/network.ts";
export { quotaSentence, quotas } from "./emit/readme/quotas.ts";
export { simplest } from "./emit/readme/simplest.ts";
export { webhooks } from "./emit/readme/webhooks.ts";
export { endSentence, firstSentence } from "./emit/typescript/docs.ts";
export { emitConstruction, emitExample, emitWalkExample } from "./emit/typescript/example.ts";
export type { PageModel } from "./model/answer-model.ts";
export type { ClientModel } from "./model/client-model.ts";
export type { ErrorResponseModel, OperationModel } from "./model/operation-model.ts";
export type { ParameterModel } from "./model/parameters-model.ts";
export { pageSizePlaces } from "./model/request-place.ts";
export type { Declaration, Docs, PropertyModel, TypeNode } from "./model/type-nodes.ts";
export type { Model, ResourceModel, WebhooksModel } from "./model/types.ts";
export { joinId } from "./names/operation-id.ts";
export { kebabCase } from "./names/words.ts";
export { type ReadModel, readModel } from "./read-model.ts";
