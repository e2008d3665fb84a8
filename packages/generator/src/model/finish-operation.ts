import { isObject, type JsonObject } from "@trunkline/document";
import type { NamesLock } from "../names/lock.ts";
import { joinId } from "../names/operation-id.ts";
import type { Scope } from "../names/scope.ts";
import { pascalCase } from "../names/words.ts";
import type { DraftBulk } from "./bulk.ts";
import type { Owned } from "./declarations.ts";
import { fitExample, type ShapeOf } from "./fit-example.ts";
import type { BulkModel, ExampleModel, OperationModel } from "./operation-model.ts";
import type { DraftOperation } from "./operations.ts";
import type { TypeNode } from "./type-nodes.ts";

/** The operation with names for its own types, which are declared on the way. */
export function finishOperation(
  draft: DraftOperation,
  exports: Scope,
  lock: NamesLock | undefined,
  resolved: (type: TypeNode) => TypeNode,
  shapeOf: ShapeOf,
  owned: Owned[],
): OperationModel {
  const { operation, owner, params, paging, bulk, written } = draft;
  const locked = lock?.operations[draft.route.route.key]?.types;
  const properties = (list: typeof params): typeof params =>
    list.map((property) => ({ ...property, type: resolved(property.type) }));
  const paramsName =
    params.length === 0
      ? undefined
      : (locked?.params ?? exports.claim([`${owner}Params`, `${owner}RequestParams`]));
  const pageName =
    paging === undefined
      ? undefined
      : (locked?.result ?? exports.claim([`${owner}Page`, `${owner}ResultPage`]));
  const item = paging && resolved(paging.item);
  if (paramsName !== undefined) {
    const index: TypeNode | undefined = draft.isOpen ? { kind: "primitive", name: "unknown" } : undefined;
    owned.push({
      name: paramsName,
      resource: operation.resource,
      pointer: operation.pointer,
      text: `Params of \`${operation.id}\`.`,
      input: true,
      shape: {
        kind: "interface",
        extends: [],
        properties: properties(params),
        index,
        ...(written && { written: { ...written, type: resolved(written.type) } }),
      },
    });
  }
  if (paging !== undefined && pageName !== undefined && item !== undefined) {
    owned.push({
      name: pageName,
      resource: operation.resource,
      pointer: operation.pointer,
      text: `One page of \`${operation.id}\`.`,
      input: false,
      shape: { kind: "page", item, properties: properties(paging.properties) },
    });
  }
  const bulkModel = bulk && finishBulk(draft, bulk, exports, locked?.bulk, resolved, owned);
  return {
    ...operation,
    bulk: bulkModel,
    parameters: operation.parameters.map((one) => ({ ...one, type: resolved(one.type) })),
    result: { ...operation.result, type: resolved(operation.result.type) },
    errors: operation.errors.map((one) => ({ ...one, body: one.body && resolved(one.body) })),
    example: fittedCall(draft, shapeOf),
    params:
      paramsName === undefined
        ? undefined
        : { name: paramsName, required: params.some((one) => !one.optional) },
    page:
      paging === undefined || pageName === undefined || item === undefined
        ? undefined
        : { name: pageName, item, styles: paging.styles, guessed: paging.guessed },
  };
}

/** The method for any number of rows, with a type for its params. */
function finishBulk(
  { operation }: DraftOperation,
  { params, ...bulk }: DraftBulk,
  exports: Scope,
  locked: string | undefined,
  resolved: (type: TypeNode) => TypeNode,
  owned: Owned[],
): BulkModel {
  const own = pascalCase(operation.resource) + pascalCase(bulk.method);
  const name =
    params.length === 0 ? undefined : (locked ?? exports.claim([`${own}Params`, `${own}RequestParams`]));
  if (name !== undefined) {
    owned.push({
      name,
      resource: operation.resource,
      pointer: operation.pointer,
      text: `Params of \`${joinId(operation.resource, bulk.method)}\`: those of \`${operation.id}\` without \`${bulk.field}\`.`,
      input: true,
      shape: {
        kind: "interface",
        extends: [],
        properties: params.map((property) => ({ ...property, type: resolved(property.type) })),
        index: undefined,
      },
    });
  }
  return {
    ...bulk,
    row: resolved(bulk.row),
    params: name === undefined ? undefined : { name, required: params.some((one) => !one.optional) },
  };
}

/** The call that the document shows, as far as its types admit it. */
function fittedCall({ operation, params, isOpen, written }: DraftOperation, shapeOf: ShapeOf): ExampleModel {
  const { example, parameters } = operation;
  const [positional] = parameters.filter((one) => one.in === "path");
  const path = example.path.map((value) =>
    positional === undefined ? value : (fitExample(value, positional.type, shapeOf) ?? value),
  );
  if (example.params === undefined && params.every((one) => one.optional)) return { path, params: undefined };
  const index: TypeNode | undefined = isOpen ? { kind: "primitive", name: "unknown" } : undefined;
  const own = params.filter(({ name }) => !written?.names.includes(name));
  const object: TypeNode = { kind: "object", properties: own, index };
  // What is written elsewhere may say more there: a discriminator has one value in each of its kinds.
  const type: TypeNode =
    written === undefined ? object : { kind: "intersection", members: [object, written.type] };
  const fitted = fitExample(example.params, type, shapeOf);
  const isSome = isObject(fitted) && Object.keys(fitted).length > 0;
  return { path, params: isSome || params.some((one) => !one.optional) ? (fitted as JsonObject) : undefined };
}
