import { childrenOf, isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import type { ClientModel } from "../../model/client-model.ts";
import type { CredentialSource, SchemeModel } from "../../model/credentials-model.ts";
import { UPLOAD } from "../../model/fit-example.ts";
import type { OperationModel } from "../../model/operation-model.ts";
import type { TypeNode } from "../../model/type-nodes.ts";
import { isReservedWord } from "../../names/identifier.ts";
import { camelCase, pascalCase, words } from "../../names/words.ts";
import { literal, print, propertyKey } from "../text.ts";

const WIDTH = 90;

/**
 * Writes a call in TypeScript, with the values of the document's examples.
 *
 * @param client - name of the variable that holds the client
 */
export function emitExample(operation: OperationModel, client: string): string {
  const text = exampleOf(operation, client);
  return text.includes("openAsBlob(") ? `import { openAsBlob } from "node:fs";\n\n${text}` : text;
}

function exampleOf(operation: OperationModel, client: string): string {
  const call = emitCall(operation, client, operation.method);
  if (operation.page !== undefined) return walk(operation, call);
  const { kind, type } = operation.result;
  if (type.kind === "iterable") {
    const name = variable(type.items, type.items.kind === "external" ? "event" : "value");
    return `for await (const ${name} of await ${call}) {\n  console.log(${name});\n}`;
  }
  if (kind === "none") return `await ${call};`;
  // Nobody keeps what is left of a deleted thing.
  if (operation.httpMethod === "DELETE") return `await ${call};`;
  const name = kind === "binary" ? "response" : kind === "text" ? "text" : resultName(operation, type);
  return `const ${name} = await ${call};`;
}

/** Writes the loop over the items of all pages, with the values of the document's examples. */
export function emitWalkExample(operation: OperationModel, client: string): string {
  return walk(operation, emitCall(operation, client, operation.walk?.method ?? operation.method));
}

function walk({ page }: OperationModel, call: string): string {
  const name = page === undefined ? "item" : variable(page.item, "item");
  return `for await (const ${name} of ${call}) {\n  console.log(${name});\n}`;
}

/**
 * The call alone: `client.agents.list({ limit: 10 })`.
 *
 * @param more - arguments between those of the path and params
 */
export function emitCall(
  { resource, example, ...operation }: OperationModel,
  client: string,
  method: string = operation.method,
  more: readonly string[] = [],
): string {
  const head = [client, ...(resource === "" ? [] : resource.split(".")), method].join(".");
  const path = [...example.path.map((value) => print(literal(value))), ...more];
  const params = example.params;
  if (params === undefined) return `${head}(${path.join(", ")})`;
  const fields = Object.entries(params).map(([key, value]): [string, string] => [key, show(value, 2)]);
  const before = [head, ...path].join(", ").length + "const result = await ".length;
  return `${head}(${[...path, block(fields, 0, before)].join(", ")})`;
}

/** A list as an argument, an item a line where it does not fit beside the call. */
export function emitList(items: readonly JsonValue[], before: number): string {
  const flat = flatText([...items]);
  return before + flat.length <= WIDTH
    ? flat
    : `[\n${items.map((item) => `  ${show(item, 2)},\n`).join("")}]`;
}

/** A value on one line where it fits, else a field or an item a line. */
function show(value: JsonValue, indent: number): string {
  const flat = flatText(value);
  if (indent + flat.length <= WIDTH) return flat;
  const inner = " ".repeat(indent + 2);
  if (isArray(value)) {
    const items = value.map((item) => `${inner}${show(item, indent + 2)},\n`).join("");
    return `[\n${items}${" ".repeat(indent)}]`;
  }
  if (isObject(value)) {
    return block(
      Object.entries(value).map(([key, field]) => [key, show(field, indent + 2)]),
      indent,
    );
  }
  return flat;
}

/** A file is opened where it is given. */
function flatText(value: JsonValue): string {
  if (value === UPLOAD) return 'await openAsBlob("file")';
  if (!holdsUpload(value)) return print(literal(value));
  if (isArray(value)) return `[${value.map(flatText).join(", ")}]`;
  const fields = Object.entries(value as JsonObject).map(
    ([key, field]) => `${print(propertyKey(key))}: ${flatText(field)}`,
  );
  return `{ ${fields.join(", ")} }`;
}

function holdsUpload(value: JsonValue): boolean {
  return value === UPLOAD || childrenOf(value).some(holdsUpload);
}

/** @param before - columns that stand in front of it on its first line */
function block(fields: readonly (readonly [string, string])[], indent: number, before = indent + 8): string {
  const texts = fields.map(([key, text]) => `${print(propertyKey(key))}: ${text}`);
  const flat = `{ ${texts.join(", ")} }`;
  if (fields.length > 0 && before + flat.length <= WIDTH + 10 && !flat.includes("\n")) return flat;
  const inner = " ".repeat(indent + 2);
  return `{\n${texts.map((text) => `${inner}${text},\n`).join("")}${" ".repeat(indent)}}`;
}

/** A type that is only named after its method names nothing. */
function resultName({ resource, method }: OperationModel, type: TypeNode): string {
  const own = `${pascalCase(resource)}${pascalCase(method)}Response`;
  return type.kind === "reference" && type.name === own ? "result" : variable(type, "result");
}

/** A name for what a call gives: `agent`, `coupons`. */
function variable(type: TypeNode, fallback: string): string {
  if (type.kind === "reference") {
    const name = lastWord(type.name);
    return name === "" || isReservedWord(name) || name === "client" ? fallback : name;
  }
  if (type.kind === "array") {
    const one = variable(type.items, "");
    if (one === "") return "items";
    return one.endsWith("s") ? one : /[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`;
  }
  return fallback;
}

/** Nobody calls a variable `affiliateWorkspaceProgramDetail`: it is a `program`. */
function lastWord(typeName: string): string {
  const parts = words(typeName);
  const telling = parts.filter(
    (word) => !/^(?:response|result|output|summary|details?|model|info|item|object)$/i.test(word),
  );
  return camelCase(telling.at(-1) ?? parts.at(-1) ?? "");
}

/** Writes the statement that makes the client. It gives the secrets, unless the client reads them from the environment. */
export function emitConstruction(client: ClientModel): string {
  const { name, credentials } = client;
  const variable = credentials.find(({ env }) => env !== undefined)?.env;
  if (variable !== undefined) return `const client = new ${name}(); // reads ${variable}`;
  const options = givenSecrets(client, "…").join(", ");
  return `const client = new ${name}(${options === "" ? "" : `{ ${options} }`});`;
}

/** The options that give a client its secrets, with one value for all. */
export function givenSecrets({ schemes }: ClientModel, value: string): readonly string[] {
  const [first] = schemes.filter(({ kind }) => kind !== "mutualTLS");
  const given = first === undefined ? [] : secretsOf(first);
  return given.map(({ option }) => `${option}: "${value}"`);
}

/** What a scheme needs: of two ways to a token the one that renews it. */
function secretsOf(scheme: SchemeModel): readonly CredentialSource[] {
  switch (scheme.kind) {
    case "mutualTLS":
      return [];
    case "basic":
      return [scheme.username, scheme.password];
    case "tokenExchange":
      return [scheme.exchange.source];
    case "clientCredentials":
      return [scheme.clientId, scheme.clientSecret];
    default:
      return [scheme.source];
  }
}
