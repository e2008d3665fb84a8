import type { Model } from "../../model/types.ts";
import { markdownCode, markdownTable } from "../markdown.ts";
import { runtimeOptions } from "./runtime-options.ts";

/** Options that this client has a use for, in the words of the runtime. */
export function optionsTable({ client, operations }: Model): string {
  const isPaged = operations.some(({ page }) => page !== undefined);
  const isKeyed = operations.some(({ keyed }) => keyed !== false);
  const issuesTokens = client.schemes.some(
    ({ kind }) => kind === "tokenExchange" || kind === "clientCredentials",
  );
  const uses: Readonly<Record<string, boolean>> = {
    concurrency: isPaged,
    maxPages: isPaged,
    idempotencyKey: isKeyed,
    environment: client.environments.length > 1,
    tokenStore: issuesTokens,
    dangerouslyAllowBrowser: client.credentials.length > 0 && !client.browser,
  };
  const rows = runtimeOptions
    .filter(({ name }) => uses[name] ?? true)
    .map(({ name, of, default: usual, text }) => [markdownCode(name), of.join(", "), usual, text]);
  return markdownTable(["Option", "Of", "Default", ""], rows);
}
