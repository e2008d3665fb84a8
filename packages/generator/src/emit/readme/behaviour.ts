import type { Model } from "../../model/types.ts";
import { joinId } from "../../names/operation-id.ts";
import { markdownCode, markdownFence } from "../markdown.ts";
import { emitCall } from "../typescript/example.ts";
import { issuesTokens, optionsTable } from "./options.ts";
import { plainRead } from "./simplest.ts";

/** Writes how lists are read page by page. */
export function pages(model: Model): string | undefined {
  const operation = model.operations.find(
    ({ page, httpMethod, path }) => page && httpMethod === "GET" && !path.includes("{"),
  );
  if (!operation) return undefined;
  const call = `client.${joinId(operation.resource, operation.method)}()`;
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

${markdownFence("ts", text)}

A walk ends with an error, and not in a loop, when the server gives the same page or the same place to go on from again. The error says where to resume.`;
}

/** Writes which requests are repeated, and how long a call may take. */
export function retries({ client, operations }: Model): string {
  const paragraphs = [
    "A failed request is sent again, twice at most (`maxRetries`), and only if nothing can be done twice by that. `Retry-After` is obeyed; if it asks for more than `maxRetryAfter`, the error is thrown at once. An attempt ends after 30 seconds (`timeout`), body included; `totalTimeout` limits all attempts together.",
  ];
  if (operations.some(({ keyed }) => keyed !== false)) {
    paragraphs.push(
      client.idempotency?.keys === "auto"
        ? "The client makes an idempotency key for each call of the methods that are marked below, and keeps it over its own retries. To repeat a call yourself, give `idempotencyKey` and send the same value and the same body again; otherwise it may be done twice."
        : "The methods that are marked below take an `idempotencyKey`. With it they can be repeated; without it they are sent once.",
    );
  }
  const isRepeated = client.retry?.never?.includes("DELETE") !== true;
  if (
    operations.some(
      ({ httpMethod, retry }) =>
        httpMethod === "DELETE" && (retry === "always" || (retry === undefined && isRepeated)),
    )
  ) {
    paragraphs.push(
      "A DELETE whose answer was lost is sent again, and may then end in a `NotFoundError`, since an earlier attempt has deleted it already.",
    );
  }
  return `## Retries and time limits\n\n${paragraphs.join("\n\n")}`;
}

/** Writes what all methods have in common. */
export function everyCall(model: Model): string {
  return `## For every call

The last argument of each method takes options of the call; \`${model.client.name}Options\`, the argument of the constructor, sets them for all calls. All times are in milliseconds.

${optionsTable(model)}
${callsOfRead(model)}
\`client.get\`, \`client.post\` and the like send requests to routes that this package does not have a method for, with the same credentials, retries and errors.`;
}

/** What can be had besides the value, where there is a call that does no harm to show it with. */
function callsOfRead(model: Model): string {
  const operation = plainRead(model);
  if (!operation) return "";
  const call = emitCall(operation, "client");
  const shared = issuesTokens(model.client) ? "token and retry budget" : "the retry budget";
  const text = `const { data, response, requestId } = await ${call}.withResponse();
const unread = await ${call}.asResponse(); // a Response whose body nobody has read

const patient = client.withOptions({ timeout: 120_000 }); // shares ${shared}
const request = await client.preview((c) => ${emitCall(operation, "c")}); // nothing is sent`;
  return `\n${markdownFence("ts", text)}\n`;
}

/** Methods of HTTP that openapi-fetch has a function for. */
const rawMethods: ReadonlySet<string> = new Set([
  ...["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE"],
]);

/** The way out to openapi-fetch, and what is not as there. */
export function rawCalls({ operations }: Model, packageName: string): string {
  const others = operations.map(({ httpMethod }) => httpMethod).filter((method) => !rawMethods.has(method));
  const missing = [...new Set(others)].map(markdownCode).join(", ");
  const text = `import { createRaw } from "${packageName}/raw";

const raw = createRaw(client, { headers: { "accept-language": "de" } });`;
  return `## Raw calls

${markdownFence("ts", text)}

\`createRaw(client, options)\` gives an [openapi-fetch](https://openapi-ts.dev/openapi-fetch/) client with the same credentials, retries and limits. It takes openapi-fetch's own options. What differs from openapi-fetch, and why:

- Requests carry the client's credentials, its \`user-agent\` and its default header fields and query besides your own: it is the same client.
- \`baseUrl\` and an address that middleware sets stay below the client's base URL, which the credentials are for. A redirect is followed within its origin only, and \`redirect\` is not an option.
- \`fetch\` gets each attempt, since a call that failed may be sent again, and answers with a real \`Response\`.
- \`onError\` gets this package's errors, with what \`fetch\` threw as their \`cause\`: they say what happened and hold no secret.
- A path's value that is missing, empty, \`.\` or \`..\` is refused, and a \`pathSerializer\` adds no segment: the call would go to another resource.
- In paths and queries \`!\`, \`'\`, \`(\`, \`)\` and \`*\` are encoded, as RFC 3986 asks, and a query's \`null\` is sent as an empty value: a filter that is left out would find everything.
- Unknown options are refused.${missing === "" ? "" : `\n- openapi-fetch has no function for ${missing}: those calls are methods of the client alone.`}`;
}
