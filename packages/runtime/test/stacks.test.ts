import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { UsageError } from "../src/client.ts";

/** What a program of a user's does with the packages as they are built; each of its functions ends in an error. */
const PROGRAM = `
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://a");
  const json = { "content-type": "application/json" };
  if (pathname === "/missing") response.writeHead(404, json).end("{}");
  else if (pathname === "/late" || pathname === "/aborted") return;
  else if (pathname === "/lie") response.writeHead(200, json).end("<html>");
  else if (pathname === "/lost") request.socket.destroy();
  else if (pathname === "/cut") { response.writeHead(200, { ...json, "content-length": "50" }).write("{"); setTimeout(() => request.socket.destroy(), 10); }
  else if (pathname === "/moved") response.writeHead(302, { location: "http://elsewhere.test/" }).end();
  else if (pathname === "/refused") response.writeHead(401, json).end("{}");
  else if (pathname === "/first") response.writeHead(200, json).end('{"items":[1],"next":"2"}');
  else if (pathname === "/list") {
    if (request.url.includes("cursor")) response.writeHead(500, json).end("{}");
    else response.writeHead(200, json).end('{"items":[1],"next":"2"}');
  } else if (pathname === "/token") response.writeHead(500, json).end("{}");
  else if (pathname === "/events") { response.writeHead(200, { "content-type": "text/event-stream" }).write("data: 1\\n\\n"); setTimeout(() => request.socket.destroy(), 10); }
  else if (pathname === "/silent") response.writeHead(200, { "content-type": "text/event-stream" }).write("data: 1\\n\\n");
  else response.writeHead(200, json).end("{}");
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const baseURL = "http://127.0.0.1:" + server.address().port;
const definition = { name: "V", userAgent: "v", environments: {}, security: [["K"]], schemes: { K: face.bearer({ option: "apiKey" }) } };
const options = { apiKey: "sk_0123456789", baseURL, maxRetries: 0, timeout: 5000 };
const client = new face.APIClient(definition, options);
class Things extends face.APIResource {
  get(path, options) { return this._call({ id: "things.get", method: "GET", path }, {}, options); }
  stream(path, options) { return this._call({ id: "things.stream", method: "GET", path, response: face.eventStream() }, {}, options); }
  list(options) { return this._page({ id: "things.list", method: "GET", path: "/list", query: ["cursor"], page: face.cursorPages({ items: "/items", cursor: "cursor", next: "/next" }) }, {}, options); }
  numbered(options) { return this._page({ id: "things.list", method: "GET", path: "/list", query: ["cursor"], page: face.offsetPages({ items: "/items", offset: "cursor", total: "/total" }) }, {}, options); }
}
const things = new Things(client);
const closed = new face.APIClient(definition, { ...options, baseURL: "http://127.0.0.1:1" });
const exchanging = new face.APIClient({ ...definition, schemes: { K: face.tokenExchange({ option: "accessToken", exchange: { option: "apiKey", method: "POST", path: "/token", operation: "auth.token", request: "/key", token: "/token" } }) } }, options);
const retrying = client.withOptions({ maxRetries: 1, retry: { baseDelay: 1 } });
const passing = client.withOptions({ middleware: face.chainMiddleware((_, next) => next(), async (_, next) => next()) });
const silent = client.withOptions({ middleware: face.chainMiddleware(async (_, next) => { await next(); }) });
const greedy = client.withOptions({ middleware: face.chainMiddleware(async (_, next) => { await next(); return next(); }) });
const hanging = client.withOptions({ totalTimeout: 30, middleware: face.chainMiddleware(() => new Promise(() => {})) });
const keyless = new face.APIClient(definition, { ...options, apiKey: undefined });
const failing = new face.APIClient({ ...definition, schemes: { K: face.bearer({ option: "apiKey" }) } }, { ...options, apiKey: async () => "" });

const cases = {
  async status() { await things.get("/missing"); },
  async statusAfterRetries() { await retrying.get("/list", { query: { cursor: 1 } }); },
  async credentialRefused() { await things.get("/refused"); },
  async lie() { await things.get("/lie"); },
  async lost() { await things.get("/lost"); },
  async cutShort() { await things.get("/cut"); },
  async notConnected() { await closed.get("/x"); },
  async timeout() { await things.get("/late", { timeout: 30 }); },
  async totalTimeout() { await things.get("/late", { totalTimeout: 30 }); },
  async aborted() { await things.get("/aborted", { signal: AbortSignal.timeout(30) }); },
  async abortedBefore() { await things.get("/x", { signal: AbortSignal.abort() }); },
  async redirected() { await things.get("/moved"); },
  async refusedArgument() { await things.get("/x", { timeout: -1 }); },
  async exchange() { await exchanging.get("/x"); },
  async provider() { await failing.get("/x"); },
  async untyped() { await client.post("/missing", { body: {} }); },
  async withResponse() { await things.get("/missing").withResponse(); },
  async asResponse() { await things.get("/missing").asResponse(); },
  async asResponseTimeout() { await things.get("/late", { timeout: 30 }).asResponse(); },
  async then() { await things.get("/missing").then((one) => one); },
  async finally() { await things.get("/lie").finally(() => {}); },
  async all() { await Promise.all([things.get("/x"), things.get("/missing")]); },
  async allTimeout() { await Promise.all([things.get("/late", { timeout: 30 })]); },
  async any() { try { await Promise.any([things.get("/missing")]); } catch (error) { throw error.errors[0]; } },
  async iteration() { for await (const one of things.list()) void one; },
  async iterationAhead() { for await (const one of things.numbered({ concurrency: 2 })) void one; },
  async iterPages() { for await (const page of things.list().iterPages()) void page; },
  async iterationOfPage() { const page = await things.list(); for await (const one of page) void one; },
  async toArray() { await things.list().toArray(); },
  async nextPage() { const page = await things.list(); await page.getNextPage(); },
  async streamBroken() { for await (const event of await things.stream("/events")) void event; },
  async streamSilent() { for await (const event of await things.stream("/silent", { idleTimeout: 30 })) void event; },
  async streamAborted() { for await (const event of await things.stream("/silent", { signal: AbortSignal.timeout(60) })) void event; },
  async notAStream() { for await (const event of await things.stream("/x")) void event; },
  async middlewareStatus() { await passing.get("/missing"); },
  async middlewareLost() { await passing.get("/lost"); },
  async middlewareTimeout() { await passing.get("/late", { timeout: 30 }); },
  async middlewareWithoutReply() { await silent.get("/x"); },
  async middlewareTwice() { await greedy.get("/x"); },
  async middlewareHangs() { await hanging.get("/x"); },
  async middlewareAborted() { await passing.get("/aborted", { signal: AbortSignal.timeout(30) }); },
  async noCredential() { await keyless.get("/x"); },
  async preview() { await client.preview((one) => one.get("/{id}")); },
};
async function caller(run) { await run(); }
async function handler(run) { await caller(run); }
const stacks = {};
for (const [name, run] of Object.entries(cases)) {
  try { await handler(run); stacks[name] = { name: "none", stack: "" }; } catch (error) { stacks[name] = { name: error.name, stack: String(error.stack) }; }
}
console.log(JSON.stringify(stacks));
server.closeAllConnections();
server.close();
`;

