import type { QuotaModel } from "../../model/client-model.ts";
import type { Model } from "../../model/types.ts";
import { markdownCode, markdownFence } from "../markdown.ts";

const NAMES: ReadonlyMap<number, string> = new Map([
  [1000, "a second"],
  [60_000, "a minute"],
  [3_600_000, "an hour"],
  [86_400_000, "a day"],
]);

/** Writes how a program stays within the vendor's limits; `undefined` if the document says nothing about them. */
export function quotas({ client, operations }: Model, packageName: string): string | undefined {
  if (client.quotas === undefined) return undefined;
  const { name } = client;
  const text = (options: string): string =>
    markdownFence(
      "ts",
      `import { ${name} } from "${packageName}";
import { memoryQuota } from "@trunkline/runtime/quota";

const client = new ${name}({ quota: memoryQuota(${options}) });

for (const { scope, limit, remaining, resetsIn } of await client.quota()) {
  console.log(\`\${scope}: \${remaining} of \${limit} left, all of it in \${resetsIn} ms\`);
}`,
    );
  const waits =
    "Calls wait for their places, first come, first served. `signal` ends a wait, and `timeout` begins after it. A call that would have to wait longer than its `totalTimeout`, or than `maxWait` of the quota, fails at once with a `QuotaError`, whose `waitMs` says how long.";
  if (client.quotas.length === 0)
    return `## Quotas

The API states no limits of requests. Where you know one, or want to be gentle, give windows of your own:

${text('{ windows: [{ limit: 60, per: 60_000, scope: "account" }] }')}

${waits}`;
  const groups = client.quotas.map(({ scope }) => scope);
  const sharing = groups.some((scope) => !["key", "address"].includes(scope))
    ? ' One credential is taken for one account: where several keys belong to one, give all of them one quota with its name, `memoryQuota({ account: "acme" })`.'
    : "";
  const lines = client.quotas.map((quota) => `- ${quotaSentence(quota, operations)}`);
  return `## Quotas

The API allows:

${lines.join("\n")}

With a \`quota\` the client counts what it sends, retries and exchanges of tokens included, and waits before it sends, so that nothing is refused:

${text("")}

${waits} Clients that are given the same quota share it.${sharing} For several processes, \`redisQuota()\` of \`@trunkline/redis\` shares the windows through Redis.`;
}

/** Writes a limit as Markdown: `120 requests a minute to an account, all its keys together`. */
export function quotaSentence({ limit, per, scope }: QuotaModel, operations: Model["operations"]): string {
  const members = operations.filter((one) => one.quotas?.includes(scope)).map(({ id }) => markdownCode(id));
  const whose: Readonly<Record<string, string>> = {
    account: "to an account, all its keys together",
    key: "to a key",
    address: "from one IP address",
    operation: "to each method by itself",
  };
  const span = NAMES.get(per) ?? `in ${(per / 1000).toLocaleString("en")} seconds`;
  const unit = limit === 1 ? "request" : "requests";
  return `${limit.toLocaleString("en")} ${unit} ${span} ${whose[scope] ?? `to ${members.join(", ")} together, of one account`}`;
}
