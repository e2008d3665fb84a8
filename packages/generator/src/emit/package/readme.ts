import type { Model, OperationModel, ResourceModel } from "../../model/types.ts";
import { markdownCode, markdownText } from "../markdown.ts";
import { emitExample } from "../typescript/example.ts";

export interface ReadmeOptions {
  readonly packageName: string;
}

/** README.md of an emitted package: install, first call, credentials, pages, errors, and every method. */
export function emitReadme(model: Model, { packageName }: ReadmeOptions): string {
  const sections = [
    `# ${packageName}`,
    introduction(model),
    `## Install\n\n${code("sh", `npm install ${packageName}`)}`,
    firstCall(model, packageName),
    authentication(model),
    environments(model),
    pages(model),
    errors(model, packageName),
    repeats(model),
    everyCall(model),
    webhooks(model, packageName),
    methods(model),
  ];
  return `${sections.filter((section) => section !== undefined).join("\n\n")}\n`;
}

function introduction({ title, apiVersion, description }: Model): string {
  const about = description === undefined ? "" : `\n\n${markdownText(firstParagraph(description))}`;
  return `Typed client for the ${markdownText(title)}, version ${markdownText(apiVersion)}.${about}

It runs wherever \`fetch\` does: Node.js 20.19 or newer, Deno, Bun, Workers and browsers; as ESM and as CommonJS.`;
}

function firstCall(model: Model, packageName: string): string | undefined {
  const operation = model.operations.find(isSimple) ?? model.operations[0];
  if (!operation) return undefined;
  const { name, credentials } = model.client;
  const key = credentials.find(({ env }) => env !== undefined);
  const note = key?.env === undefined ? "" : ` // reads ${key.env}`;
  const text = `import { ${name} } from "${packageName}";

const client = new ${name}();${note}

${emitExample(operation, "client")}`;
  return `## First call\n\n${code("ts", text)}`;
}

function isSimple({ httpMethod, params, path, deprecated, page }: OperationModel): boolean {
  return (
    httpMethod === "GET" && !params?.required && !path.includes("{") && !deprecated && page === undefined
  );
}

function authentication({ client }: Model): string | undefined {
  if (client.credentials.length === 0) return undefined;
  const rows = client.credentials.map(({ option, env, description }) => [
    markdownCode(option),
    env === undefined ? "" : markdownCode(env),
    description === undefined ? "" : markdownText(description),
  ]);
  const exchange = client.schemes.some(({ kind }) => kind === "tokenExchange")
    ? "\n\nThe key is traded for a short-lived token at the first call. The token is renewed before it runs out, and once when the server refuses it; however many calls wait, one exchange is made."
    : "";
  const browser = client.browser
    ? ""
    : "\n\nA browser shows its secrets to everyone, so the client refuses to run there unless `dangerouslyAllowBrowser` is set.";
  return `## Credentials

${table(["Option", "Environment variable", "What it is"], rows)}

Each option is a string, or a function that returns one or a promise of one, called for every request. The value is sent to the origin of the base URL alone, and neither logs, errors nor \`console.log(client)\` show it.${exchange}${browser}`;
}

function environments({ client }: Model): string | undefined {
  if (client.environments.length < 2) return undefined;
  const [first] = client.environments;
  const rows = client.environments.map(({ name, url, description }) => [
    markdownCode(name),
    markdownCode(url),
    description === undefined ? "" : markdownText(description),
  ]);
  const text = `new ${client.name}({ environment: ${JSON.stringify(client.environments[1]?.name)} });`;
  return `## Environments

${table(["Environment", "Base URL", ""], rows)}

${markdownCode(first?.name ?? "")} is the default. \`baseURL\` points the client anywhere else.

${code("ts", text)}`;
}

function pages(model: Model): string | undefined {
  const operation = model.operations.find(({ page, httpMethod }) => page && httpMethod === "GET");
  if (!operation) return undefined;
  const call = `client.${operation.resource}.${operation.method}(${operation.path.includes("{") ? '"id"' : ""})`;
  const text = `const page = await ${call}; // the first page, as the server sent it
if (page.hasNextPage()) await page.getNextPage();

for await (const item of ${call}) {
  // every item; the next page is asked for when it is needed
}

for await (const page of ${call}.iterPages()) {
  // every page
}

const items = await ${call}.toArray({ limit: 500 });`;
  return `## Pages

${code("ts", text)}

A walk ends with an error, and not in a loop, when the server repeats a cursor. The error says where to resume.`;
}

