import { type Answer, faultAnswer, problem, shown } from "./answer.ts";
import { type AnswerChoice, type ChoiceParts, chooseAnswer } from "./answer-choice.ts";
import { isJsonType } from "./body.ts";
import { bulkAnswer } from "./bulk-answer.ts";
import type { DocumentOperation } from "./document/operations.ts";
import type { Head, HeadParts } from "./head.ts";
import { type Judgement, judgedBody, type Question } from "./judge/judgement.ts";
import type { QuotaCounter } from "./quotas.ts";
import { refusalOf } from "./refusals.ts";
import type { RuleList } from "./rules.ts";
import { bytesOf } from "./text.ts";
import type { FailRule, RecordedBody, Violation } from "./types.ts";

/** What is needed to answer requests. */
export interface AnswerParts extends ChoiceParts, HeadParts {
  /** Judges a request by the document, and says what it answers. */
  readonly ask: (question: Question) => Promise<Judgement>;
  readonly faults: RuleList<FailRule>;
  /** Undefined where nothing is counted. */
  readonly quotas: QuotaCounter | undefined;
}

/** What became of a request. */
export interface Outcome {
  readonly answer: Answer;
  readonly violations: readonly Violation[];
  readonly fault: FailRule | undefined;
}

/** Judges a request and answers it. */
export async function answerRequest(
  parts: AnswerParts,
  head: Head,
  body: RecordedBody | undefined,
): Promise<Outcome> {
  const { operation, values, path, query, headers } = head;
  const address = head.origin + head.rawPath;
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
  { document }: AnswerParts,
  operation: DocumentOperation | undefined,
  violations: readonly Violation[],
): Answer | undefined {
  const refusal = refusalOf(document, operation, violations);
  return refusal && shown(refusal, violations);
}

/** What is wrong with a request whatever its operation says. */
function formViolations(
  parts: AnswerParts,
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

/** The answer to a request that is not judged to the end. */
export function refusedOutcome(status: number, location: readonly string[], message: string): Outcome {
  const violations = [violation(location, message)];
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
    body: body === undefined ? judged.body : bytesOf(JSON.stringify(body)),
  };
  return shown(answer, violations);
}
