import type { LockedOperation, NamesLock } from "../names/lock.ts";
import { isInput } from "./name-types.ts";
import type { Draft } from "./schemas/types.ts";
import type { Model, OperationModel } from "./types.ts";

/** The lock of a model: every name that it uses, and none that it does not. */
export function mergeLock(
  { client, resources, operations }: Pick<Model, "client" | "resources" | "operations">,
  drafts: ReadonlyMap<string, Draft>,
  names: ReadonlyMap<string, string>,
): NamesLock {
  const types: Record<string, string> = {};
  const inputs: Record<string, string> = {};
  for (const draft of drafts.values()) {
    (isInput(draft) ? inputs : types)[draft.pointer] = names.get(draft.key) ?? draft.wanted;
  }
  return {
    version: 1,
    client: client.name,
    operations: Object.fromEntries(
      operations.map((operation) => [
        `${operation.httpMethod} ${operation.path}`,
        lockedOperation(operation),
      ]),
    ),
    resources: Object.fromEntries(resources.map(({ id, className }) => [id, className])),
    types,
    inputs,
  };
}

function lockedOperation(operation: OperationModel): LockedOperation {
  const names = (place: string): string[] =>
    operation.parameters.filter((one) => one.in === place).map((one) => one.wire);
  const { page, result, params, walk, body } = operation;
  const resultName = page?.name ?? (result.type.kind === "reference" ? result.type.name : undefined);
  const cookie = names("cookie");
  return {
    id: operation.id,
    resource: operation.resource,
    method: operation.method,
    ...(walk === undefined ? {} : { walk: walk.method }),
    ...(page === undefined ? {} : { paged: true }),
    aliases: operation.aliases,
    path: names("path"),
    query: names("query"),
    header: names("header"),
    ...(cookie.length === 0 ? {} : { cookie }),
    body: body?.placement ?? "none",
    nested: { ...operation.nested } as Record<string, string>,
    types: {
      ...(params === undefined ? {} : { params: params.name }),
      ...(resultName === undefined ? {} : { result: resultName }),
    },
  };
}
