import type { ClientModel } from "../../model/client-model.ts";
import type { Model } from "../../model/types.ts";
import { markdownBlocks, markdownCode, markdownFence, markdownTable, markdownText } from "../markdown.ts";
import { print, stringLiteral } from "../text.ts";

/** Writes which credentials the client takes, and where it sends them. */
export function credentials({ client }: Model): string | undefined {
  const certificates = client.schemes.some(({ kind }) => kind === "mutualTLS") ? [CERTIFICATE] : [];
  if (client.credentials.length === 0) {
    return certificates.length === 0 ? undefined : `## Credentials\n\n${certificates.join("\n\n")}`;
  }
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
    `Each option is a string, or a function that returns one or a promise of one, called for every request. ${whereTo(client)}, and neither logs, errors nor \`console.log(client)\` show it.`,
    "A secret that you give in code is used in place of one from the environment. `null` says that there is no such secret, not even in the environment: a call that needs one is refused before anything is sent.",
  ];
  parts.push(...client.schemes.flatMap(tokenText), ...certificates);
  for (const scheme of client.schemes) {
    if (scheme.kind !== "tokenExchange" && scheme.kind !== "clientCredentials") continue;
    const token = markdownCode(scheme.source.option);
    const keys =
      scheme.kind === "tokenExchange" ? [scheme.exchange.source] : [scheme.clientId, scheme.clientSecret];
    const given = keys.map(({ option }) => markdownCode(option)).join(" and ");
    parts.push(
      `The client exchanges the key for a short-lived token at the first call. It renews the token before it expires, and once when the server refuses it; calls that wait for a token share one exchange. ${token} is a token that you have already: it is used until the server refuses it, and renewed then if there is a key. One that you give in code is renewed only with ${given} given in code, never with what the environment holds.`,
    );
  }
  if (!client.browser) {
    parts.push(
      "Every visitor of a page can read its secrets, so the client refuses to run in a browser unless `dangerouslyAllowBrowser` is set.",
    );
  }
  return `## Credentials\n\n${parts.join("\n\n")}`;
}

const CERTIFICATE =
  'Some operations ask for a client certificate (mutual TLS), which is the connection\'s and no option of the client. In Node.js, give `transport` one that has it, as "Proxies, certificates and connections" shows; elsewhere, give `fetch` the one that your platform binds to a certificate.';

/** Where a token comes from that the client carries and does not get. */
function tokenText(scheme: ClientModel["schemes"][number]): readonly string[] {
  if (scheme.kind !== "bearer" || scheme.issued === undefined) return [];
  const { by, described } = scheme.issued;
  const where = described === undefined ? "" : ` (described at ${markdownCode(described)})`;
  return [
    `${markdownCode(scheme.source.option)} is a token that your program gets itself, by ${by}${where}: the client carries it and asks nobody for one. Give a function to renew it: it is called for every request, and once more when the server answers 401.`,
  ];
}

function whereTo({ schemes }: ClientModel): string {
  const elsewhere = schemes.flatMap((one) =>
    one.kind === "clientCredentials" && one.server !== undefined
      ? [[one.clientSecret.option, one.server] as const]
      : [],
  );
  const also = elsewhere.map(
    ([option, server]) =>
      `; ${markdownCode(option)} goes to ${markdownCode(server)}, where tokens are issued`,
  );
  return `The value is sent only to the origin of the base URL${also.join("")}`;
}

/** Writes the named servers, if there are several. */
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
