import { AgentRef, APIError, chainMiddleware } from "@trunkline/agentref";
import { BrokenCircuitError } from "cockatiel";
import { expect, it } from "vitest";
import { circuitBreakers } from "../src/circuit-breaker.ts";
import { json, serve } from "./server.ts";

it("opens after failures in a row, sends nothing then, and closes when the server is well", async () => {
  let isWell = false;
  const { baseURL, asked } = await serve(({ url }, response) => {
    if (isWell) json(response, { data: { id: "prg_1" } });
    else if (url?.endsWith("lost")) response.destroy();
    else json(response, {}, 503);
  });
  const middleware = chainMiddleware(circuitBreakers({ failures: 4, halfOpenAfter: 50 }));
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
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(await client.programs.get("prg_1")).toMatchObject({ id: "prg_1" });
  expect(await client.programs.get("prg_1")).toMatchObject({ id: "prg_1" });
  expect(asked).toHaveLength(6);
});

it("stays closed for refusals and for calls that the caller ends", async () => {
  const { baseURL, asked } = await serve(({ url }, response) => {
    if (url?.endsWith("slow")) return;
    json(response, {}, 404);
  });
  const middleware = chainMiddleware(circuitBreakers({ failures: 2 }));
  const client = new AgentRef({ apiKey: "ak_live_1", baseURL, middleware });
  for (let round = 0; round < 3; round += 1) {
    await expect(client.programs.get("none")).rejects.toMatchObject({ status: 404 });
    const signal = AbortSignal.timeout(20);
    await expect(client.programs.get("slow", {}, { signal })).rejects.toThrow();
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
