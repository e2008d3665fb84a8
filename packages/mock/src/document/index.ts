export type { DocumentContent, DocumentExample } from "./content.ts";
export { envelopePlaces, unwrapped } from "./envelope.ts";
export { examplesInShape, roleOf, shapeOf } from "./example-shape.ts";
export {
  arrayOf,
  atPointer,
  isJsonObject,
  type Json,
  type JsonArray,
  type JsonObject,
  objectOf,
  pointerSegments,
  stringOf,
} from "./json.ts";
export { type OpenDocument, openDocument } from "./open.ts";
export {
  type DocumentBody,
  type DocumentOperation,
  type DocumentResponse,
  readOperations,
  serverURL,
} from "./operations.ts";
export { type Pagination, paginationsOf } from "./pagination.ts";
export type { DocumentParameter } from "./parameters.ts";
export { type ObjectShape, objectShape } from "./shape.ts";