function errors(model: Model, packageName: string): string {
  const { base, classes } = model.errors;
  const names = new Map(classes.map(({ name, statuses }) => [name, statuses.join(", ")]));
  const rows = [...names].map(([name, statuses]) => [markdownCode(name), statuses]);
  const operation = model.operations.find(({ errors: list }) =>
    list.some(({ status, body }) => status === "422" && body),
  );
  const guard = operation
    ? `\n\n\`isAPIError\` narrows the body to what the API documents for that operation and status:\n\n${code(
        "ts",
        `import { isAPIError } from "${packageName}";

if (isAPIError(error, ${JSON.stringify(operation.id)}, 422)) console.error(error.body);`,
      )}`
    : "";
  const own = rows.length === 0 ? "" : `\n\n${table(["Class", "Status"], rows)}`;
  const text = `import { APIConnectionError, ${base} } from "${packageName}";

try {
  // a call
} catch (error) {
  if (error instanceof ${base}) console.error(error.status, error.code, error.message, error.requestId);
  else if (error instanceof APIConnectionError) console.error("no answer", error.message);
  else throw error;
}`;
  return `## Errors

An answer outside 2xx is thrown as a \`${base}\`.

${code("ts", text)}${own}

Also exported: \`BadRequestError\` 400, \`AuthenticationError\` 401, \`PermissionDeniedError\` 403, \`NotFoundError\` 404, \`ConflictError\` 409, \`UnprocessableEntityError\` 422, \`RateLimitError\` 429, \`InternalServerError\` 5xx; \`APIConnectionTimeoutError\` and \`APIUserAbortError\` when no answer came; \`APIResponseError\` for an answer that is not what it says it is.${guard}`;
}

function repeats({ client, operations }: Model): string {
  const keyed = operations.filter((operation) => operation.keyed !== false);
  const list = keyed.map(({ resource, method }) => `\`${resource}.${method}\``).join(", ");
  const how =
    client.idempotency?.keys === "auto"
      ? "A key is made for each call and kept over its attempts; pass `idempotencyKey` to choose it."
      : "Pass `idempotencyKey` to make such a call repeatable; without it, it is sent once.";
  const idempotency = keyed.length === 0 ? "" : `\n\nIdempotency keys: ${list}. ${how}`;
  return `## Retries and time limits

A failed request is sent again, twice at most (\`maxRetries\`), and only where that cannot do a thing twice: a request that changes something is repeated when it carries an idempotency key, or when it surely never arrived. \`Retry-After\` is obeyed; a wait beyond \`maxRetryAfter\` is an error at once. An attempt ends after 30 seconds (\`timeout\`), body included; \`totalTimeout\` bounds all attempts together.${idempotency}`;
}

function everyCall({ client: { name } }: Model): string {
  const text = `await call.withResponse(); // { data, response, requestId }
await call.asResponse(); // the Response, its body unread

const patient = client.withOptions({ timeout: 120_000 }); // shares token and retry budget
client.preview((c) => c.get("/path")); // method, URL, headers and body, nothing sent`;
  return `## For every call

The last argument of each method takes \`headers\`, \`query\`, \`timeout\`, \`totalTimeout\`, \`maxRetries\` and \`signal\`; \`${name}Options\` sets them for all calls, and \`logger\`, \`fetch\` and \`fetchOptions\` besides.

${code("ts", text)}

\`createRaw(client)\` from \`./raw\` gives an [openapi-fetch](https://openapi-ts.dev/openapi-fetch/) client over the same transport.`;
}

function webhooks({ webhooks: hooks }: Model, packageName: string): string | undefined {
  if (!hooks) return undefined;
  const events = hooks.events.map(({ event }) => markdownCode(event)).join(", ");
  const [first] = hooks.events;
  const text = `import type { ${hooks.name} } from "${packageName}";

function handle(payload: ${hooks.name}[${JSON.stringify(first?.event ?? "")}]): void {}`;
  return `## Webhooks\n\nTypes of what the vendor sends: ${events}.\n\n${code("ts", text)}`;
}

function methods(model: Model): string {
  const parts = model.resources
    .filter(({ operations }) => operations.length > 0)
    .map(
      (resource) =>
        `### ${markdownCode(`client.${resource.id}`)}${about(resource)}\n\n${methodTable(resource.operations)}`,
    );
  return `## Methods\n\n${parts.join("\n\n")}`;
}

function about({ description }: ResourceModel): string {
  return description === undefined ? "" : `\n\n${markdownText(firstParagraph(description))}`;
}

function methodTable(operations: readonly OperationModel[]): string {
  const scoped = operations.some(({ scopes }) => scopes.length > 0);
  const rows = operations.flatMap((operation) => {
    const route = markdownCode(`${operation.httpMethod} ${operation.path}`);
    const scopes = operation.scopes.map(markdownCode).join(", ");
    const summary = `${markdownText(operation.summary ?? "")}${operation.deprecated ? " (deprecated)" : ""}`;
    const row = (name: string, text: string): string[] => [
      markdownCode(name),
      route,
      ...(scoped ? [scopes] : []),
      text,
    ];
    const walk = operation.walk ? [row(operation.walk.method, `${summary}, walking all pages`)] : [];
    return [row(operation.method, summary), ...walk];
  });
  return table(["Method", "Route", ...(scoped ? ["Scope"] : []), "What it does"], rows);
}

function firstParagraph(text: string): string {
  return text.trim().split(/\n\s*\n/, 1)[0] ?? "";
}

function code(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
