import { isObject, type JsonValue, listOf, objectOf } from "@trunkline/document";
import type { Judgement } from "@trunkline/document/mock";
import {
  bytesOf,
  concreteType,
  type DocumentContent,
  type DocumentOperation,
  type DocumentResponse,
  headerParameters,
  isJsonType,
  mediaTypeOf,
  type OpenDocument,
  problem,
  type Question,
  wantedTypes,
} from "@trunkline/document/mock";

/** An answer, before anybody says what is wrong. */
export type Answered = Pick<Judgement, "status" | "headers" | "body">;

interface Found {
  readonly response: DocumentResponse;
  readonly status: number;
}

/** The answer that the document gives to a request that breaks it. */
export function refusalFor(
  document: OpenDocument,
  operation: DocumentOperation,
  question: Question,
  statuses: readonly number[],
): Answered {
  const [likeliest = 422] = statuses;
  const found =
    statuses.map((status) => responseTo(operation, status)).find((one) => one !== undefined) ??
    byDefault(operation, likeliest);
  if (found === undefined) return problem(likeliest, "The request is not what the document describes", []);
  const { response, status } = found;
  const shown = response.content.find((content) => exampleIn(document, content, undefined) !== undefined);
  const name = statuses.includes(question.status ?? 0) ? question.example : undefined;
  const example = shown && exampleIn(document, shown, name);
  if (shown !== undefined && example !== undefined)
    return answerWith(document, operation, found, shown, example);
  const [first] = response.content;
  return first === undefined ? empty(operation, response, status) : unshown(operation, status);
}

/** The answer that is wanted, or the usual one. */
export function answerFor(
  document: OpenDocument,
  operation: DocumentOperation,
  question: Question,
): Answered {
  const { status } = question;
  if (status === undefined) return usualAnswer(document, operation, question);
  const found = responseTo(operation, status) ?? byDefault(operation, status);
  if (found === undefined) return problem(404, `${operation.route} documents no status ${status}`, []);
  return answerIn(document, operation, question, found) ?? usualAnswer(document, operation, question);
}

function usualAnswer(document: OpenDocument, operation: DocumentOperation, question: Question): Answered {
  const [lowest] = operation.responses
    .filter((one) => /^2(\d\d|XX)$/.test(one.status))
    .sort((a, b) => (a.status < b.status ? -1 : 1));
  const [first] = operation.responses;
  const found =
    (lowest && { response: lowest, status: numberOf(lowest) }) ??
    byDefault(operation, 200) ??
    (first && { response: first, status: numberOf(first) });
  if (found === undefined) return problem(500, `${operation.route} documents no answer`, []);
  return (
    answerIn(document, operation, question, found) ??
    (question.example === undefined
      ? problem(406, `${operation.route} answers nothing that the request accepts`, [])
      : problem(404, `${operation.route} shows no example ${JSON.stringify(question.example)}`, []))
  );
}

/** @returns undefined where the response has nothing that the request accepts, or not the example */
function answerIn(
  document: OpenDocument,
  operation: DocumentOperation,
  question: Question,
  found: Found,
): Answered | undefined {
  const { response, status } = found;
  if (operation.method === "HEAD") return empty(operation, response, status);
  const wanted = wantedTypes(operation, question);
  const types = response.content.map((content) => concreteType(document, content));
  const chosen =
    wanted.length === 0
      ? (indexOf(types, "*/*") ?? best(types, ["application/json", "*/*"]))
      : best(types, wanted);
  const content = chosen === undefined ? undefined : response.content[chosen];
  if (content === undefined) {
    if (response.content.length === 0 && wanted.length === 0)
      return withHeaders(operation, response, status, "text/plain", new Uint8Array());
    const isEmpty =
      response.content.length === 0 || status === 204 || wanted.some((one) => one.includes("*/*"));
    return isEmpty ? empty(operation, response, status) : undefined;
  }
  const example = exampleIn(document, content, question.example);
  if (example === undefined && question.example !== undefined) return undefined;
  return example === undefined
    ? content.schema === undefined
      ? withHeaders(operation, response, status, concreteType(document, content), new Uint8Array())
      : unshown(operation, status)
    : answerWith(document, operation, found, content, example);
}

