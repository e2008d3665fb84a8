import { documentedAnswers, ordinaryAnswer } from "./answers.ts";
import type { Bench } from "./bench.ts";
import { contractCase } from "./cases.ts";
import { exampleKey, requestKey, statusKey } from "./coverage.ts";
import { type Credentials, credentialsFor } from "./credentials.ts";
import { DocumentGap } from "./document-gap.ts";
import { makeCall } from "./make-call.ts";
import { bodyExamples, fullSample, requestContent, requiredSample, usualExample } from "./samples.ts";
import type { ContractCase, Sample, Target } from "./types.ts";

/** A case for every status × example, with everything set that can be set. */
export function responseCases(bench: Bench, target: Target): readonly ContractCase[] {
  const { operation } = target;
  return documentedAnswers(operation).map((answer) => {
    const name = [answer.key, answer.example?.name].filter(Boolean).join(" ");
    return contractCase(bench, "response", operation.id ?? operation.route, name, async () => {
      if (answer.content !== undefined && answer.example === undefined)
        throw new DocumentGap(`${answer.content.type} of status ${answer.key} has no example`);
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
  const credentials = (): Credentials => credentialsFor(bench.pack, bench.schemes, operation);
  const asked = (name: string, sample: () => Sample, keys: readonly string[]): ContractCase =>
    contractCase(bench, "request", operation.id ?? operation.route, name, async () => ({
      ...(await makeCall(bench, { target, sample: sample(), credentials: credentials(), answer })),
      keys,
    }));
  const full = usualExample(bench.pack, requestContent(target));
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
      return contractCase(bench, "alias", operation.id ?? operation.route, `alias ${alias}`, async () => {
        const sample = fullSample(bench.pack, target);
        return makeCall(bench, { target, sample, credentials: credentials(), answer, method });
      });
    }),
  ];
}
