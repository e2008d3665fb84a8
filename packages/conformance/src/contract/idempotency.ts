import { ordinaryAnswer } from "./answers.ts";
import { attempt, type Bench } from "./bench.ts";
import { callArguments } from "./call.ts";
import { contractCase, countProblems, type Finding } from "./cases.ts";
import { credentialsFor } from "./credentials.ts";
import { differences, show } from "./differences.ts";
import { keyPolicy } from "./key-policy.ts";
import { makeCall } from "./make-call.ts";
import { fullSample, idempotencyHeader } from "./samples.ts";
import type { ContractCase, Target } from "./types.ts";

/** The key is sent where it is declared, and refused where it is not. */
export function idempotencyCases(bench: Bench, target: Target): readonly ContractCase[] {
  const { operation } = target;
  const id = operation.id ?? operation.route;
  const header = idempotencyHeader(bench.pack, target);
  if (header === undefined)
    return [
      contractCase(bench, "idempotency", id, "refuses an idempotency key", () => refused(bench, target)),
    ];
  return [
    contractCase(bench, "idempotency", id, "sends the caller's idempotency key", () =>
      keyed(bench, target, "my-key"),
    ),
    contractCase(
      bench,
      "idempotency",
      id,
      keyPolicy(bench.pack, target) === "auto" ? "makes an idempotency key" : "makes no idempotency key",
      async () => {
        const first = await keyed(bench, target, undefined);
        const second = await keyed(bench, target, undefined);
        const keys = [first, second].map((one) => one.requests[0]?.headers[header.toLowerCase()]);
        const repeated = keys[0] !== undefined && keys[0] === keys[1];
        const problem = repeated ? [`two calls were sent with the same key ${show(keys[0])}`] : [];
        return { ...second, problems: [...first.problems, ...second.problems, ...problem] };
      },
    ),
  ];
}

function keyed(bench: Bench, target: Target, idempotencyKey: string | undefined): Promise<Finding> {
  const answer = ordinaryAnswer(target.operation);
  if (answer === undefined) throw new Error("no successful answer is documented");
  const sample = { ...fullSample(bench.pack, target), idempotencyKey };
  const credentials = credentialsFor(bench.pack, bench.schemes, target.operation);
  return makeCall(bench, { target, sample, credentials, answer });
}

async function refused(bench: Bench, target: Target): Promise<Finding> {
  const mock = await bench.mock();
  const credentials = credentialsFor(bench.pack, bench.schemes, target.operation);
  const client = await bench.client(credentials.options);
  const sample = { ...fullSample(bench.pack, target), idempotencyKey: "my-key" };
  const { resource, method } = target.names;
  const outcome = await attempt(client, resource, method, callArguments(bench.pack, target, sample));
  const error = outcome.thrown?.error;
  const problems =
    error === undefined
      ? ["the key was accepted, expected a usage error"]
      : differences((error as { status?: number }).status, undefined, "error.status");
  return { problems: [...problems, ...countProblems(mock.requests.length, 0)], keys: [], requests: [] };
}