function indexOf(types: readonly string[], type: string): number | undefined {
  const index = types.indexOf(type);
  return index === -1 ? undefined : index;
}

interface Rank {
  readonly index: number;
  readonly quality: number;
  readonly specificity: number;
  readonly order: number;
}

/** Index of the media type that ranges ask for most (RFC 9110, section 12.5.1). */
function best(types: readonly string[], ranges: readonly string[]): number | undefined {
  const ranked = types.flatMap((type, index): Rank[] => {
    const [most] = ranges
      .flatMap((range, order) => {
        const specificity = specificityOf(type, range);
        const quality = Number(headerParameters(range).get("q") ?? 1);
        return specificity === undefined ? [] : [{ index, specificity, order, quality }];
      })
      .sort((a, b) => b.specificity - a.specificity || b.quality - a.quality || a.order - b.order);
    return most === undefined || !(most.quality > 0) ? [] : [most];
  });
  const [first] = ranked.sort(
    (a, b) =>
      b.quality - a.quality || b.specificity - a.specificity || a.order - b.order || a.index - b.index,
  );
  return first?.index;
}

function specificityOf(type: string, range: string): number | undefined {
  const name = mediaTypeOf(type) ?? "";
  const wanted = mediaTypeOf(range) ?? "";
  if (wanted === "*/*") return 0;
  if (wanted.endsWith("/*")) return name.startsWith(wanted.slice(0, -1)) ? 2 : undefined;
  return name === wanted ? 6 : undefined;
}

function responseTo({ responses }: DocumentOperation, status: number): Found | undefined {
  const response =
    responses.find((one) => one.status === String(status)) ??
    responses.find((one) => one.status.toUpperCase() === `${String(status)[0]}XX`);
  return response && { response, status };
}

function byDefault({ responses }: DocumentOperation, status: number): Found | undefined {
  const response = responses.find((one) => one.status === "default");
  return response && { response, status };
}

function numberOf({ status }: DocumentResponse): number {
  return status === "default" ? 200 : Number(status.replace("XX", "00"));
}

interface Example {
  readonly value: JsonValue;
}

function exampleIn(
  document: OpenDocument,
  { examples, schema }: DocumentContent,
  name: string | undefined,
): Example | undefined {
  if (name !== undefined) return examples.find((one) => one.name === name);
  const [first] = examples;
  if (first !== undefined) return first;
  const resolved = document.resolve(schema);
  if (!isObject(resolved)) return undefined;
  const value = objectOf(resolved).example ?? listOf(resolved.examples)[0];
  return value === undefined ? undefined : { value };
}

function answerWith(
  document: OpenDocument,
  operation: DocumentOperation,
  { response, status }: Found,
  content: DocumentContent,
  { value }: Example,
): Answered {
  const type = concreteType(document, content);
  const isText = typeof value === "string" && !isJsonType(mediaTypeOf(type));
  return withHeaders(operation, response, status, type, bytesOf(isText ? value : JSON.stringify(value)));
}

function empty(operation: DocumentOperation, response: DocumentResponse, status: number): Answered {
  return withHeaders(operation, response, status, undefined, new Uint8Array());
}

function withHeaders(
  { deprecated }: DocumentOperation,
  { headerSamples }: DocumentResponse,
  status: number,
  type: string | undefined,
  body: Uint8Array,
): Answered {
  const headers = {
    ...Object.fromEntries(headerSamples),
    ...(type === undefined ? {} : { "content-type": type }),
    ...(deprecated ? { deprecation: "true" } : {}),
  };
  return { status, headers, body };
}

/** There is a schema and nothing that shows what it means: a made-up value would be of nobody's API. */
function unshown({ route }: DocumentOperation, status: number): Answered {
  const answer = problem(501, `The document shows no example of the ${status} of ${route}`, []);
  return answer;
}
