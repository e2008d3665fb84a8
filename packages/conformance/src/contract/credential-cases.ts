import { type Exchange, readExtension, valueAt } from "@trunkline/document";
import { ordinaryAnswer } from "./answers.ts";
import { attempt, type Bench } from "./bench.ts";
import { callArguments } from "./call.ts";
import { contractCase, countProblems, type Finding } from "./cases.ts";
import { type Credentials, credentialsFor, type Scheme } from "./credentials.ts";
import { differences } from "./differences.ts";
import { makeCall } from "./make-call.ts";
import { lockedSecret } from "./package.ts";
import { requiredSample } from "./samples.ts";
import { strongestAlternative } from "./strongest.ts";
import type { ContractCase, Target } from "./types.ts";

/** A case for each further alternative of an operation's security; the strongest is in every other case. */
export function credentialCases(bench: Bench, target: Target): readonly ContractCase[] {
  const { operation } = target;
  const answer = ordinaryAnswer(operation);
  if (answer === undefined) return [];
  const strongest = strongestAlternative(operation.security, (id) => bench.schemes.has(id));
  return operation.security.flatMap((needed, index) =>
    index === strongest
      ? []
      : [
          contractCase(
            bench,
            "credential",
            operation.id ?? operation.route,
            `credential ${needed.join(" + ") || "none"}`,
            async () => {
              const found = credentialsFor(bench.pack, bench.schemes, operation, index);
              // With an alternative that carries nothing, a client without any secret may call.
              const credentials: Credentials = found.sent.length === 0 ? { options: {}, sent: [] } : found;
              return makeCall(bench, {
                target,
                sample: requiredSample(bench.pack, target),
                credentials,
                answer,
              });
            },
          ),
        ],
  );
}

/** A case for each scheme whose token is bought with a key: one exchange, however many calls. */
export function exchangeCases(bench: Bench): readonly ContractCase[] {
  return [...bench.schemes.values()].flatMap((scheme) => {
    const { exchange: rules } = readExtension("securityScheme", scheme.definition);
    if (rules === undefined) return [];
    const id = rules.operation;
    return [
      contractCase(bench, "exchange", id, `exchange for ${scheme.id}`, () =>
        exchange(bench, scheme, id, rules),
      ),
    ];
  });
}

async function exchange(bench: Bench, scheme: Scheme, id: string, rules: Exchange): Promise<Finding> {
  const { targets } = bench.pack;
  const dealer = targets.find((one) => one.operation.id === id);
  const user = targets.find(({ operation: { security } }) =>
    security[strongestAlternative(security, (one) => bench.schemes.has(one))]?.includes(scheme.id),
  );
  if (dealer === undefined) throw new Error(`there is no operation ${id}`);
  if (user === undefined) throw new Error(`no operation uses the scheme ${scheme.id}`);
  const answer = ordinaryAnswer(dealer.operation)?.example?.value;
  const token = valueAt(answer, rules.token);
  const secret = "secret-that-buys-a-token";
  const mock = await bench.mock();
  const option = lockedSecret(bench.pack, scheme.id, "key")?.option ?? rules.option;
  const client = await bench.client({ [option]: secret });
  const args = callArguments(bench.pack, user, requiredSample(bench.pack, user));
  for (let call = 0; call < 2; call += 1) {
    const { thrown } = await attempt(client, user.names.resource, user.names.method, args);
    if (thrown !== undefined) throw thrown.error;
  }
  const [first, ...rest] = mock.requests;
  const problems = [
    ...countProblems(mock.requests.length, 3),
    ...differences(first?.route, dealer.operation.route, "first request"),
    ...differences(first?.headers[scheme.name], undefined, `${scheme.name} of the exchange`),
    ...differences(valueAt(first?.body?.json, rules.request), secret, "the key in the exchange"),
    ...rest.flatMap((one) => differences(one.headers[scheme.name], `Bearer ${String(token)}`, scheme.name)),
    ...mock.violations.map((one) => `${one.in} ${one.location.join(".")}: ${one.message} (${one.by})`),
  ];
  return { problems, keys: [], requests: mock.requests.slice() };
}
