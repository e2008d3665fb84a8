import type { JsonObject } from "@trunkline/document";

/** As the runtime's `BulkDefinition`. */
export type BulkDefinitionModel = JsonObject & {
  readonly rows: string;
  readonly max?: number;
  readonly keyLife?: number;
  readonly answer: JsonObject;
};
