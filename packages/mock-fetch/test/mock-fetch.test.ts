import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AgentRef, NotFoundError } from "@trunkline/agentref";
import { http } from "msw";
import { setupServer } from "msw/node";
import { expect, it } from "vitest";
import { compiledFetch } from "../src/compiled.ts";
import { compileDocument, createMockFetch, MockUsageError } from "../src/index.ts";
import { mswHandlers } from "../src/msw.ts";
import { readDocument } from "../src/node.ts";

const { document, names } = readDocument("@trunkline/agentref", import.meta.url);
const apiKey = "ak_live_test";
const newMock = (options = {}) => createMockFetch(document, { names, ...options });

it("walks pages, records what was sent and finds nothing wrong with it", async () => {
  const mock = newMock();
  const client = new AgentRef({ apiKey, fetch: mock.fetch });
  const programs = await client.programs.list().toArray();
  expect(programs.length).toBeGreaterThan(1);
  expect(mock.requests.length).toBeGreaterThan(1);
  expect(new Set(mock.requests.map(({ operation }) => operation))).toEqual(new Set(["programs.list"]));
  expect(mock.violations).toEqual([]);
  mock.reset();
  expect(mock.requests).toEqual([]);
});

it("answers what a rule prefers, and fails as a rule says", async () => {
  const mock = newMock();
  const client = new AgentRef({ apiKey, fetch: mock.fetch, maxRetries: 0 });
  mock.prefer({ operation: "programs.get", status: 404, times: 1 });
  await expect(client.programs.get("prg_1")).rejects.toThrow(NotFoundError);
  expect((await client.programs.get("prg_1")).id).toBeDefined();
  mock.fail({ reset: true });
  await expect(client.programs.get("prg_1")).rejects.toMatchObject({ name: "APIConnectionError" });
  mock.fail({ cutBody: true });
  await expect(client.programs.get("prg_1")).rejects.toMatchObject({ name: "APIConnectionError" });
  mock.fail({ status: 429, retryAfter: 0, times: 2 });
  expect((await client.programs.get("prg_1", {}, { maxRetries: 2 })).id).toBeDefined();
  expect(() => mock.prefer({ operation: "programs.fetch" })).toThrow(MockUsageError);
});

