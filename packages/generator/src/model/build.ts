import { field, objectField, readExtension, stringField } from "@trunkline/document";
import { DiagnosticSink } from "../diagnostic-sink.ts";
import { carryOver } from "../names/carry-over.ts";
import type { NamesLock } from "../names/lock.ts";
import { mixedScripts } from "../names/mixed-scripts.ts";
import type { Pointer } from "../read/types.ts";
import { clientOf } from "./client.ts";
import type { Context, Source } from "./context.ts";
import { datesOf } from "./dates.ts";
import { declarationsOf, type Owned } from "./declarations.ts";
import { errorClass } from "./errors.ts";
import { finishOperation } from "./finish-operation.ts";
import type { ShapeOf } from "./fit-example.ts";
import { int64Of } from "./int64/int64.ts";
import { expressible } from "./left-out.ts";
import { flatLock, mergeLock } from "./lock.ts";
import { baseName, nameClient, nameErrors, wantedClient } from "./name-client.ts";
import { type NamedRoute, nameRoutes } from "./name-routes.ts";
import { createExports, nameTypes, takeLocked } from "./name-types.ts";
import { renameReferences } from "./nodes.ts";
import { draftOperation } from "./operations.ts";
import type { PersonsWord } from "./persons-word.ts";
import { pin } from "./pin.ts";
import { resourcesOf } from "./resources.ts";
import { givesList } from "./result.ts";
import { type Route, routesOf } from "./routes.ts";
import { withoutCycles } from "./schemas/cycles.ts";
import { createTypes } from "./schemas/types.ts";
import { unreferencedSchemas } from "./schemas/unreferenced-schemas.ts";
import type { TypeNode } from "./type-nodes.ts";
import type { Model, WebhooksModel } from "./types.ts";
import { withVariants } from "./variants.ts";
import { callbacksOf, type DraftWebhooks, webhooksOf } from "./webhooks.ts";

/**
 * Builds the model of a package: what the document says, under names that are checked, unique and stable.
 *
 * @param committed - the committed names; what it holds keeps its name
 * @param person - what a person said; without it, no environment variable is read
 */
