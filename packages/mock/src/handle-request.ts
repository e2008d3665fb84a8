import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, faultAnswer, problem, writeAnswer } from "./answer.ts";
import { type AnswerChoice, type ChoiceParts, chooseAnswer } from "./answer-choice.ts";
import { isJsonType, readBody } from "./body.ts";
import { bulkAnswer } from "./bulk-answer.ts";
import { decodeEscapes } from "./decode-escapes.ts";
import type { DocumentOperation } from "./document/operations.ts";
import { type Head, type HeadParts, isDecodable, readHead } from "./head.ts";
import { type Judgement, judgedBody, type Question } from "./judge/judgement.ts";
import { Stopped } from "./judge/thread.ts";
import type { QuotaCounter } from "./quotas.ts";
import { readAll } from "./read-all.ts";
import { Refusal } from "./refusal.ts";
import { refusalOf } from "./refusals.ts";
import type { RuleList } from "./rules.ts";
import type { FailRule, RecordedBody, RecordedRequest, Violation } from "./types.ts";

/** What is needed to answer requests. */
export interface HandlerParts extends ChoiceParts, HeadParts {
  readonly ask: (question: Question) => Promise<Judgement>;
  readonly maxBodyBytes: number;
  readonly faults: RuleList<FailRule>;
  /** Undefined where nothing is counted. */
  readonly quotas: QuotaCounter | undefined;
  readonly record: (request: RecordedRequest) => void;
  readonly closing: AbortSignal;
}

/** What became of a request. */
interface Outcome {
  readonly answer: Answer;
  readonly violations: readonly Violation[];
  readonly fault: FailRule | undefined;
}

/** Reads, judges, answers and records one request. */
export async function handle(
  parts: HandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const head = readHead(parts, request);
  let body: RecordedBody | undefined;
  let outcome: Outcome;
  try {
    const bytes = await readAll(request, parts.maxBodyBytes);
    const type = head.headers["content-type"];
    if (!isDecodable(head.rawPath))
      throw new Refusal(400, ["path"], "The path is not percent-encoded UTF-8.");
    body = bytes.length > 0 || type !== undefined ? readBody(bytes, type) : undefined;
    outcome = await answerTo(parts, head, body);
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof Stopped)) throw error;
    outcome = refused(error, response);
  }
  const { answer, violations, fault } = outcome;
  const written = await writeAnswer(response, answer, fault, parts.closing);
  const { operation, method, target, path, query, headers } = head;
  parts.record({
    operation: operation?.id ?? operation?.route,
    route: operation?.route,
    method,
    target,
    path,
    segments: path.split("/").slice(1).map(decodeEscapes),
    query,
    headers,
    body,
    violations,
    answer: written,
  });
}

async function answerTo(parts: HandlerParts, head: Head, body: RecordedBody | undefined): Promise<Outcome> {
  const { operation, values, path, query, headers } = head;
  const address = `http://${headers.host ?? "localhost"}${head.rawPath}`;
  const fault = parts.quotas?.refusalOf(operation) ?? parts.faults.take(operation);
  const choice = chooseAnswer(parts, operation, { address, path, query, body }, headers, fault);
  const judged =
    operation === undefined
      ? undefined
      : await parts.ask({
          route: operation.route,
          values,
          query: withoutFixed(query, operation.fixedQuery),
          headers,
          body: body && judgedBody(body),
          ...choice.question,
        });
  const own = [...formViolations(parts, head, body), ...(judged?.strict ?? [])];
  const violations = [...own, ...(judged?.violations ?? [])];
  const answer =
    fault?.status === undefined
      ? (documentedRefusal(parts, operation, violations) ??
        ordinaryAnswer(head, own, judged, violations, choice))
      : faultAnswer(fault, fault.status, judged);
  const kept =
    operation !== undefined && choice.ordinary && violations.length === 0 && !fault
      ? parts.state?.keep(operation, path, body?.json, answer)
      : undefined;
  const { bulk } = operation?.extension ?? {};
  const isCounted =
    bulk !== undefined && choice.ordinary && violations.length === 0 && fault?.status === undefined;
  const counted = isCounted ? bulkAnswer(bulk, body?.json, kept ?? answer, fault?.rows) : undefined;
  return { answer: counted ?? kept ?? answer, violations, fault };
}

