import type { Model } from "../../model/types.ts";
import { markdownBlocks, markdownCode, markdownFence, markdownTable, markdownText } from "../markdown.ts";
import { print, stringLiteral } from "../text.ts";

/** How the client learns of its secrets, and what becomes of them. */
export function credentials({ client }: Model): string | undefined {
  if (client.credentials.length === 0) return undefined;
  const rows = client.credentials.map(({ option, env }) => [
    markdownCode(option),
    env === undefined ? "" : markdownCode(env),
  ]);
  const descriptions = client.credentials.flatMap(({ option, description }) =>
    description === undefined ? [] : [`${markdownCode(option)}: ${markdownBlocks(description)}`],
  );
  const parts = [
    markdownTable(["Option", "Environment variable"], rows),
    ...descriptions,
    "Each option is a string, or a function that returns one or a promise of one, called for every request. The value is sent to the origin of the base URL alone, and neither logs, errors nor `console.log(client)` show it.",
  ];
  if (client.schemes.some(({ kind }) => kind === "tokenExchange" || kind === "clientCredentials")) {
    parts.push(
      "The key is traded for a short-lived token at the first call. The token is renewed before it runs out, and once when the server refuses it; however many calls wait, one exchange is made.",
    );
  }
  if (!client.browser) {
    parts.push(
      "A browser shows its secrets to everyone, so the client refuses to run there unless `dangerouslyAllowBrowser` is set.",
    );
  }
  return `## Credentials\n\n${parts.join("\n\n")}`;
}

/** The named servers, where there are several. */
export function environments({ client }: Model): string | undefined {
  const [first, second] = client.environments;
  if (!first || !second) return undefined;
  const rows = client.environments.map(({ name, url, description }) => [
    markdownCode(name),
    markdownCode(url),
    description === undefined ? "" : markdownText(description),
  ]);
  const text = `const client = new ${client.name}({ environment: ${print(stringLiteral(second.name))} });`;
  return `## Environments

${markdownTable(["Environment", "Base URL", ""], rows)}

${markdownCode(first.name)} is the default. \`baseURL\` points the client anywhere else.

${markdownFence("ts", text)}`;
}
