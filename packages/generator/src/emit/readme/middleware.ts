import type { ClientModel } from "../../model/client-model.ts";
import { markdownFence } from "../markdown.ts";
import { HOME } from "./more.ts";

/** Writes how a program adds middleware to its calls. */
export function middleware({ name }: ClientModel, packageName: string): string {
  const own = `import { ${name}, chainMiddleware, type Middleware } from "${packageName}";

const told: Middleware = async (request, next) => {
  const response = await next({ headers: { "x-attempt": String(request.attempt) } });
  console.log(request.operation, request.attempt, response.status);
  return response;
};
const client = new ${name}({ middleware: chainMiddleware(told) });`;
  const traced = `import { openTelemetry } from "@trunkline/runtime/otel";

const client = new ${name}({ middleware: openTelemetry() });`;
  return `## Middleware and traces

Your own functions, around each attempt of a call:

${markdownFence("ts", own)}

They do not see credentials, which are added after them. \`request.identity\` differs for each credential and base URL without showing them, so that a cache that has it in its keys keeps tenants apart. A function may add header and query fields, answer without \`next\`, and read or replace the answer. A field that the client itself sets, another origin, a second \`next()\` and a missing reply are \`UsageError\`s that name the function. Its time counts in \`totalTimeout\`, not in \`timeout\`; what it throws ends the call as it is.

Tested [recipes](${HOME}/tree/HEAD/examples/middleware#readme): a cache of answers, a circuit breaker, recordings for tests.

Traces by OpenTelemetry go the same way: a span for each call, and in it one for each request on the wire (\`npm install @trunkline/runtime @opentelemetry/api\`):

${markdownFence("ts", traced)}

\`chainMiddleware(openTelemetry(), told)\` has both.`;
}
