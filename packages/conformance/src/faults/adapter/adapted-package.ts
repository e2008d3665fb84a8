import { listOf, objectOf, textOf } from "@trunkline/document";
import {
  type DocumentOperation,
  documentExtension,
  type OpenDocument,
  openDocument,
  readOperations,
} from "@trunkline/mock/document";
import type { ClientPackage } from "../../contract/package.ts";
import type { LockedNames } from "../../contract/types.ts";
import { ADAPTED, adaptedModule } from "./adapted-module.ts";
import { readAdapter } from "./read-adapter.ts";
import type { ClientAdapter } from "./types.ts";

/** What a package ships beside its code, made of the document and an adapter alone. */
export function adaptedPackage(file: string, module: unknown): ClientPackage {
  const document = openDocument(file);
  const operations = readOperations(document);
  const adapter = readAdapter(module, operations.map(idOf));
  const targets = operations
    .filter((operation) => Object.hasOwn(adapter.operations, idOf(operation)))
    .map((operation) => ({ operation, names: namesOf(document, operation, adapter) }));
  return {
    folder: file,
    name: textOf(objectOf(document.root.info).title) ?? file,
    client: ADAPTED,
    document,
    extension: documentExtension(document),
    operations,
    targets,
    credentials: credentialsOf(document),
    strays: [],
    isAdapted: true,
    load: () => Promise.resolve(adaptedModule(adapter, targets, document)),
  };
}

function idOf({ id, route }: DocumentOperation): string {
  return id ?? route;
}

/** Names as a lock would record them: the method of an operation is its id, on the client itself. */
function namesOf(document: OpenDocument, operation: DocumentOperation, adapter: ClientAdapter): LockedNames {
  const content = operation.method === "GET" ? [] : (operation.body?.content ?? []);
  const chosen = content.find(({ type }) => /[/+]json\b/.test(type)) ?? content[0];
  const schema = objectOf(document.resolve(chosen?.schema));
  const fields = Object.keys(objectOf(schema.properties));
  const isForm = /^multipart\/|x-www-form-urlencoded/.test(chosen?.type ?? "");
  const isObject = schema.type === "object" || listOf(schema.allOf).length > 0 || fields.length > 0;
  // A field that is called as a parameter could not be told from it.
  const isClear = operation.parameters.every(({ name }) => !fields.includes(name));
  return {
    id: idOf(operation),
    resource: "",
    method: idOf(operation),
    walk: undefined,
    paged: Object.hasOwn(adapter.walks ?? {}, idOf(operation)),
    media: chosen?.type,
    aliases: [],
    path: [...operation.path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? ""),
    body: chosen === undefined ? "none" : (isForm || isObject) && isClear ? "fields" : "body",
    nested: {},
  };
}

/** An option for each secret of the document, called as its scheme. */
function credentialsOf({ root }: OpenDocument): ClientPackage["credentials"] {
  const schemes = objectOf(objectOf(root.components).securitySchemes);
  return Object.fromEntries(
    Object.keys(schemes).map((id) => [
      id,
      {
        secret: { option: id },
        username: { option: id },
        password: { option: `${id}.password` },
        key: { option: `${id}.key` },
      },
    ]),
  );
}
