import type { Read } from "../../extension.ts";
import type { JsonObject, JsonValue } from "../../json.ts";
import type { Guesses } from "./guesses.ts";

/** An OpenAPI document whose references are followed on demand. */
export interface OpenDocument {
  readonly root: JsonObject;
  /** Its `x-trunkline`. */
  readonly said: Read<"document">;
  /** What its client does and it does not say; from its names.lock. */
  readonly guesses: Guesses;
  /** Follows `$ref` until a value that is not one. */
  resolve(node: JsonValue | undefined): JsonValue | undefined;
}
