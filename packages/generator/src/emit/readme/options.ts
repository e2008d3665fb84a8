import type { ClientModel } from "../../model/client-model.ts";
import type { Model } from "../../model/types.ts";
import { markdownCode, markdownTable } from "../markdown.ts";
import { runtimeOptions } from "./runtime-options.ts";

/** Options that this client has a use for, in the words of the runtime. */
export function optionsTable({ client, operations }: Model): string {
  const isPaged = operations.some(({ page }) => page !== undefined);
  const keyed = operations.filter((operation) => operation.keyed !== false);
  const uses: Readonly<Record<string, boolean>> = {
    concurrency: isPaged,
    maxPages: isPaged,
    idempotencyKey: keyed.length > 0,
    environment: client.environments.length > 1,
    tokenStore: issuesTokens(client),
    dangerouslyAllowBrowser: client.credentials.length > 0 && !client.browser,
  };
  const [first, second] = client.environments;
  const makes = keyed.map((one) => (typeof one.keyed === "string" ? one.keyed : client.idempotency?.keys));
  const usuals: Readonly<Record<string, string | undefined>> = {
    environment: first && markdownCode(first.name),
    baseURL: first && (second === undefined ? markdownCode(first.url) : "the URL of `environment`"),
    idempotencyKey: makes.every((one) => one === "auto")
      ? "made by the client for each call"
      : makes.includes("auto")
        ? "made by the client for each call of the methods that say so, else none"
        : "none",
  };
  const rows = runtimeOptions
    .filter(({ name }) => uses[name] ?? true)
    .map(({ name, of, default: usual, text }) => [
      markdownCode(name),
      of.join(", "),
      usuals[name] ?? usual,
      text,
    ]);
  return markdownTable(["Option", "Of", "Default", ""], rows);
}

/** Whether the client gets its tokens itself. */
export function issuesTokens({ schemes }: ClientModel): boolean {
  return schemes.some(({ kind }) => kind === "tokenExchange" || kind === "clientCredentials");
}
