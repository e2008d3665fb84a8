import { type JsonObject, listField, stringField } from "@trunkline/document";
import { groupBy } from "../group-by.ts";
import { splitId } from "../names/operation-id.ts";
import { createScope, type Scope } from "../names/scope.ts";
import { camelCase, kebabCase, pascalCase } from "../names/words.ts";
import type { Context } from "./context.ts";
import type { OperationModel } from "./operation-model.ts";
import type { Model, ResourceModel } from "./types.ts";

/** File stems that Windows cannot have, whatever their extension. */
const impossibleFiles = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Most file systems admit 255 bytes; an ending follows, and numbers where two names are the same. */
const LONGEST_FILE = 120;

export function resourcesOf(
  context: Context,
  operations: readonly OperationModel[],
  exports: Scope,
): ResourceModel[] {
  const files = createScope((name) => impossibleFiles.test(name));
  const ids = idsOf(operations);
  const locked = context.lock?.resources ?? {};
  const childrenOf = groupBy(ids, (id) => splitId(id).resource);
  const operationsOf = groupBy(operations, ({ resource }) => resource);
  return ids.map((id) => {
    const own = operationsOf.get(id) ?? [];
    const name = pascalCase(id);
    const stem = kebabCase(id).slice(0, LONGEST_FILE).replace(/-$/, "");
    return {
      id,
      property: id.split(".").at(-1) ?? id,
      className:
        (Object.hasOwn(locked, id) ? locked[id] : undefined) ?? exports.claim([name, `${name}Resource`]),
      file: files.claim(stem === "" ? ["resource"] : [stem, `${stem}-resource`]),
      description: describe(context.document, id, own),
      parent: splitId(id).resource || undefined,
      children: childrenOf.get(id) ?? [],
      operations: own,
    };
  });
}

/** Operations that are methods of the client itself. */
export function ownOperations({ operations }: Pick<Model, "operations">): readonly OperationModel[] {
  return operations.filter(({ resource }) => resource === "");
}

/** In document order, each after the ones that hold it. A resource of which only old names are left stays, too. */
function idsOf(operations: readonly OperationModel[]): string[] {
  const ids = new Set<string>();
  const add = (id: string): void => {
    const parts = id.split(".");
    for (const index of parts.keys()) ids.add(parts.slice(0, index + 1).join("."));
  };
  for (const { resource } of operations) if (resource !== "") add(resource);
  for (const alias of operations.flatMap(({ aliases }) => aliases)) {
    const { resource } = splitId(alias);
    if (resource !== "") add(resource);
  }
  return [...ids];
}

/** What the tag of the same name says, else the tag that all operations share. */
function describe(
  document: JsonObject,
  id: string,
  operations: readonly OperationModel[],
): string | undefined {
  const tags = listField(document, "tags");
  const byName = tags.find((tag) => camelCase(stringField(tag, "name") ?? "") === id.split(".").at(-1));
  const shared = new Set(operations.map(({ tag }) => tag));
  const [only] = shared;
  const found =
    byName ?? (shared.size === 1 ? tags.find((tag) => stringField(tag, "name") === only) : undefined);
  return stringField(found, "description") ?? stringField(found, "summary");
}
