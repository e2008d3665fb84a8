import type { JsonObject } from "../../json.ts";
import type {
  ClientModel,
  CredentialModel,
  CredentialSource,
  Model,
  OperationModel,
  SchemeModel,
} from "../../model/types.ts";
import {
  type Code,
  code,
  comment,
  identifier,
  join,
  literal,
  memberName,
  propertyKey,
  stringLiteral,
  token,
} from "../text.ts";
import { endSentence } from "./docs.ts";
import { emitExample } from "./example.ts";
import type { File } from "./file.ts";

/** `src/client.ts`: the definition, the options and the client class. */
export function clientFile(file: File): Code {
  const { model } = file;
  const { client } = model;
  const name = identifier(client.name);
  const optionsName = identifier(client.optionsName);
  const definition = definitionOf(model, file);
  const resources = model.resources
    .filter(({ parent }) => parent === undefined)
    .map((resource) => {
      const type = file.imports.value(`./resources/${resource.file}.js`, resource.className);
      const docs = comment([endSentence(resource.description ?? "")], [], 2);
      return code`${docs}readonly ${memberName(resource.property)}: ${type} = new ${type}(this);\n`;
    });
  const body = code`const definition: ${file.runtimeType("ClientDefinition")} = ${definition};

${optionsOf(client, file)}
${clientDocs(model)}export class ${name} extends ${file.runtime("APIClient")}<${optionsName}> {
${join(resources, code`\n`)}
${comment(constructorText(client), [], 2)}constructor(options: ${optionsName} = {}) {
super(definition, options);
}
}
`;
  return code`${file.imports.statements()}\n${body}`;
}

function definitionOf({ client, errors }: Model, file: File): Code {
  const version = file.imports.value("./version.js", "VERSION");
  const errorClass = (name: string): Code => file.imports.value("./errors.js", name);
  const classes = errors.classes
    .flatMap(({ name, statuses }) => statuses.map((status) => ({ name, status })))
    .sort((a, b) => (a.status < b.status ? -1 : 1))
    .map(({ name, status }) => code`${propertyKey(status)}: ${errorClass(name)}`);
  const errorFields = [
    ...Object.entries(client.errorFields).map(([key, value]) => code`${propertyKey(key)}: ${literal(value)}`),
    code`base: ${errorClass(errors.base)}`,
    ...(classes.length === 0 ? [] : [code`classes: { ${join(classes, code`, `)} }`]),
  ];
  const environments = client.environments.map(
    ({ name, url }) => code`${propertyKey(name)}: ${stringLiteral(url)}`,
  );
  const schemes = client.schemes.map((scheme) => code`${propertyKey(scheme.id)}: ${schemeOf(scheme, file)}`);
  const entries: (readonly [string, Code | undefined])[] = [
    ["name", stringLiteral(client.name)],
    ["userAgent", code`\`${token(client.userAgent)}/\${${version}}\``],
    ["environments", braces(environments)],
    ["schemes", braces(schemes)],
    ["security", literal(client.security.map((alternative) => [...alternative]))],
    ["browser", client.browser ? literal(true) : undefined],
    ["idempotency", client.idempotency && literal({ ...client.idempotency })],
    ["retry", client.retry && literal(client.retry)],
    ["retryAfter", client.retryAfter && literal(client.retryAfter)],
    ["rateLimit", client.rateLimit && literal(client.rateLimit)],
    ["envelope", client.envelope && literal({ ...client.envelope } as JsonObject)],
    ["errors", braces(errorFields)],
  ];
  const fields = entries.flatMap(([key, value]) =>
    value === undefined ? [] : [code`${propertyKey(key)}: ${value},\n`],
  );
  return code`{\n${fields}}`;
}

function braces(fields: readonly Code[]): Code {
  return fields.length === 0 ? code`{}` : code`{ ${join(fields, code`, `)} }`;
}

function schemeOf(scheme: SchemeModel, file: File): Code {
  switch (scheme.kind) {
    case "apiKey": {
      const make = { header: "apiKeyHeader", query: "apiKeyQuery", cookie: "apiKeyCookie" }[scheme.in];
      return code`${file.runtime(make)}(${stringLiteral(scheme.parameter)}, ${sourceOf(scheme.source)})`;
    }
    case "bearer":
      return code`${file.runtime("bearer")}(${sourceOf(scheme.source)})`;
    case "basic":
      return code`${file.runtime("basic")}(${sourceOf(scheme.username)}, ${sourceOf(scheme.password)})`;
    case "tokenExchange": {
      const { source, expiresIn, ...exchange } = scheme.exchange;
      const fields = {
        ...sourceFields(source),
        ...exchange,
        ...(expiresIn === undefined ? {} : { expiresIn }),
      };
      return code`${file.runtime("tokenExchange")}(${literal({ ...sourceFields(scheme.source), exchange: fields })})`;
    }
  }
}

function sourceFields({ option, env }: CredentialSource): JsonObject {
  return env === undefined ? { option } : { option, env };
}

function sourceOf(source: CredentialSource): Code {
  return literal(sourceFields(source));
}

function optionsOf(client: ClientModel, file: File): Code {
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
      code`${credentialDocs(one)}${propertyKey(one.option)}?: ${file.runtimeType("Credential")} | undefined;\n`,
  );
  const [first] = client.environments;
  if (first === undefined) return code`${credentials}`;
  const list = client.environments.map(({ name, url }) => `\`${name}\` is ${url}`).join(", ");
  const docs = comment([`Server to talk to: ${list}.`], [`@default ${JSON.stringify(first.name)}`], 2);
  const names = client.environments.map(({ name }) => stringLiteral(name));
  return code`${credentials}${docs}environment?: ${join(names, code` | `)} | undefined;\n`;
}

function credentialDocs({ description, env, instead }: CredentialModel): Code {
  const more = instead === undefined ? [] : [`Given, it is used as it is, and \`${instead}\` is not needed.`];
  const text = [endSentence(description ?? "Secret that requests are sent with."), ...more].join(" ");
  return comment([text], env === undefined ? [] : [`@default the environment variable \`${env}\``], 2);
}

function clientDocs(model: Model): Code {
  const { client, title, description } = model;
  const [secret] = client.credentials;
  const operation = typicalOperation(model);
  const note = secret?.env === undefined ? "" : ` // reads ${secret.env}`;
  const call = operation === undefined ? "" : `\n\n${emitExample(operation, "client")}`;
  const example = `@example\n\`\`\`ts\nconst client = new ${client.name}();${note}${call}\n\`\`\``;
  return comment([`Client of the ${endSentence(title)}`, description ?? ""], [example]);
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