export function buildModel(
  loaded: Source,
  committed?: NamesLock,
  person: PersonsWord = { folder: "" },
): Model {
  const document = withoutCycles(loaded.document);
  const lock = committed && flatLock(carryOver(committed, routesOf(document)));
  const sink = new DiagnosticSink((pointer: Pointer) => loaded.locate(pointer));
  const settings = readExtension("document", document);
  const context: Context = {
    document,
    settings,
    lock,
    person,
    isOverlaid: (pointer) => loaded.isOverlaid?.(pointer) ?? false,
    types: createTypes(document, (pointer) => baseName(document, pointer), settings.int64),
    report: (severity, code, message, { pointer }, hint) => sink.add(severity, pointer, code, message, hint),
  };
  const exports = createExports();
  takeLocked(exports, lock);

  const wanted = routesOf(document).filter(
    (route) => readExtension("operation", route.at.value).skip !== true,
  );
  const routes = expressible(context, wanted);
  const leftOut = wanted.filter((route) => !routes.includes(route)).map(({ key }) => key);
  const forms = withVariants(context, routes);
  const namedRoutes = nameRoutes(
    forms,
    lock,
    (route) => givesList(context, route),
    wantedClient(context, lock).name,
  );
  for (const one of namedRoutes.filter(({ isGuess }) => isGuess)) reportName(context, one);
  const clientName = nameClient(context, exports, lock);
  const errors = nameErrors(context, exports, clientName);
  const client = clientOf(context, clientName, exports, findRoute(namedRoutes), routes);

  const drafts = namedRoutes.map((route) =>
    draftOperation(context, route, client, (status) => errorClass(status, errors.byStatus, errors.base)),
  );
  reportCookies(context, routes);
  for (const one of namedRoutes) reportScripts(context, one);
  const webhooks = webhooksOf(context, clientName);
  const callbacks = callbacksOf(context, namedRoutes, clientName);
  // What nothing refers to is exported all the same: somebody wrote it down for a reason.
  for (const pointer of unreferencedSchemas(document)) {
    context.types.of({ value: { $ref: pointer }, pointer: [] }, "output", "");
  }
  const typeDrafts = context.types.drafts();
  const typeNames = nameTypes(document, typeDrafts, exports, lock);
  const rename = (key: string): string => typeNames.get(key) ?? key;
  const resolved = (type: TypeNode): TypeNode => renameReferences(type, rename);

  const finished = ({ name, about, events, signed }: DraftWebhooks): WebhooksModel => ({
    about,
    name: exports.claim([name, `${name}Map`]),
    events: events.map((event) => ({ ...event, type: resolved(event.type) })),
    signed: signed && {
      ...signed,
      union: exports.claim([`${clientName}WebhookEvent`, `${clientName}WebhookUnion`]),
      type: resolved(signed.type),
    },
  });

  const shapeOf: ShapeOf = (key) => typeDrafts.get(key)?.shape;
  const owned: Owned[] = [];
  const operations = drafts.map((draft) => finishOperation(draft, exports, lock, resolved, shapeOf, owned));
  const resources = resourcesOf(context, operations, exports);
  const declarations = declarationsOf(context, {
    drafts: typeDrafts,
    rename,
    owned,
    operations,
    webhooks,
    callbacks,
  });
  const model = {
    title: stringField(objectField(document, "info"), "title") ?? clientName,
    apiVersion: stringField(objectField(document, "info"), "version") ?? "",
    description:
      stringField(objectField(document, "info"), "description") ??
      stringField(objectField(document, "info"), "summary"),
    client,
    resources,
    operations,
    leftOut: leftOut.length + (loaded.leftOut?.length ?? 0),
    declarations,
    webhooks: webhooks && finished(webhooks),
    callbacks: callbacks && finished(callbacks),
    errors: { base: errors.base, classes: errors.classes, bodies: errors.bodies },
    dates: datesOf({ operations, declarations }),
    int64: int64Of(context, { operations, declarations }),
  };
  return {
    ...model,
    lock: mergeLock(model, typeDrafts, typeNames, context.settings, leftOut),
    diagnostics: sink.all,
  };
}

/** Once for all: fetch in a browser sends the cookies that the browser has, and no others. */
function reportCookies(context: Context, routes: readonly Route[]): void {
  const found = routes.flatMap(({ parameters }) =>
    parameters.filter(({ value }) => stringField(value, "in") === "cookie"),
  );
  const [first] = found;
  if (first === undefined) return;
  const names = [...new Set(found.map(({ value }) => stringField(value, "name")))].join(", ");
  const message = `Browsers do not send cookies that a script sets on a request: ${names}`;
  context.report("warning", "browser-cookie", message, first, "Other runtimes send them.");
}

/** Letters of another script can make a second name that looks like the first. */
function reportScripts(context: Context, { route, id }: NamedRoute): void {
  const scripts = mixedScripts(id);
  if (scripts === undefined) return;
  const message = `${route.key} is called ${id}, in letters of ${scripts.join(" and ")}, which look alike`;
  const hint = "If it is a mistake, write the name in one script; `resource` and `method` name it too.";
  context.report("warning", "mixed-scripts", message, route.at, hint);
}

function reportName(context: Context, { route, id, resource, method, reason }: NamedRoute): void {
  if (route.variant !== undefined) {
    const hint = "An overlay that removes the media type takes the method away.";
    context.report("guess", "media-type-method", `${route.key} is called ${id}: ${reason}`, route.at, hint);
    return;
  }
  const hint = pin(`at ${route.key}`, resource === "" ? { method } : { resource, method });
  context.report("guess", "operation-name", `${route.key} is called ${id}: ${reason}`, route.at, hint);
}

/** By the id that the document writes, or by the one that the client has. */
function findRoute(named: readonly NamedRoute[]): (id: string) => Route | undefined {
  return (id) =>
    named.find(({ route, id: own }) => own === id || field(route.at.value, "operationId") === id)?.route;
}
