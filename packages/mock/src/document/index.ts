export { freshId } from "../fresh-id.ts";
export { type DocumentContent, type DocumentExample, fieldType } from "./content.ts";
export { envelopePlaces, unwrapped } from "./envelope.ts";
export { examplesInShape, roleOf, shapeOf } from "./example-shape.ts";
export { documentExtension, noGuesses } from "./guesses.ts";
export { type OpenDocument, openDocument } from "./open.ts";
export {
  type DocumentBody,
  type DocumentOperation,
  type DocumentResponse,
  readOperations,
  serverURL,
} from "./operations.ts";
export { paginationsOf } from "./pagination.ts";
export type { DocumentParameter } from "./parameters.ts";
export { type ObjectShape, objectShape } from "./shape.ts";
