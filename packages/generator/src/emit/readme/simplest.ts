import type { OperationModel } from "../../model/operation-model.ts";
import type { Model } from "../../model/types.ts";

/** Finds a method that reads and needs no arguments; else the first method that a caller would use. */
export function simplest({ operations }: Model): OperationModel | undefined {
  const usual = operations.filter(({ deprecated, security }) => !deprecated && security?.length !== 0);
  return usual.find((operation) => isPlainRead(operation) && !operation.path.includes("{")) ?? usual[0];
}

/** A call that reads and needs nothing but an id. */
export function plainRead({ operations }: Model): OperationModel | undefined {
  const reads = operations.filter(isPlainRead);
  return reads.find(({ path }) => !path.includes("{")) ?? reads[0];
}

function isPlainRead({ httpMethod, params, deprecated, page, security }: OperationModel): boolean {
  return (
    httpMethod === "GET" && !params?.required && !deprecated && page === undefined && security?.length !== 0
  );
}