it("pages over items of a test, keeps what was created, and counts quotas", async () => {
  const mock = newMock({ state: true, quotas: true, remember: 1 });
  const client = new AgentRef({ apiKey, fetch: mock.fetch, maxRetries: 0 });
  mock.items({
    operation: "programs.list",
    items: [{ id: "a" }, { id: "b" }, { id: "c" }],
    limit: 2,
    times: 2,
  });
  expect((await client.programs.list().toArray()).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(mock.requests.length).toBe(1);
});

it("ends a late answer when its signal is aborted, and takes what fetch takes", async () => {
  const mock = newMock();
  const address = "https://www.agentref.co/api/v1/programs";
  const headers = { authorization: `Bearer ${apiKey}` };
  mock.fail({ delay: 60_000 });
  const controller = new AbortController();
  const late = mock.fetch(address, { headers, signal: controller.signal });
  setTimeout(() => controller.abort(new Error("enough")), 10);
  await expect(late).rejects.toThrow("enough");
  await expect(mock.fetch(address, { signal: AbortSignal.abort(new Error("before")) })).rejects.toThrow(
    "before",
  );
  const answers = await Promise.all([
    mock.fetch(new Request(address, { headers })),
    mock.fetch(new URL(address), { headers: Object.entries(headers) }),
  ]);
  expect(answers.map(({ status, url }) => [status, url])).toEqual([
    [200, address],
    [200, address],
  ]);
  await expect(mock.fetch("/programs")).rejects.toThrow(TypeError);
});

it.each([
  [undefined, /openapi/],
  ["openapi: 3.1.0", /parse/],
  [{ swagger: "2.0" }, /Swagger/],
  [{ openapi: "3.1.0", paths: { "/a": { $ref: "a.yaml" } } }, /bundle/],
  [{ openapi: "3.1.0", paths: { "/a": { $ref: "#/nowhere" } } }, /nowhere/],
  [{ openapi: "3.1.0", paths: { "/a": { $ref: "#/paths/~1a" } } }, /itself/],
] as const)("says what is wrong with the document %j", (wrong, message) => {
  expect(() => createMockFetch(wrong)).toThrow(MockUsageError);
  expect(() => createMockFetch(wrong)).toThrow(message);
});

it("says that an answer has no example, and makes none up", async () => {
  const schema = { type: "object", properties: { id: { type: "string" } } };
  const paths = {
    "/a": { get: { responses: { 200: { description: "", content: { "application/json": { schema } } } } } },
  };
  const answer = await createMockFetch({ openapi: "3.1.0", paths }).fetch("https://x.test/a");
  expect(answer.status).toBe(501);
  expect(await answer.json()).toMatchObject({ title: "The document shows no example of the 200 of GET /a" });
});

it("answers from a compiled part of a document as from the whole, with a status that is chosen", async () => {
  const compiled = compileDocument(document, { names, operations: ["programs.list", "programs.create"] });
  expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
  expect(JSON.stringify(compiled)).not.toMatch(/"description":"(?:Production|Pages)/);
  expect(JSON.stringify(compiled).length).toBeLessThan(JSON.stringify(document).length / 10);
  const sent: (string | undefined)[] = [];
  const client = new AgentRef({
    apiKey,
    fetch: compiledFetch(compiled, { onRequest: ({ operation }) => sent.push(operation) }),
    maxRetries: 0,
  });
  const whole = new AgentRef({ apiKey, fetch: newMock().fetch });
  expect(await client.programs.list().toArray()).toEqual(await whole.programs.list().toArray());
  expect(sent).toContain("programs.list");
  await expect(client.programs.create({ name: 5 } as never)).rejects.toMatchObject({ status: 422 });
  const limited = new AgentRef({ apiKey, fetch: compiledFetch(compiled, { status: 429 }), maxRetries: 0 });
  await expect(limited.programs.list()).rejects.toMatchObject({ status: 429 });
  expect(() => compileDocument(document, { operations: ["programs.fetch"] })).toThrow(MockUsageError);
});

it("is MSW's handler of an address", async () => {
  const mock = newMock();
  const client = new AgentRef({ apiKey });
  const server = setupServer(
    ...mswHandlers(mock, client.baseURL),
    http.all("*", () => new Response("elsewhere")),
  );
  server.listen();
  try {
    expect((await client.programs.get("prg_1")).id).toBeDefined();
    expect(await (await fetch(`${client.baseURL}x`)).text()).toBe("elsewhere");
  } finally {
    server.close();
  }
  expect(mock.requests.map(({ operation }) => operation)).toEqual(["programs.get"]);
});

it("reads the document of a package, a folder and a path", () => {
  const folder = fileURLToPath(new URL("../../agora", import.meta.url));
  const document = readFileSync(`${folder}/openapi.yaml`, "utf8");
  expect(document).toContain("openapi:");
  for (const source of [
    "@trunkline/agora",
    folder,
    `${folder}/openapi.yaml`,
    new URL("../../agora", import.meta.url),
  ])
    expect(readDocument(source, import.meta.url)).toEqual(readDocument(folder));
  expect(() => readDocument("@trunkline/nobody")).toThrow(MockUsageError);
  expect(() => readDocument(fileURLToPath(new URL(".", import.meta.url)))).toThrow(
    /ships no OpenAPI document/,
  );
});

it.each(["index.js", "compiled.js", "msw.js"])("%s asks for no module of Node.js", async (entry) => {
  const dist = new URL("../dist/", import.meta.url);
  const seen = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(new URL(file, dist), "utf8");
    for (const [, name = ""] of text.matchAll(
      /^(?:import|export)[^"\n]*from ?"([^"]+)"|\bimport\("([^"]+)"/gm,
    )) {
      if (name.startsWith("./")) open.push(name.slice(2));
      else expect(["@cfworker/json-schema", "msw"]).toContain(name);
    }
  }
  expect(seen.size).toBeGreaterThan(0);
});

it("judges by dialects, formats and patterns as Prism does, which allows what it cannot compile", async () => {
  const query = (name: string, schema: object, required = false) => ({ name, in: "query", required, schema });
  const paths = {
    "/a": {
      get: {
        parameters: [
          query("byte", { type: "string", format: "byte" }),
          query("small", { type: "integer", format: "int32" }),
        ],
        responses: { 204: { description: "" } },
      },
    },
    "/b": {
      get: {
        parameters: [query("bad", { type: "string", pattern: "[" }), query("n", { type: "integer" }, true)],
        responses: { 204: { description: "" } },
      },
    },
  };
  const { fetch } = createMockFetch({ openapi: "3.0.3", paths });
  const statusOf = async (path: string): Promise<number> => (await fetch(`https://x.test${path}`)).status;
  expect(
    await Promise.all(["/a?byte=!", "/a?byte=YQ==", "/a?small=2147483648", "/a?small=7"].map(statusOf)),
  ).toEqual([422, 204, 422, 204]);
  expect(await statusOf("/b?n=x")).toBe(204);
});