type Stacks = Readonly<Record<string, { readonly name: string; readonly stack: string }>>;

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const FORMS: readonly [form: string, file: string, head: string, tail: string][] = [
  [
    "ESM",
    "program.mjs",
    `import { createServer } from "node:http"; import * as face from ${JSON.stringify(`${dist}client.mjs`)};`,
    "",
  ],
  [
    "CJS",
    "program.cjs",
    `const { createServer } = require("node:http"); const face = require(${JSON.stringify(`${dist}client.cjs`)}); (async () => {`,
    "})();",
  ],
];

describe.each(FORMS)("the stack of an error, in a program that uses the %s build", (_, file, head, tail) => {
  let folder: string;
  let stacks: Stacks;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trunkline-stacks-"));
    const path = join(folder, file);
    await writeFile(path, head + PROGRAM + tail);
    const { stdout } = await promisify(execFile)(process.execPath, [path]);
    stacks = JSON.parse(stdout) as Stacks;
  });
  afterAll(() => rm(folder, { recursive: true }));

  const names = Array.from(PROGRAM.matchAll(/^ {2}async (\w+)\(\) \{/gm), ([, name]) => name ?? "");

  it.each(names)("names the caller, and who called him: %s", (name) => {
    const { name: error, stack } = stacks[name] ?? { name: "", stack: "" };
    expect(error).not.toBe("none");
    const own = stack.split("\n").filter((line) => line.includes(file));
    expect(own.join("\n"), stack).toMatch(new RegExp(`${name}.*\\n.*caller.*\\n.*handler`));
  });
});

describe("the number of frames", () => {
  const { stackTraceLimit } = Error;
  const deep = (depth: number): Error => (depth === 0 ? new UsageError("x") : deep(depth - 1));
  const frames = (error: Error): number => String(error.stack).match(/^ +at /gm)?.length ?? 0;

  it.each([
    ["what it was", 10, 25],
    ["none, where none are wanted", 0, 0],
    ["all, where all are wanted", Number.POSITIVE_INFINITY, 30],
  ])("is the engine's limit without ours, and that stays %s", (_, limit, least) => {
    onTestFinished(() => {
      Error.stackTraceLimit = stackTraceLimit;
    });
    Error.stackTraceLimit = limit;
    expect(frames(deep(30))).toBeGreaterThanOrEqual(least);
    expect(Error.stackTraceLimit).toBe(limit);
  });

  it("is not asked for where the engine has no limit", () => {
    onTestFinished(() => {
      Error.stackTraceLimit = stackTraceLimit;
    });
    Reflect.deleteProperty(Error, "stackTraceLimit");
    expect(new UsageError("x").message).toBe("x");
    expect(Object.hasOwn(Error, "stackTraceLimit")).toBe(false);
  });
});