/** A query that stands in the path is not a parameter, and nothing to judge. */
function withoutFixed(query: Head["query"], fixed: Head["query"]): Head["query"] {
  const left = [...query];
  for (const [name, value] of fixed) {
    const index = left.findIndex((pair) => pair[0] === name && pair[1] === value);
    if (index !== -1) left.splice(index, 1);
  }
  return left;
}

function documentedRefusal(
  { document }: HandlerParts,
  operation: DocumentOperation | undefined,
  violations: readonly Violation[],
): Answer | undefined {
  const refusal = refusalOf(document, operation, violations);
  return refusal && shown(refusal, violations);
}

/** What is wrong with a request whatever its operation says. */
function formViolations(
  parts: HandlerParts,
  head: Head,
  body: RecordedBody | undefined,
): readonly Violation[] {
  const found: Violation[] = [];
  const { rawPath, path, method, methods, operation } = head;
  if (!head.isBelow)
    found.push(
      violation(
        ["path"],
        `The path ${rawPath} is not below a server of the document (${parts.bases.join(", ")}).`,
      ),
    );
  else if (operation === undefined && methods.length > 0)
    found.push(violation(["method"], `The document has no ${method} ${path}, only ${methods.join(", ")}.`));
  else if (operation === undefined) found.push(violation(["path"], `The document has no path ${path}.`));
  if (body !== undefined && isJsonType(body.type) && body.json === undefined && body.bytes.length > 0)
    found.push(violation(["body"], "The body is not valid JSON."));
  return found;
}

function violation(location: readonly string[], message: string): Violation {
  return { by: "trunkline", in: "request", location, message };
}

function refused(error: Refusal | Stopped, response: ServerResponse): Outcome {
  const { status, location } = error instanceof Refusal ? error : { status: 503, location: [] };
  const violations = [violation(location, error.message)];
  // What is left of a body that is too large is not read.
  if (status === 413) response.setHeader("connection", "close");
  return {
    answer: shown(problem(status, TITLES[status] ?? "", violations), violations),
    violations,
    fault: undefined,
  };
}

const TITLES: Readonly<Record<number, string>> = {
  400: "The request cannot be read",
  413: "The request is too large",
  503: "The request was not judged to the end",
};

function ordinaryAnswer(
  { methods, operation }: Head,
  own: readonly Violation[],
  judged: Judgement | undefined,
  violations: readonly Violation[],
  { body, headers }: AnswerChoice,
): Answer {
  if (judged === undefined || own.length > 0) {
    const isMethod = operation === undefined && methods.length > 0;
    const status = isMethod ? 405 : operation === undefined ? 404 : 422;
    const answer = problem(status, "The request is not what the document describes", violations);
    const allow = isMethod ? { allow: methods.join(", ") } : {};
    return shown({ ...answer, headers: { ...answer.headers, ...allow } }, violations);
  }
  const sent = Object.entries({ ...judged.headers, ...headers }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const answer = {
    ...judged,
    headers: Object.fromEntries(sent),
    body: body === undefined ? judged.body : Buffer.from(JSON.stringify(body)),
  };
  return shown(answer, violations);
}

/** Violations in the answer's head, for people with curl; the whole list is in the record. Header values are ASCII. */
export function shown(answer: Answer, violations: readonly Violation[]): Answer {
  if (violations.length === 0) return answer;
  const short = JSON.stringify(violations.slice(0, 40))
    .replace(/[^\x20-\x7e]/g, "?")
    .slice(0, 4000);
  return { ...answer, headers: { ...answer.headers, "sl-violations": short } };
}
