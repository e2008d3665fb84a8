import type { OperationModel } from "../../model/operation-model.ts";
import type { ParameterModel } from "../../model/parameters-model.ts";
import { pageSizePlaces } from "../../model/request-place.ts";
import type { Model } from "../../model/types.ts";
import { joinId } from "../../names/operation-id.ts";
import { about } from "../about.ts";
import {
  type Code,
  code,
  comment,
  join,
  literal,
  memberName,
  nothing,
  parameterName,
  propertyKey,
} from "../text.ts";
import { firstSentence } from "./docs.ts";
import { emitExample, emitWalkExample } from "./example.ts";
import { CLIENT, type File } from "./file.ts";
import { fieldAt } from "./page-styles.ts";
import { ownThrows } from "./throws.ts";
import { typeOf } from "./type.ts";

/** A method, and the one that walks all pages beside it. */
export function methodsOf(operation: OperationModel, file: File): readonly Code[] {
  const method = methodOf(operation, operation.method, operation.method, file, docsOf(operation, file.model));
  const { walk } = operation;
  if (walk === undefined) return [method];
  const extra = walk.limit === undefined ? undefined : sizedOf(operation, walk.limit, file);
  return [method, methodOf(operation, walk.method, operation.method, file, walkDocs(operation), extra)];
}

/** A method under a former name. */
export function aliasOf(operation: OperationModel, name: string, key: string, file: File): Code {
  const now = joinId(operation.resource, operation.method);
  return methodOf(operation, name, key, file, comment([], [`@deprecated Renamed: use \`${now}\`.`], 2));
}

