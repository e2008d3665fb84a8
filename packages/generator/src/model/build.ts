import type { Diagnostic } from "../diagnostics.ts";
import {
  field,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  objectField,
  stringField,
} from "../json.ts";
import type { NamesLock } from "../names/lock.ts";
import type { Scope } from "../names/scope.ts";
import { pascalCase } from "../names/words.ts";
import { clientOf } from "./client.ts";
import { type Context, extensionOf, type Source } from "./context.ts";
import { declarationsOf, type Owned } from "./declarations.ts";
import { below, entriesBelow, parsePointer, printPointer } from "./document.ts";
import { errorClass, vendorClasses } from "./errors.ts";
import { mergeLock } from "./lock.ts";
import { type NamedRoute, nameRoutes } from "./name-routes.ts";
import { createExports, nameTypes, takeLocked } from "./name-types.ts";
import { renameReferences } from "./nodes.ts";
import { type DraftOperation, draftOperation } from "./operations.ts";
import { resourcesOf } from "./resources.ts";
import { givesList } from "./result.ts";
import { type Route, routesOf } from "./routes.ts";
import { createTypes } from "./schema.ts";
import type { ErrorsModel, Model, OperationModel, TypeNode } from "./types.ts";
import { webhooksOf } from "./webhooks.ts";

/**
 * Builds the model of a package: what the document says, under names that are checked, unique and stable.
 *
 * @param lock - the committed names; what it holds keeps its name
 */
export function buildModel(loaded: Source, lock?: NamesLock): Model {
  const { document } = loaded;
  const diagnostics: Diagnostic[] = [];
  const context: Context = {
    document,
    settings: extensionOf(document),
    lock,
    types: createTypes(document, (pointer) => baseName(document, pointer)),
    report(severity, code, message, { pointer }, hint) {
      const location = loaded.locate(pointer);
      diagnostics.push({ severity, code, message, location, ...(hint === undefined ? {} : { hint }) });
    },
  };
  const exports = createExports();
  takeLocked(exports, lock);

  const routes = routesOf(document).filter((route) => field(extensionOf(route.at.value), "skip") !== true);
  const named = nameRoutes(routes, lock, (route) => givesList(context, route));
  const clientName = claimClient(context, exports, lock);
  const errors = claimErrors(context, exports, clientName);
  const client = clientOf(context, clientName, exports, findRoute(named), routes);

  const drafts = named.map((route) =>
    draftOperation(context, route, client, (status) => errorClass(status, errors.byStatus, errors.base)),
  );
  const webhooks = webhooksOf(context, clientName);
  // What nothing refers to is exported all the same: somebody wrote it down for a reason.
  for (const pointer of orphans(document)) {
    context.types.of({ value: { $ref: pointer }, pointer: [] }, "output", "");
  }
  const typeDrafts = context.types.drafts();
  const typeNames = nameTypes(document, typeDrafts, exports, lock);
  const rename = (key: string): string => typeNames.get(key) ?? key;
  const resolved = (type: TypeNode): TypeNode => renameReferences(type, rename);

  const owned: Owned[] = [];
  const operations = drafts.map((draft) => finishOperation(draft, exports, lock, resolved, owned));
  const resources = resourcesOf(context, operations, exports);
  const model = {
    title: stringField(objectField(document, "info"), "title") ?? clientName,
    apiVersion: stringField(objectField(document, "info"), "version") ?? "",
    description:
      stringField(objectField(document, "info"), "description") ??
      stringField(objectField(document, "info"), "summary"),
    client,
    resources,
    operations,
    declarations: declarationsOf(context, { drafts: typeDrafts, rename, owned, operations, webhooks }),
    webhooks: webhooks && {
      name: exports.claim([webhooks.name, `${webhooks.name}Map`]),
      events: webhooks.events.map((event) => ({ ...event, type: resolved(event.type) })),
    },
    errors: { base: errors.base, classes: errors.classes, bodies: errors.bodies },
  };
  return { ...model, lock: mergeLock(model, typeDrafts, typeNames), diagnostics };
}

