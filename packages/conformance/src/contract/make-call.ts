import type { RecordedRequest, Violation } from "@trunkline/mock";
import type { DocumentedAnswer } from "./answers.ts";
import { attempt, type Bench, type Outcome } from "./bench.ts";
import { callArguments } from "./call.ts";
import { countProblems, type Finding } from "./cases.ts";
import { compareError, requestIdOf } from "./compare-error.ts";
import { compareRequest } from "./compare-request.ts";
import { compareResult } from "./compare-result.ts";
import type { Credentials } from "./credentials.ts";
import { differences } from "./differences.ts";
import type { Intent } from "./intent.ts";
import { keyPolicy } from "./key-policy.ts";
import { followRedirects } from "./redirects.ts";
import { idempotencyHeader } from "./samples.ts";
import type { Sample, Target } from "./types.ts";

/** One ordinary call: what is said, with which credentials, and which answer it gets. */
export interface Call {
  readonly target: Target;
  readonly sample: Sample;
  readonly credentials: Credentials;
  readonly answer: DocumentedAnswer;
  /** @default the method of names.lock */
  readonly method?: { readonly resource: string; readonly method: string } | undefined;
}

/** Makes one call and compares all that is seen of it, on the wire and by the caller. */
export async function makeCall(bench: Bench, call: Call): Promise<Finding> {
  const { pack } = bench;
  const { target, sample, credentials, answer } = call;
  const mock = await bench.mock({
    operation: target.operation.route,
    status: answer.status,
    ...(answer.example === undefined ? {} : { example: answer.example.name }),
    ...(answer.content === undefined ? {} : { mediaType: answer.content.type }),
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
  const differing = compareRequest(request, intent);
  const violated = request.violations.map(shown);
  const gap = differing.length === 0 ? documentGap(request) : undefined;
  if (gap !== undefined && bench.areFaultsNoted) return { problems: [], gap, keys: [], requests: [] };
  const { hops, problems: astray } = followRedirects(mock.requests, mock.url);
  const problems = [
    ...differing,
    ...violated,
    ...astray,
    // What came of a call that was led elsewhere is another operation's.
    ...(hops > 0 ? [] : await compareOutcome(bench, call, outcome)),
    ...countProblems(mock.requests.length, 1 + hops),
  ];
  return { problems, keys: [], requests: [request] };
}

function shown({ in: place, location, message, by }: Violation): string {
  return `${place} ${location.join(".")}: ${message} (${by})`;
}

/** Of what the mock server finds besides, only that a field of a body is not declared can be an example's fault. */
function isOther({ by, location }: Violation): boolean {
  return by !== "prism" && location[0] !== "body";
}

/** What is wrong was written into the document, where the request says just what its examples say. */
function documentGap({ violations }: RecordedRequest): string | undefined {
  const [first] = violations;
  if (first === undefined || violations.some(isOther)) return undefined;
  const more = violations.length === 1 ? "" : ` (and ${violations.length - 1} more)`;
  return `an example of the document breaks its schema: ${first.message}${more}`;
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
