import { splitId } from "../names/operation-id.ts";
import type { Model, OperationModel, ResourceModel } from "./types.ts";

/** A former name of an operation, as a method of a class. */
export interface Alias {
  readonly operation: OperationModel;
  readonly name: string;
  /** Key of what the class knows about the operation. */
  readonly key: string;
  /** The operation itself is a method of another class. */
  readonly isForeign: boolean;
}

/** Former names that belong to the class of a resource. */
export function aliasesOf(
  { id }: Pick<ResourceModel, "id">,
  { operations }: Pick<Model, "operations">,
): Alias[] {
  return operations.flatMap((operation) => {
    const isForeign = operation.resource !== id;
    return operation.aliases
      .map(splitId)
      .filter(({ resource }) => resource === id)
      .map(({ method: name }) => ({ operation, name, key: isForeign ? name : operation.method, isForeign }));
  });
}
