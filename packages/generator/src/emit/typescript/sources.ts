import { pageKey, sharedPageNames } from "../../model/page-key.ts";
import type { Model, SignedWebhooks, WebhooksModel } from "../../model/types.ts";
import { eventMaps } from "../../model/webhooks.ts";
import { type Code, code, comment, identifier, nothing, print, propertyKey } from "../text.ts";
import { clientFile } from "./client.ts";
import { datesFile } from "./dates-file.ts";
import { declarationOf } from "./declaration.ts";
import { definitionFile } from "./definition-file.ts";
import { commentOf } from "./docs.ts";
import { errorsFile } from "./errors.ts";
import { createFile, type File } from "./file.ts";
import { indexFile } from "./index-file.ts";
import { int64File } from "./int64-file.ts";
import { pageOf } from "./page-styles.ts";
import { resourceFile } from "./resource.ts";
import { typeOf } from "./type.ts";
import { webhooksFile } from "./webhooks-file.ts";

/** Every `src/…` file of the package that the model decides, unformatted, keyed by its path. */
export function emitSources(model: Model): Map<string, string> {
  const folders = new Map(model.resources.map(({ id, file }) => [id, `resources/${file}`]));
  const homes = new Map(
    model.declarations.map(({ name, resource }) => [name, folders.get(resource ?? "") ?? "types"]),
  );
  const open = (path: string): File => createFile(model, path, (name) => homes.get(name) ?? "types");
  const files: (readonly [path: string, text: Code])[] = [
    ["index", indexFile(model)],
    ["client", clientFile(open("client"))],
    ["definition", definitionFile(open("definition"))],
    ["errors", errorsFile(open("errors"))],
    ...model.resources.map((resource) => {
      const path = `resources/${resource.file}`;
      return [path, resourceFile(resource, open(path))] as const;
    }),
  ];
  if (model.dates !== undefined) files.push(["dates", datesFile(model.dates, open("dates"))]);
  if (model.int64 !== undefined) files.push(["int64", int64File(model.int64, open("int64"))]);
  if (sharedPageNames(model).size > 0) files.push(["pages", pagesFile(open("pages"))]);
  const shared = model.declarations.filter(({ resource }) => resource === undefined);
  if (shared.length > 0 || eventMaps(model).length > 0) files.push(["types", typesFile(open("types"))]);
  const signed = model.webhooks?.signed;
  if (signed !== undefined) files.push(["webhooks", webhooksFile(signed, open("webhooks"))]);
  return new Map(files.map(([path, text]) => [`src/${path}.ts`, print(text)]));
}

/** `src/pages.ts`: how lists are walked, where several are walked in the same way. */
function pagesFile(file: File): Code {
  const { operations } = file.model;
  const constants = [...sharedPageNames(file.model)].flatMap(([key, name]) => {
    const one = operations.find((operation) => operation.page !== undefined && pageKey(operation) === key);
    const type = file.runtimeType("PageStyle");
    return one === undefined
      ? []
      : [code`export const ${identifier(name)}: ${type} = ${pageOf(one, file)};\n`];
  });
  const docs = comment(["Ways of paging that several methods share."]);
  return code`${file.imports.statements()}\n${docs}${constants}`;
}

/** `src/types.ts`: types that several resources share, and what the API sends by itself. */
function typesFile(file: File): Code {
  const types = file.model.declarations
    .filter(({ resource }) => resource === undefined)
    .map((declaration) => code`${declarationOf(declaration, file)}\n`);
  const { webhooks, callbacks } = file.model;
  const maps = [
    eventMap(webhooks, "What the API sends to your endpoint: the type of the body of each event.", file),
    eventMap(callbacks, "What the API sends because of a call: the type of the body of each callback.", file),
  ];
  const union = webhooks?.signed === undefined ? nothing : unionOf(webhooks.signed, file);
  return code`${file.imports.statements()}\n${types}${maps}${union}`;
}

/** What deliveries are when they are verified. */
function unionOf({ union, type, place }: SignedWebhooks, file: File): Code {
  const by = place === undefined ? "" : `, by \`${"field" in place ? place.field : "event"}\``;
  const docs = comment([
    `The events that a verified delivery can hold${by}. The API may send further ones, which this version does not know.`,
  ]);
  return code`${docs}export type ${identifier(union)} = ${typeOf(type, { file, indent: 0, input: false })};\n`;
}

function eventMap(map: WebhooksModel | undefined, text: string, file: File): Code {
  if (map === undefined) return nothing;
  const place = { file, indent: 2, input: false };
  const events = map.events.map(
    ({ event, type, docs }) =>
      code`${commentOf(docs, place)}${propertyKey(event)}: ${typeOf(type, place)};\n`,
  );
  return code`${comment([text])}export interface ${identifier(map.name)} {\n${events}}\n\n`;
}
