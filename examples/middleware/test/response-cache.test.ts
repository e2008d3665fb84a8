import { AgentRef, chainMiddleware } from "@trunkline/agentref";
import { expect, it, vi } from "vitest";
import { responseCache } from "../src/response-cache.ts";
import { json, serve } from "./server.ts";

/** Answers each key with a program of its own. */
function serveTenants() {
  let count = 0;
  return serve(({ headers }, response) => {
    count += 1;
    json(response, { data: { id: headers.authorization?.slice(-1), name: `Answer ${count}` } });
  });
}

it("two tenants that share a cache never share an answer", async () => {
  const { baseURL, asked } = await serveTenants();
  const middleware = chainMiddleware(responseCache({ maxAge: 60_000 }));
  const first = new AgentRef({ apiKey: "ak_live_1", baseURL, middleware });
  const second = new AgentRef({ apiKey: "ak_live_2", baseURL, middleware });
  for (let round = 0; round < 3; round += 1) {
    expect(await first.programs.get("prg_1")).toMatchObject({ id: "1", name: "Answer 1" });
    expect(await second.programs.get("prg_1")).toMatchObject({ id: "2", name: "Answer 2" });
  }
  expect(asked).toHaveLength(2);
  const rotated = first.withOptions({ apiKey: "ak_live_3" });
  expect(await rotated.programs.get("prg_1")).toMatchObject({ id: "3" });
});

it("a client that serves several tenants by a function gives each its own", async () => {
  const { baseURL, asked } = await serveTenants();
  let tenant = 1;
  const apiKey = () => `ak_live_${tenant}`;
  const client = new AgentRef({
    apiKey,
    baseURL,
    middleware: chainMiddleware(responseCache({ maxAge: 60_000 })),
  });
  for (tenant of [1, 2, 1, 2]) {
    expect(await client.programs.get("prg_1")).toMatchObject({ id: String(tenant) });
  }
  expect(asked).toHaveLength(2);
});

it("an answer is asked for again after a write, and for other header fields", async () => {
  const { baseURL, asked } = await serveTenants();
  const middleware = chainMiddleware(responseCache({ maxAge: 60_000 }));
  const client = new AgentRef({ apiKey: "ak_live_1", baseURL, middleware });
  const get = () => client.programs.get("prg_1");
  await get();
  await client.programs.get("prg_1", {}, { headers: { "accept-language": "it" } });
  expect(asked).toHaveLength(2);
  await client.programs.delete("prg_2");
  await get();
  expect(asked.slice(2)).toEqual(["DELETE /programs/prg_2", "GET /programs/prg_1"]);
  await get();
  expect(asked).toHaveLength(4);
});

it("an answer is asked for again when it is old", async () => {
  const { baseURL, asked } = await serveTenants();
  const middleware = chainMiddleware(responseCache({ maxAge: 1 }));
  const client = new AgentRef({ apiKey: "ak_live_1", baseURL, middleware });
  await client.programs.get("prg_1");
  await new Promise((resolve) => setTimeout(resolve, 20));
  await client.programs.get("prg_1");
  expect(asked).toHaveLength(2);
});

it("what was asked for before a write and comes after it is not kept", async () => {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let count = 0;
  const { baseURL } = await serve(async ({ method }, response) => {
    count += 1;
    const name = `Answer ${count}`;
    if (count === 1) await held;
    json(response, method === "GET" ? { data: { id: "1", name } } : { data: { id: "1", deleted: true } });
  });
  const middleware = chainMiddleware(responseCache({ maxAge: 60_000 }));
  const client = new AgentRef({ apiKey: "ak_live_1", baseURL, middleware });
  const early = client.programs.get("1");
  await vi.waitFor(() => expect(count).toBe(1));
  await client.programs.delete("2");
  release();
  expect(await early).toMatchObject({ name: "Answer 1" });
  expect(await client.programs.get("1")).toMatchObject({ name: "Answer 3" });
});

it.each([
  ["an error", 404, {}],
  ["what forbids it", 200, { "cache-control": "private, no-store" }],
  ["a file", 200, { "content-type": "text/csv" }],
])("%s is not kept", async (_, status, headers) => {
  const { baseURL, asked } = await serve((_, response) => json(response, { data: {} }, status, headers));
  const middleware = chainMiddleware(responseCache({ maxAge: 60_000 }));
  const client = new AgentRef({ apiKey: "ak_live_1", baseURL, middleware });
  for (let round = 0; round < 2; round += 1) await client.get("/anything").catch(() => {});
  expect(asked).toHaveLength(2);
});
