import { AgentRef, APIConnectionError, RateLimitError } from "@trunkline/agentref";
import { type Mock, startMock } from "@trunkline/mock";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { weeklyReport } from "../src/report.ts";

let mock: Mock;
let client: AgentRef;
beforeAll(async () => {
  mock = await startMock("@trunkline/agentref", { from: import.meta.url });
  client = new AgentRef({ apiKey: "ak_live_test", baseURL: mock.url, retry: { baseDelay: 1 } });
});
afterEach(() => {
  // Whatever a test looks at, nothing may be sent that the API's document does not allow.
  expect(mock.violations).toEqual([]);
  mock.reset();
});
afterAll(() => mock.close());

const programs = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `prg_${index}`, name: `Program ${index}` }));

it("asks for every program, over all pages", async () => {
  mock.items({ operation: "programs.list", items: programs(250) });
  expect(await weeklyReport(client)).toHaveLength(250);
  const lists = mock.requests.filter(({ operation }) => operation === "programs.list");
  expect(lists.map(({ query }) => Object.fromEntries(query).limit)).toEqual(["100", "100", "100"]);
});

it("is empty without programs", async () => {
  mock.items({ operation: "programs.list", items: [] });
  expect(await weeklyReport(client)).toEqual([]);
});

it("leaves out a program that was deleted meanwhile", async () => {
  mock.items({ operation: "programs.list", items: programs(3) });
  mock.prefer({ operation: "programs.stats", status: 404, times: 1 });
  expect(await weeklyReport(client)).toHaveLength(2);
});

it("outlives a server that fails once", async () => {
  mock.items({ operation: "programs.list", items: programs(1) });
  mock.fail({ operation: "programs.stats", status: 503 });
  mock.fail({ operation: "programs.stats", reset: true });
  expect(await weeklyReport(client)).toHaveLength(1);
  expect(mock.requests.filter(({ operation }) => operation === "programs.stats")).toHaveLength(3);
});

it("gives up at once when it would have to wait for an hour", async () => {
  mock.fail({ operation: "programs.list", status: 429, retryAfter: 3600 });
  await expect(weeklyReport(client)).rejects.toBeInstanceOf(RateLimitError);
  expect(mock.requests).toHaveLength(1);
});

it("says so when the network is gone", async () => {
  mock.fail({ operation: "programs.list", reset: true, times: Number.POSITIVE_INFINITY });
  await expect(weeklyReport(client)).rejects.toBeInstanceOf(APIConnectionError);
});
