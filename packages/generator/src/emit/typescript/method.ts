import { pageSizePlaces } from "../../model/request-place.ts";
import type { Model, OperationModel, ParameterModel } from "../../model/types.ts";
import {
  type Code,
  code,
  comment,
  identifier,
  join,
  literal,
  memberName,
  nothing,
  propertyKey,
} from "../text.ts";
import { endSentence, firstSentence } from "./docs.ts";
import { emitExample, emitWalkExample } from "./example.ts";
import type { File } from "./file.ts";
import { fieldAt } from "./operation.ts";
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
  const now = `${operation.resource}.${operation.method}`;
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
  const path = positional.map((one) => code`${identifier(one.arg)}: ${typeOf(one.type, place)}, `);
  const { params } = operation;
  const paramsType = params === undefined ? file.runtimeType("NoParams") : file.reference(params.name);
  const optional = params?.required ? nothing : code`?`;
  const optionsType = file.runtimeType(
    operation.keyed === false ? "RequestOptions" : "IdempotentRequestOptions",
  );
  const signature = code`${memberName(name)}(${path}params${optional}: ${paramsType}, options?: ${optionsType})`;
  const given = sized ?? givenOf(operation);
  const pathArguments = positional.map((one) => code`, ${identifier(one.arg)}`);
  const rest = code`(operations.${memberName(key)}, ${given}, options${pathArguments})`;
  if (operation.page !== undefined) {
    const page = file.reference(operation.page.name);
    const item = typeOf(operation.page.item, { ...place, input: false });
    return code`${docs}${signature}: ${file.runtimeType("PagePromise")}<${page}, ${item}> {\nreturn this._page${rest};\n}\n`;
  }
  const result = typeOf(operation.result.type, { ...place, input: false });
  return code`${docs}${signature}: ${file.runtimeType("APIPromise")}<${result}> {\nreturn this._call${rest};\n}\n`;
}

/** What is passed on: params, and what only this method sets after them. */
function givenOf({ fixed }: OperationModel): Code {
  return fixed === undefined ? code`params` : code`{ ...params, ${propertyKey(fixed)}: true }`;
}

function positionalOf(operation: OperationModel): readonly ParameterModel[] {
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
    ...throwsOf(operation),
    ...(operation.deprecated ? [deprecation(operation)] : []),
    `@example\n\`\`\`ts\n${emitExample(operation, "client")}\n\`\`\``,
  ];
  return comment([...about(operation), route(operation), ...notes(operation, model)], tags, 2);
}

/** Which classes are thrown, and when; a class that stands for several statuses once. */
function throwsOf({ errors }: OperationModel): string[] {
  const classes = new Map<string, string[]>();
  for (const { className, status, description } of errors) {
    const when = status === "DEFAULT" ? "Otherwise" : status;
    const reason = firstSentence(description);
    const text = reason === "" ? `${when}.` : `${when}: ${reason}`;
    classes.set(className, [...(classes.get(className) ?? []), text]);
  }
  return [...classes].map(([name, texts]) => `@throws {${name}} ${texts.join(" ")}`);
}

/** The summary as a sentence, then the description; the summary is left out where that begins with the same words. */
function about({ summary, description }: OperationModel): string[] {
  const title = endSentence(summary ?? "");
  const text = (description ?? "").trim();
  if (title === "" || text === "") return [title || text];
  const opening = new Set(stems(firstSentence(text)));
  return stems(title).every((word) => opening.has(word)) ? [text] : [title, text];
}

/** Words that carry meaning, without endings: `Lists the agents` says what `List agents` says. */
function stems(text: string): string[] {
  const found = text.toLowerCase().match(/[\p{L}\p{Nd}]+/gu) ?? [];
  return found
    .filter((word) => !/^(?:an?|the|of|for|to|in|by|its|your)$/.test(word))
    .map((word) => word.replace(/(?:es|s)$/, "").replace(/e$/, ""));
}

function route({ httpMethod, path, scopes }: OperationModel): string {
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
      "Carries an idempotency key, so that it is safe to repeat; `options.idempotencyKey` sets your own.",
    );
  }
  if (operation.keyed !== false && keys === "explicit") {
    found.push("Repeated after a failure only with an `options.idempotencyKey`.");
  }
  const form = operation.variant;
  if (form?.place === "request") found.push(`Sent as \`${form.mediaType}\`.`);
  if (form?.place === "answer" && operation.result.kind !== "stream")
    found.push(`Answered as \`${form.mediaType}\`.`);
  if (operation.retry === "never") found.push("Never repeated once it may have arrived.");
  if (operation.result.kind === "stream") {
    found.push("Gives a stream, which is walked once; leaving the loop ends the connection.");
  }
  if (operation.result.kind === "binary") found.push("Gives the `Response`, its body unread.");
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
