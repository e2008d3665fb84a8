/** What emitted code uses and passes on of the runtime's module for rows in bulk. */
export const BULK = "@trunkline/runtime/bulk";

/** Of it, what methods are made of. */
export const bulkNames = ["bulkRun", "BulkOptions", "BulkRows", "BulkRun"] as const;

/** Of it, what packages pass on: errors, and types that programs name. */
export const bulkExports = {
  values: ["BulkError"],
  types: ["BulkFate", "BulkOptions", "BulkProgress", "BulkRows", "BulkRun", "BulkSummary"],
} as const;
