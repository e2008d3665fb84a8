import { type DocumentedAnswer, documentedAnswers, ordinaryAnswer } from "./answers.ts";
import { attempt, type Bench, type Outcome } from "./bench.ts";
import { callArguments } from "./call.ts";
import { contractCase, countProblems, type Finding } from "./cases.ts";
import { compareError, requestIdOf } from "./compare-error.ts";
import { compareRequest, type Intent } from "./compare-request.ts";
import { compareResult } from "./compare-result.ts";
import { exampleKey, requestKey, statusKey } from "./coverage.ts";
import { type Credentials, credentialsFor } from "./credentials.ts";
import { differences } from "./differences.ts";
import { keyPolicy } from "./idempotency.ts";
import { bodyExamples, fullSample, idempotencyHeader, requiredSample } from "./samples.ts";
import type { ContractCase, Sample, Target } from "./types.ts";

/** One ordinary call: what is said, with which credentials, and which answer it gets. */
export interface Call {
  readonly target: Target;
  readonly sample: Sample;
  readonly credentials: Credentials;
  readonly answer: DocumentedAnswer;
  /** @default the method of names.lock */
  readonly method?: { readonly resource: string; readonly method: string } | undefined;
}

/** A case for every status × example, with everything set that can be set. */
export function responseCases(bench: Bench, target: Target): readonly ContractCase[] {
  const { operation } = target;
  return documentedAnswers(operation).map((answer) => {
    const name = [answer.key, answer.example?.name].filter(Boolean).join(" ");
    return contractCase(bench, "response", operation.id ?? operation.route, name, async () => {
      if (answer.content !== undefined && answer.example === undefined)
        throw new Error(`${answer.content.type} of status ${answer.key} has no example`);
      const credentials = credentialsFor(bench.pack, bench.schemes, operation);
      const sample = fullSample(bench.pack, target);
      const finding = await makeCall(bench, { target, sample, credentials, answer });
      const [first] = bodyExamples(target);
      const keys = [statusKey(operation, answer), exampleKey(operation, answer)];
      const body = sample.body?.example ?? first;
      return { ...finding, keys: body === undefined ? keys : [...keys, requestKey(operation, body.name)] };
    });
  });
}

/** A case for every other way to ask: each request example, and the least that a call can say. */
export function requestCases(bench: Bench, target: Target): readonly ContractCase[] {
  const { operation } = target;
  // Some documents tell of failures only.
  const answer = ordinaryAnswer(operation) ?? documentedAnswers(operation)[0];
  if (answer === undefined) return [];
  const credentials = credentialsFor(bench.pack, bench.schemes, operation);
  const asked = (name: string, sample: () => Sample, keys: readonly string[]): ContractCase =>
    contractCase(bench, "request", operation.id ?? operation.route, name, async () => ({
      ...(await makeCall(bench, { target, sample: sample(), credentials, answer })),
      keys,
    }));
  const full = bodyExamples(target).find((one) => one.name === "full") ?? bodyExamples(target)[0];
  const others = bodyExamples(target).filter((one) => one !== full);
  const optional =
    operation.parameters.some((parameter) => !parameter.required) || operation.body?.required === false;
  return [
    ...others.map((one) =>
      asked(`request ${one.name}`, () => requiredSample(bench.pack, target, one.name), [
        requestKey(operation, one.name),
      ]),
    ),
    ...(optional ? [asked("request required only", () => requiredSample(bench.pack, target), [])] : []),
    ...target.names.aliases.map((alias) => {
      const dot = alias.lastIndexOf(".");
      const method = { resource: alias.slice(0, Math.max(dot, 0)), method: alias.slice(dot + 1) };
      return contractCase(bench, "alias", operation.id ?? operation.route, `alias ${alias}`, () =>
        makeCall(bench, { target, sample: fullSample(bench.pack, target), credentials, answer, method }),
      );
    }),
  ];
}

/** Makes one call and compares all that is seen of it, on the wire and by the caller. */
export async function makeCall(bench: Bench, call: Call): Promise<Finding> {
  const { pack } = bench;
  const { target, sample, credentials, answer } = call;
  const mock = await bench.mock({
    operation: target.operation.route,
    status: answer.status,
    ...(answer.example === undefined ? {} : { example: answer.example.name }),
  });
  const client = await bench.client(credentials.options);
  const { resource, method } = call.method ?? target.names;
  const outcome = await attempt(client, resource, method, callArguments(pack, target, sample));
  const [request] = mock.requests;
  if (request === undefined) {
    const reason = outcome.thrown?.error instanceof Error ? `: ${outcome.thrown.error.message}` : "";
    return { problems: [`no request was sent${reason}`], keys: [], requests: [] };
  }
  const intent: Intent = {
    pack,
    target,
    sample,
    credentials: credentials.sent,
    key: keyOf(bench, target, sample),
  };
  const problems = [
    ...compareRequest(request, intent),
    ...(await compareOutcome(bench, call, outcome)),
    ...countProblems(mock.requests.length, 1),
  ];
  return { problems, keys: [], requests: mock.requests.slice() };
}

function keyOf(bench: Bench, target: Target, sample: Sample): Intent["key"] {
  const header = idempotencyHeader(bench.pack, target);
  if (header === undefined) return undefined;
  const unset = keyPolicy(bench.pack, target) === "auto" ? "made" : "none";
  return { header, value: sample.idempotencyKey ?? unset };
}

async function compareOutcome(bench: Bench, call: Call, outcome: Outcome): Promise<readonly string[]> {
  const { pack } = bench;
  const { target, answer } = call;
  const mock = await bench.peek();
  const wire = mock.requests[0]?.answer;
  const success = answer.status >= 200 && answer.status < 300;
  if (!success) {
    if (outcome.thrown === undefined)
      return [`the call succeeded, expected an error of status ${answer.status}`];
    return compareError(pack, await bench.module(), target, answer, wire, outcome.thrown.error);
  }
  if (outcome.thrown !== undefined) {
    const { error } = outcome.thrown;
    return [`the call threw ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`];
  }
  const problems = await compareResult(pack, target, answer, outcome.value);
  const requestId = requestIdOf(pack, answer.example?.value, wire);
  return [...problems, ...(await compareWithResponse(outcome, answer.status, requestId))];
}

/** `.withResponse()` of the same promise tells more and sends nothing. */
async function compareWithResponse(
  { promise, value }: Outcome,
  status: number,
  requestId: string | undefined,
): Promise<readonly string[]> {
  const open = (promise as { withResponse?: () => Promise<Record<string, unknown>> } | undefined)
    ?.withResponse;
  if (open === undefined) return ["the promise has no withResponse()"];
  const seen = await open.call(promise);
  return [
    ...(seen.data === value ? [] : ["withResponse() gives other data than the promise"]),
    ...differences((seen.response as Response | undefined)?.status, status, "withResponse().response.status"),
    ...differences(seen.requestId, requestId, "withResponse().requestId"),
  ];
}
