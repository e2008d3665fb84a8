import type { ClientModel } from "../../model/client-model.ts";
import type { OperationModel } from "../../model/operation-model.ts";
import { ownOperations } from "../../model/resources.ts";
import type { Model } from "../../model/types.ts";
import { type Code, code, comment, identifier, join, memberName } from "../text.ts";
import { endSentence } from "./docs.ts";
import { emitConstruction, emitExample } from "./example.ts";
import type { File } from "./file.ts";
import { optionsOf } from "./options.ts";
import { membersOf } from "./resource.ts";
import { commonThrows } from "./throws.ts";

/** `src/client.ts`: the options and the client class. */
export function clientFile(file: File): Code {
  const { model } = file;
  const { client } = model;
  const name = identifier(client.name);
  const optionsName = identifier(client.optionsName);
  const definition = file.imports.value("./definition.js", "definition");
  const resources = model.resources
    .filter(({ parent }) => parent === undefined)
    .map((resource) => {
      const type = file.imports.value(`./resources/${resource.file}.js`, resource.className);
      const docs = comment([endSentence(resource.description ?? "")], [], 2);
      return code`${docs}readonly ${memberName(resource.property)}: ${type} = new ${type}(this);\n`;
    });
  const { operations, methods } = membersOf({ id: "", operations: ownOperations(model) }, file);
  const made = code`${comment(constructorText(client), [], 2)}constructor(options: ${optionsName} = {}) {
super(${definition}, options);
}
`;
  const body = code`${operations}${optionsOf(client, file)}
${clientDocs(model)}export class ${name} extends ${file.runtime("APIClient")}<${optionsName}> {
${join([...resources, made, ...methods], code`\n`)}}
`;
  return code`${file.imports.statements()}\n${body}`;
}

function clientDocs(model: Model): Code {
  const { client, title, description } = model;
  const operation = typicalOperation(model);
  const call = operation === undefined ? "" : `\n\n${emitExample(operation, "client")}`;
  const example = `@example\n\`\`\`ts\n${emitConstruction(client)}${call}\n\`\`\``;
  const throws = commonThrows(model);
  const everyCall =
    throws.length === 0 ? [] : ["Any call can throw the errors below; each method lists its own besides."];
  return comment(
    [`Client of the ${endSentence(title)}`, description ?? "", ...everyCall],
    [...throws, example],
  );
}

/** One that shows most and asks least: a plain GET, else a list, else what needs the credential. */
function typicalOperation({ operations }: Model): OperationModel | undefined {
  const current = operations.filter(({ deprecated }) => !deprecated);
  const isEasy = ({ params, path }: OperationModel): boolean => !params?.required && !path.includes("{");
  return (
    current.find(
      (one) =>
        isEasy(one) && one.httpMethod === "GET" && one.page === undefined && one.security === undefined,
    ) ??
    current.find((one) => isEasy(one) && one.page !== undefined) ??
    current.find(({ security }) => security === undefined) ??
    operations[0]
  );
}

function constructorText({ credentials, schemes }: ClientModel): string[] {
  if (credentials.length === 0) return [];
  const secrets = schemes.length === 0 ? "" : "a secret cannot be sent as it is, ";
  return [`Throws a \`UsageError\` when ${secrets}an environment is unknown or the base URL is not safe.`];
}
