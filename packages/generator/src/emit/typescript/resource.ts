import { aliasesOf } from "../../model/aliases.ts";
import type { OperationModel } from "../../model/operation-model.ts";
import { pageKey, sharedPageNames } from "../../model/page-key.ts";
import type { Model, ResourceModel } from "../../model/types.ts";
import { type Code, code, comment, identifier, join, memberName, nothing, propertyKey } from "../text.ts";
import { bulkMethodOf } from "./bulk.ts";
import { declarationOf } from "./declaration.ts";
import { endSentence } from "./docs.ts";
import { type File, specifier } from "./file.ts";
import { aliasOf, methodsOf } from "./method.ts";
import { descriptorOf } from "./operation.ts";
import type { SharedPages } from "./page-styles.ts";

/** `src/resources/<name>.ts`: a class of one-statement methods, and the types that only they use. */
export function resourceFile(resource: ResourceModel, file: File): Code {
  const { operations, methods } = membersOf(resource, file);
  const docs = comment([endSentence(resource.description ?? "")]);
  const members = [...childrenOf(resource, file), ...methods];
  const body = code`${docs}export class ${identifier(resource.className)} extends ${file.runtime("APIResource")} {\n${join(members, code`\n`)}}\n`;
  const types = file.model.declarations
    .filter((declaration) => declaration.resource === resource.id)
    .map((declaration) => code`\n${declarationOf(declaration, file)}`);
  return code`${file.imports.statements()}\n${operations}${body}${types}`;
}

/** The methods of a class, and the constant that says of each operation what the wire needs to know. */
export function membersOf(
  holder: Pick<ResourceModel, "id" | "operations">,
  file: File,
): { readonly operations: Code; readonly methods: readonly Code[] } {
  const aliases = aliasesOf(holder, file.model);
  const methods = [
    ...holder.operations.flatMap((operation) => [
      ...methodsOf(operation, file),
      ...(operation.bulk === undefined ? [] : [bulkMethodOf(operation, operation.bulk, file)]),
    ]),
    ...aliases.map(({ operation, name, key }) => aliasOf(operation, name, key, file)),
  ];
  const foreign = aliases.filter(({ isForeign }) => isForeign);
  const shared = sharedPages([...holder.operations, ...foreign.map(({ operation }) => operation)], file);
  const descriptor = (operation: OperationModel, key: string): Code =>
    code`${propertyKey(key)}: ${descriptorOf(operation, file, shared)},\n`;
  const descriptors = [
    ...holder.operations.map((operation) => descriptor(operation, operation.method)),
    ...foreign.map(({ operation, key }) => descriptor(operation, key)),
  ];
  const operations =
    descriptors.length === 0
      ? nothing
      : code`const operations = {\n${descriptors}} satisfies ${file.runtimeType("Operations")};\n\n`;
  return { operations, methods };
}

/** What `src/pages.ts` holds is imported by the files that use it. */
function sharedPages(operations: readonly OperationModel[], file: File): SharedPages {
  const shared = new Map<string, Code>();
  const names = sharedPageNames(file.model);
  for (const operation of operations) {
    const name = operation.page === undefined ? undefined : names.get(pageKey(operation));
    if (name !== undefined)
      shared.set(pageKey(operation), file.imports.value(specifier(file.path, "pages"), name));
  }
  return shared;
}

const byId = new WeakMap<Model, ReadonlyMap<string, ResourceModel>>();

function resourcesById(model: Model): ReadonlyMap<string, ResourceModel> {
  const known = byId.get(model) ?? new Map(model.resources.map((one) => [one.id, one]));
  byId.set(model, known);
  return known;
}

/** The resources that this one holds, and the constructor that makes them. */
function childrenOf({ children, file: own }: ResourceModel, file: File): Code[] {
  const known = resourcesById(file.model);
  const held = children.flatMap((id) => known.get(id) ?? []);
  if (held.length === 0) return [];
  const made = held.map((child) => {
    const type = file.imports.value(
      specifier(`resources/${own}`, `resources/${child.file}`),
      child.className,
    );
    return {
      name: memberName(child.property),
      type,
      docs: comment([endSentence(child.description ?? "")], [], 2),
    };
  });
  const assignments = made.map(({ name, type }) => code`this.${name} = new ${type}(client);\n`);
  return [
    ...made.map(({ name, type, docs }) => code`${docs}readonly ${name}: ${type};\n`),
    code`constructor(client: ${file.runtimeType("APIClient")}) {\nsuper(client);\n${assignments}}\n`,
  ];
}
