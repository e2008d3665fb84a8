import type { ClientModel, ServerVariableModel } from "../../model/client-model.ts";
import type { CredentialModel } from "../../model/credentials-model.ts";
import { type Code, code, comment, identifier, join, propertyKey, stringLiteral } from "../text.ts";
import { endSentence } from "./docs.ts";
import type { File } from "./file.ts";

/** The options that the client's constructor takes. */
export function optionsOf(client: ClientModel, file: File): Code {
  const docs = comment([`Options of {@link ${client.name}}.`]);
  const name = identifier(client.optionsName);
  const base = file.runtimeType("ClientOptions");
  if (client.credentials.length + client.environments.length === 0) {
    return code`${docs}export type ${name} = ${base};\n`;
  }
  return code`${docs}export interface ${name} extends ${base} {\n${optionMembers(client, file)}}\n`;
}

function optionMembers(client: ClientModel, file: File): Code {
  const credentials = client.credentials.map(
    (one) =>
      code`${credentialDocs(one)}${propertyKey(one.option)}?: ${file.runtimeType("Credential")} | null | undefined;\n`,
  );
  const [first] = client.environments;
  if (first === undefined) return code`${credentials}`;
  const list = client.environments.map(({ name, url }) => `\`${name}\` is ${url}`).join(", ");
  const docs = comment([`Server to talk to: ${list}.`], [`@default ${JSON.stringify(first.name)}`], 2);
  const names = client.environments.map(({ name }) => stringLiteral(name));
  const variables = client.variables.map(
    (one) => code`${variableDocs(one)}${propertyKey(one.option)}?: ${variableType(one)} | undefined;\n`,
  );
  return code`${credentials}${docs}environment?: ${join(names, code` | `)} | undefined;\n${variables}`;
}

function variableType({ values }: ServerVariableModel): Code {
  return values.length === 0 ? code`string` : join(values.map(stringLiteral), code` | `);
}

function variableDocs({ variable, description, ...one }: ServerVariableModel): Code {
  const text = endSentence(description ?? `What \`${variable}\` stands for in the address of the server.`);
  return comment([text], [`@default ${JSON.stringify(one.default)}`], 2);
}

function credentialDocs({ description, env, instead }: CredentialModel): Code {
  const more =
    instead === undefined
      ? []
      : [
          `If you give it, the client sends it as it is, and \`${instead}\` is not needed. If you give both, \`${instead}\` renews it.`,
        ];
  const text = [endSentence(description ?? "Secret that requests are sent with."), ...more].join(" ");
  return comment([text], env === undefined ? [] : [`@default the environment variable \`${env}\``], 2);
}
