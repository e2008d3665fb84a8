import { groupBy } from "../group-by.ts";
import { splitId } from "../names/operation-id.ts";
import type { OperationModel } from "./operation-model.ts";
import type { Model, ResourceModel } from "./types.ts";

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
): readonly Alias[] {
  const known = byResource.get(operations) ?? groupBy(operations.flatMap(formerNames), ([owner]) => owner);
  byResource.set(operations, known);
  return (known.get(id) ?? []).map(([, alias]) => alias);
}

type Former = readonly [owner: string, alias: Alias];

/** Every resource asks for its own. */
const byResource = new WeakMap<readonly OperationModel[], ReadonlyMap<string, readonly Former[]>>();

function formerNames(operation: OperationModel): readonly Former[] {
  return operation.aliases.map(splitId).map(({ resource, method: name }) => {
    const isForeign = operation.resource !== resource;
    return [resource, { operation, name, key: isForeign ? name : operation.method, isForeign }];
  });
}