function methodOf(
  operation: OperationModel,
  name: string,
  key: string,
  file: File,
  docs: Code,
  sized?: Code,
): Code {
  const place = { file, indent: 2, input: true };
  const positional = positionalOf(operation);
  const path = positional.map((one) => code`${parameterName(one.arg)}: ${typeOf(one.type, place)}, `);
  const { params } = operation;
  const paramsType = params === undefined ? file.runtimeType("NoParams") : file.reference(params.name);
  const optional = params?.required ? nothing : code`?`;
  const optionsType = file.runtimeType(
    operation.keyed === false ? "RequestOptions" : "IdempotentRequestOptions",
  );
  const signature = code`${memberName(name)}(${path}params${optional}: ${paramsType}, options?: ${optionsType})`;
  const given = sized ?? givenOf(operation);
  const pathArguments = positional.map((one) => code`, ${parameterName(one.arg)}`);
  const rest = code`operations.${memberName(key)}, ${given}, options${pathArguments})`;
  if (operation.page !== undefined) {
    const page = file.reference(operation.page.name);
    const item = typeOf(operation.page.item, { ...place, input: false });
    return code`${docs}${signature}: ${file.runtimeType("PagePromise")}<${page}, ${item}> {\nreturn ${file.path === CLIENT ? code`${file.runtime("operationPages")}(this, ` : code`this._page(`}${rest};\n}\n`;
  }
  const result = typeOf(operation.result.type, { ...place, input: false });
  return code`${docs}${signature}: ${file.runtimeType("APIPromise")}<${result}> {\nreturn ${file.path === CLIENT ? code`${file.runtime("operationCall")}(this, ` : code`this._call(`}${rest};\n}\n`;
}

/** What is passed on: params, and what only this method sets after them. */
function givenOf({ fixed }: OperationModel): Code {
  return fixed === undefined ? code`params` : code`{ ...params, ${propertyKey(fixed)}: true }`;
}

/** The one path parameter that stands before params. */
export function positionalOf(operation: OperationModel): readonly ParameterModel[] {
  const path = operation.parameters.filter((one) => one.in === "path");
  return path.length === 1 ? path : [];
}

/** Params with the page size of the walk, unless the caller gave one under any of its names. */
function sizedOf(operation: OperationModel, size: number, file: File): Code | undefined {
  const fields = pageSizePlaces(operation).map((place) => fieldAt(place, file));
  if (fields.length === 0) return undefined;
  return code`${file.runtime("pageSize")}(params, ${literal(size)}, ${join(fields, code`, `)})`;
}

function docsOf(operation: OperationModel, model: Model): Code {
  const tags = [
    ...positionalOf(operation).map(
      (one) => `@param ${one.arg} - ${firstSentence(one.docs.text) || "Value of the path."}`,
    ),
    ...ownThrows(operation, model),
    ...(operation.deprecated ? [deprecation(operation)] : []),
    `@example\n\`\`\`ts\n${emitExample(operation, "client")}\n\`\`\``,
  ];
  return comment([...about(operation), [route(operation), ...notes(operation, model)].join(". ")], tags, 2);
}

/** Which request a method sends. */
export function route({ httpMethod, path, scopes }: OperationModel): string {
  const scope = scopes.map((one) => `\`${one}\``).join(", ");
  return `\`${httpMethod} ${path}\`${scope === "" ? "" : `, scope ${scope}`}`;
}

function notes(operation: OperationModel, { client }: Model): string[] {
  const found: string[] = [];
  if (operation.page !== undefined) {
    found.push("Await it for the first page, or iterate over it for the items of all pages.");
  }
  const keys = typeof operation.keyed === "string" ? operation.keyed : client.idempotency?.keys;
  if (operation.keyed !== false && keys === "auto") {
    found.push(
      "The client makes an idempotency key for each call and keeps it over its own retries. To repeat a call yourself, give `options.idempotencyKey` and send the same value and the same body again; otherwise it may be done twice.",
    );
  }
  if (operation.keyed !== false && keys === "explicit") {
    found.push("Sent again after a failure only with an `options.idempotencyKey`.");
  }
  for (const scheme of client.schemes) {
    if (scheme.kind !== "tokenExchange") continue;
    const { method, path, source } = scheme.exchange;
    if (method !== operation.httpMethod || path !== operation.path) continue;
    found.push(
      `The client calls it by itself when it has an \`${source.option}\`: call it only to get a token for use elsewhere.`,
    );
  }
  const form = operation.variant;
  if (form?.place === "request") found.push(`Sent as \`${form.mediaType}\`.`);
  if (form?.place === "answer" && operation.result.kind !== "stream")
    found.push(`Answered as \`${form.mediaType}\`.`);
  if (operation.body?.formIfFiles === true)
    found.push("Sent as JSON, or as `multipart/form-data` where a file is given.");
  if (operation.retry === "never") found.push("Never sent again once it may have arrived.");
  if (operation.result.kind === "stream") {
    found.push(
      "Returns a stream, which can be read once. Leaving the loop ends the connection, and a failure that the stream reports is thrown.",
    );
  }
  if (operation.result.kind === "binary") found.push("Returns the `Response` with its body unread.");
  return found.length === 0 ? [] : [found.join(" ")];
}

function walkDocs(operation: OperationModel): Code {
  const { limit } = operation.walk ?? {};
  const size = limit === undefined ? "" : `, ${limit} a page unless \`params\` say otherwise`;
  const text = `Walks all pages: iterate over it for every item. The same as \`${operation.method}\`${size}.`;
  return comment(
    [text, route(operation)],
    [`@example\n\`\`\`ts\n${emitWalkExample(operation, "client")}\n\`\`\``],
    2,
  );
}

/** The sentence that names the replacement, as documents are asked to have one. */
function deprecation({ description, summary }: OperationModel): string {
  const sentences = (description ?? summary ?? "").replace(/\s+/g, " ").split(/(?<=[.!?])\s+(?=\p{Lu}|`)/u);
  const found =
    sentences.find((one) => /`\w+(?:\.\w+)+`/.test(one)) ??
    sentences.find((one) => /\b(?:instead|replace[sd]?|replacement|use|superseded|successor)\b/i.test(one));
  return found === undefined ? "@deprecated" : `@deprecated ${found}`;
}