/** A component keeps its name; `x-trunkline.name` overrides it. */
function baseName(document: JsonObject, pointer: string): string {
  const path = parsePointer(pointer);
  const schema = below({ value: document, pointer: [] }, ...path)?.value;
  return stringField(extensionOf(schema), "name") ?? pascalCase(path.at(-1) ?? "");
}

function claimClient({ settings, document }: Context, exports: Scope, lock: NamesLock | undefined): string {
  const own = stringField(objectField(settings, "client"), "name");
  const title = stringField(objectField(document, "info"), "title") ?? "";
  const guess = pascalCase(
    title.replace(
      /\b(?:public|open|rest|http|json|api|docs?|documentation|reference|specification|v\d+(?:\.\d+)*)\b/gi,
      " ",
    ),
  );
  const name = own ?? lock?.client ?? guess;
  return exports.claim([pascalCase(name), `${pascalCase(name) || "Api"}Client`]);
}

function claimErrors(
  context: Context,
  exports: Scope,
  clientName: string,
): ErrorsModel & { readonly byStatus: ReadonlyMap<string, string> } {
  const base = exports.claim([`${clientName}Error`]);
  const wanted = vendorClasses(context);
  const names = new Map<string, string>();
  const byStatus = new Map<string, string>();
  for (const [status, vendorName] of wanted) {
    let name = names.get(vendorName);
    if (name === undefined) {
      // A vendor's class may have the name of one of the runtime's: it is exported in its stead.
      const plain = pascalCase(vendorName);
      const isFree = plain === base || exports.take(plain);
      name = isFree ? plain : exports.claim([`${clientName}${plain}`]);
      names.set(vendorName, name);
    }
    byStatus.set(status, name);
  }
  const classes = [...names.values()].map((name) => ({
    name,
    statuses: [...byStatus].filter(([, one]) => one === name).map(([status]) => status),
  }));
  return { base, classes, byStatus, bodies: exports.claim([`${clientName}ErrorBodies`]) };
}

/** By the id that the document writes, or by the one that the client has. */
function findRoute(named: readonly NamedRoute[]): (id: string) => Route | undefined {
  return (id) =>
    named.find(({ route, id: own }) => own === id || field(route.at.value, "operationId") === id)?.route;
}

function finishOperation(
  draft: DraftOperation,
  exports: Scope,
  lock: NamesLock | undefined,
  resolved: (type: TypeNode) => TypeNode,
  owned: Owned[],
): OperationModel {
  const { operation, owner, params, paging } = draft;
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
      shape: { kind: "interface", extends: [], properties: properties(params), index },
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
  return {
    ...operation,
    parameters: operation.parameters.map((one) => ({ ...one, type: resolved(one.type) })),
    result: { ...operation.result, type: resolved(operation.result.type) },
    errors: operation.errors.map((one) => ({ ...one, body: one.body && resolved(one.body) })),
    params:
      paramsName === undefined
        ? undefined
        : { name: paramsName, required: params.some((one) => !one.optional) },
    page:
      paging === undefined || pageName === undefined || item === undefined
        ? undefined
        : { name: pageName, item, styles: paging.styles },
  };
}

/** Schemas that no `$ref` of the document names. */
function orphans(document: JsonObject): string[] {
  const named = new Set<string>();
  const open: JsonValue[] = [document];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isArray(value)) open.push(...value);
    else if (isObject(value)) {
      const ref = stringField(value, "$ref");
      if (ref !== undefined) named.add(ref);
      open.push(...Object.values(value));
    }
  }
  return entriesBelow({ value: document, pointer: [] }, "components", "schemas")
    .map(([, at]) => printPointer(at.pointer))
    .filter((pointer) => !named.has(pointer));
}
