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
  type DocumentContent,
  type DocumentExample,
  type DocumentOperation,
  type DocumentParameter,
  type DocumentResponse,
  readOperations,
  serverURL,
} from "./operations.ts";
export { type Pagination, paginationsOf } from "./pagination.ts";
export { type ObjectShape, objectShape } from "./shape.ts";
