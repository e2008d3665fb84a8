import { Console } from "node:console";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { Buena } from "@trunkline/buena";
import { memoryQuota } from "@trunkline/runtime/quota";

/** What the page shows of an error. */
export interface Shown {
  readonly id: string;
  /** The function that made the call, as it stands in this file. */
  readonly source: string;
  readonly stack: string;
  /** What `console.log(error)` writes. */
  readonly printed: string;
}

function json(response: ServerResponse, status: number, value: unknown, fields: object = {}): void {
  response.writeHead(status, { "content-type": "application/json", "x-request-id": "req_8c1f", ...fields });
  response.end(JSON.stringify(value));
}

/** A lead's id says what goes wrong with it. */
const ANSWERS: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  malformed: (response) =>
    json(response, 400, { error: "invalid_id", message: "The ID of a lead is a UUID." }),
  unauthorized: (response) =>
    json(response, 401, { error: "invalid_api_key", message: "The API key is not valid." }),
  forbidden: (response) =>
    json(response, 403, { error: "forbidden", message: "This key may not read leads." }),
  missing: (response) => json(response, 404, { error: "not_found", message: "There is no such lead." }),
  conflict: (response) =>
    json(response, 409, { error: "conflict", message: "The lead was changed meanwhile." }),
  limited: (response) =>
    json(response, 429, { error: "rate_limited", message: "Too many requests." }, { "retry-after": "90" }),
  broken: (response) => json(response, 503, { error: "unavailable", message: "The service is starting." }),
  "upload-prospects": (response) =>
    json(response, 403, { error: "forbidden", message: "This key may not upload prospects." }),
  gone: (response) => json(response, 410, { error: "deleted", message: "The lead was deleted." }),
  silent: () => {},
  moved: (response) => response.writeHead(302, { location: "https://login.example/" }).end(),
  page: (response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>Sign in</h1>"),
  huge: (response) => json(response, 200, { data: "x".repeat(2000) }),
};

/** The same page, whatever is asked for. */
const PAGE: object = { data: [{ id: "3d1f0c7a-0a55-4f0e-9a53-0c7c4c1d6f10" }], total: 3 };

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const id = pathname.slice(pathname.lastIndexOf("/") + 1);
  request.resume();
  if (request.method === "POST" && id === "leads") {
    return json(response, 422, {
      detail: [{ loc: ["body", "email"], msg: "Field required", type: "missing" }],
    });
  }
  if (id === "leads") return json(response, 200, PAGE);
  return ANSWERS[id]?.(response);
});

await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const gone = createServer();
await new Promise<void>((resolve) => gone.listen(0, "127.0.0.1", resolve));
const [port, closed] = [server, gone].map((one) => (one.address() as AddressInfo).port);
await new Promise((resolve) => gone.close(resolve));

const baseURL = `http://127.0.0.1:${port}`;
const client = new Buena({ apiKey: "sk_example_0123456789", baseURL, maxRetries: 0 });

// The functions of a program, each of which makes a call that fails.

async function readNothing(): Promise<void> {
  await client.leads.get("");
}

async function readMalformed(): Promise<void> {
  await client.leads.get("malformed");
}

async function readWithWrongKey(): Promise<void> {
  await client.leads.get("unauthorized");
}

async function readWithoutRight(): Promise<void> {
  await client.leads.get("forbidden");
}

async function readMissing(): Promise<void> {
  await client.leads.get("missing");
}

async function readConflict(): Promise<void> {
  await client.leads.get("conflict");
}

async function createWithoutEmail(): Promise<void> {
  // @ts-expect-error The type asks for an email.
  await client.leads.create({ firstName: "Ada" });
}

async function readTooOften(): Promise<void> {
  await client.leads.get("limited");
}

async function readWhileDown(): Promise<void> {
  await client.leads.get("broken", {}, { maxRetries: 1 });
}

async function readDeleted(): Promise<void> {
  await client.leads.get("gone");
}

async function readFromNowhere(): Promise<void> {
  await client.withOptions({ baseURL: `http://127.0.0.1:${closed}` }).leads.get("any");
}

async function readSlowly(): Promise<void> {
  await client.leads.get("silent", {}, { timeout: 50 });
}

async function readUntilAborted(): Promise<void> {
  await client.leads.get("silent", {}, { signal: AbortSignal.timeout(50) });
}

async function readMoved(): Promise<void> {
  await client.leads.get("moved");
}

async function readSignIn(): Promise<void> {
  await client.leads.get("page");
}

async function readHuge(): Promise<void> {
  await client.leads.get("huge", {}, { maxResponseBytes: 1000 });
}

async function walkInCircles(): Promise<void> {
  for await (const lead of client.leads.list()) void lead;
}

async function readTwiceAMinute(): Promise<void> {
  const quota = memoryQuota({ windows: [{ limit: 1, per: 60_000, scope: "key" }], maxWait: 1000 });
  const careful = client.withOptions({ quota });
  await careful.leads.list();
  await careful.leads.list();
}

async function uploadWithoutRight(): Promise<void> {
  await client.linkedin.uploadAllProspects([
    { name: "Ada Example", linkedin_url: "https://linkedin.com/in/ada-example" },
    { name: "Bea Example", linkedin_url: "https://linkedin.com/in/bea-example" },
  ]);
}

const FAILING = {
  UsageError: readNothing,
  BadRequestError: readMalformed,
  AuthenticationError: readWithWrongKey,
  PermissionDeniedError: readWithoutRight,
  NotFoundError: readMissing,
  ConflictError: readConflict,
  UnprocessableEntityError: createWithoutEmail,
  RateLimitError: readTooOften,
  InternalServerError: readWhileDown,
  APIError: readDeleted,
  APIConnectionError: readFromNowhere,
  APIConnectionTimeoutError: readSlowly,
  APIUserAbortError: readUntilAborted,
  APIRedirectError: readMoved,
  APIResponseError: readSignIn,
  APIResponseTooLargeError: readHuge,
  PageError: walkInCircles,
  QuotaError: readTwiceAMinute,
  BulkError: uploadWithoutRight,
};

function logged(value: unknown): string {
  let text = "";
  const stdout = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString();
      done();
    },
  });
  new Console({ stdout }).log(value);
  return text.trimEnd();
}

const shown: Shown[] = [];
for (const [id, run] of Object.entries(FAILING)) {
  try {
    await run();
  } catch (error) {
    const { stack = "" } = error as Error;
    shown.push({ id, source: run.toString(), stack, printed: logged(error) });
  }
}
server.close();
server.closeAllConnections();
console.log(JSON.stringify({ shown, ports: [port, closed] }));
