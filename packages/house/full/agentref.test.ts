import { fileURLToPath } from "node:url";
import { type Mock, startMock } from "@trunkline/mock";
import { objectShape, openDocument, readOperations } from "@trunkline/mock/document";
import { AgentRef } from "agentref";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { officialMethods } from "./agentref-calls.ts";

// The vendor's own client, put before a mock of our document: what it sends is what the document allows, and what it is
// answered is what it can read.

const document = fileURLToPath(new URL("../../agentref/openapi.yaml", import.meta.url));
/** Not in its types: helpers of the resources, and the walk, which has a test of its own. */
const notCalls = ["constructor", "review", "statusMutation", "listAll"];

let mock: Mock;
let client: AgentRef;
beforeAll(async () => {
  mock = await startMock(document);
  client = new AgentRef({ apiKey: "ak_live_x", baseUrl: mock.url, maxRetries: 0 });
});
afterAll(() => mock.close());
beforeEach(() => mock.reset());

function methodsOf(all: AgentRef): string[] {
  return Object.entries(all).flatMap(([resource, value]) =>
    Object.getOwnPropertyNames(Object.getPrototypeOf(value))
      .filter((name) => !notCalls.includes(name))
      .map((name) => `${resource}.${name}`),
  );
}

const cases = Object.entries(officialMethods).flatMap(([name, { full, least }]) => [
  [name, "everything", full] as const,
  ...(least ? [[name, "the least", least] as const] : []),
]);

describe("the vendor's own client", () => {
  it("is called with every method that it has", () => {
    expect(methodsOf(client).sort()).toEqual(Object.keys(officialMethods).sort());
  });

  it.each(cases)("%s with %s", async (name, _with, call) => {
    const value = await call(client);
    expect(mock.violations).toEqual([]);
    expect(mock.requests.map((request) => request.operation)).toEqual([name]);
    const [{ answer } = { answer: undefined }] = mock.requests;
    const envelope = JSON.parse(Buffer.from(answer?.body ?? []).toString()) as { data: unknown };
    expect([envelope, envelope.data]).toContainEqual(value);
    expect(value).toBeDefined();
  });

  it("walks all programs", async () => {
    const names: string[] = [];
    for await (const program of client.programs.listAll({ pageSize: 2 })) names.push(program.name);
    expect(names.length).toBeGreaterThan(2);
    expect(mock.violations).toEqual([]);
    expect(mock.requests.map(({ query }) => Object.fromEntries(query))).toEqual(
      mock.requests.map((_, index) => ({ page: String(index + 1), limit: "2" })),
    );
  });
});

/** What the document declares and the client cannot send: the guide of programs knows it, the client does not. */
const documentAlone: Readonly<Record<string, readonly string[]>> = {
  "programs.create": ["payoutFrequency"],
  "programs.update": ["payoutFrequency"],
};
/** Of operations that the client calls in another way now. */
const dropped = ["affiliates.approve", "merchant.domainStatus"];

describe("the document", () => {
  const opened = openDocument(document);
  const operations = readOperations(opened);

  it("has the operations that the client calls, and the two that it called once", () => {
    const ids = operations.map(({ id }) => id);
    expect(ids.sort()).toEqual([...Object.keys(officialMethods), ...dropped].sort());
  });

  it.each(Object.entries(officialMethods))("declares what %s sends, and no more", async (name, { full }) => {
    await full(client);
    const request = mock.requests.at(-1);
    const operation = operations.find(({ id }) => id === name);
    const { properties } = objectShape(opened, operation?.body?.content[0]?.schema);
    const alone = documentAlone[name] ?? [];
    const parameters = (place: string) =>
      (operation?.parameters ?? []).filter((one) => one.in === place).map((one) => one.name);
    expect(parameters("query").sort()).toEqual(request?.query.map(([key]) => key).sort());
    const takesKey = request?.method === "POST" && request.headers["idempotency-key"] !== undefined;
    expect(parameters("header")).toEqual(takesKey ? ["Idempotency-Key"] : []);
    const fields = [...(operation?.body ? properties.keys() : [])].filter((field) => !alone.includes(field));
    expect(fields.sort()).toEqual(Object.keys(Object(request?.body?.json)).sort());
  });
});
