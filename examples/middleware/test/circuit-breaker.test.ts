import { AgentRef, APIError, APIUserAbortError, chainMiddleware } from "@trunkline/agentref";
import { BrokenCircuitError } from "cockatiel";
import { afterEach, expect, it, vi } from "vitest";
import { circuitBreakers } from "../src/circuit-breaker.ts";
import { json, serve } from "./server.ts";

afterEach(() => {
  vi.useRealTimers();
});

it("opens after failures in a row, sends nothing then, and closes when the server is well", async () => {
  // Only the circuit's clock stands still: the client's waits are real.
  vi.useFakeTimers({ toFake: ["Date"] });
  let isWell = false;
  const { baseURL, asked } = await serve(({ url }, response) => {
    if (isWell) json(response, { data: { id: "prg_1" } });
    else if (url?.endsWith("lost")) response.destroy();
    else json(response, {}, 503);
  });
  const middleware = chainMiddleware(circuitBreakers({ failures: 4 }));
  const client = new AgentRef({
    apiKey: "ak_live_1",
    baseURL,
    middleware,
    retry: { baseDelay: 1 },
    maxRetries: 1,
  });
  // Each attempt counts, an answer or none.
  await expect(client.programs.get("prg_1")).rejects.toBeInstanceOf(APIError);
  await expect(client.programs.get("lost")).rejects.toThrow(/No answer/);
  expect(asked).toHaveLength(4);
  await expect(client.programs.get("prg_1")).rejects.toBeInstanceOf(BrokenCircuitError);
  expect(asked).toHaveLength(4);
  isWell = true;
  await expect(client.programs.get("prg_1")).rejects.toBeInstanceOf(BrokenCircuitError);
  vi.setSystemTime(Date.now() + 10_000);
  expect(await client.programs.get("prg_1")).toMatchObject({ id: "prg_1" });
  expect(await client.programs.get("prg_1")).toMatchObject({ id: "prg_1" });
  expect(asked).toHaveLength(6);
});

it("stays closed for refusals and for calls that the caller ends", async () => {
  let controller = new AbortController();
  const { baseURL, asked } = await serve(({ url }, response) => {
    if (url?.endsWith("slow")) controller.abort();
    else json(response, {}, 404);
  });
  const middleware = chainMiddleware(circuitBreakers({ failures: 2 }));
  const client = new AgentRef({ apiKey: "ak_live_1", baseURL, middleware });
  for (let round = 0; round < 3; round += 1) {
    await expect(client.programs.get("none")).rejects.toMatchObject({ status: 404 });
    controller = new AbortController();
    const { signal } = controller;
    await expect(client.programs.get("slow", {}, { signal })).rejects.toBeInstanceOf(APIUserAbortError);
  }
  expect(asked).toHaveLength(6);
});

it("opens for one server, and not for another", async () => {
  const sick = await serve((_, response) => json(response, {}, 500));
  const well = await serve((_, response) => json(response, { data: { id: "prg_1" } }));
  const middleware = chainMiddleware(circuitBreakers({ failures: 1 }));
  const client = new AgentRef({ apiKey: "ak_live_1", baseURL: sick.baseURL, middleware, maxRetries: 0 });
  await expect(client.programs.get("prg_1")).rejects.toBeInstanceOf(APIError);
  await expect(client.programs.get("prg_1")).rejects.toBeInstanceOf(BrokenCircuitError);
  const other = client.withOptions({ baseURL: well.baseURL });
  expect(await other.programs.get("prg_1")).toMatchObject({ id: "prg_1" });
});
