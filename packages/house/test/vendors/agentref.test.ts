import { AgentRef } from "@trunkline/agentref";
import { type Mock, startMock } from "@trunkline/mock";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

let mock: Mock;
let client: AgentRef;
beforeAll(async () => {
  mock = await startMock("@trunkline/agentref", { from: import.meta.url });
  client = new AgentRef({ apiKey: "ak_live_x", baseURL: mock.url, maxRetries: 0 });
});
afterAll(() => mock.close());
beforeEach(() => mock.reset());

describe("programs.listAll", () => {
  it.each<[Parameters<AgentRef["programs"]["listAll"]>[0], Record<string, string>]>([
    [undefined, { limit: "100" }],
    [{}, { limit: "100" }],
    [{ status: "active" }, { status: "active", limit: "100" }],
    [{ pageSize: 2 }, { pageSize: "2" }],
    [{ limit: 5 }, { limit: "5" }],
    [{ limit: undefined }, { limit: "100" }],
    [
      { limit: 5, pageSize: 2 },
      { limit: "5", pageSize: "2" },
    ],
  ])("of %j sends one page size: %j", async (params, want) => {
    expect(await client.programs.listAll(params).toArray()).not.toHaveLength(0);
    for (const [index, { query }] of mock.requests.entries()) {
      expect(Object.fromEntries(query)).toEqual({ ...want, ...(index > 0 && { page: String(index + 1) }) });
    }
    expect(mock.violations).toEqual([]);
  });
});

describe("programs.connectStripe", () => {
  it.each([undefined, {}, { method: "oauth_url" as const }])("takes %j", async (params) => {
    const { connected } = await client.programs.connectStripe("prg_1", params);
    expect(connected).toBe(false);
    expect(mock.violations).toEqual([]);
    expect(mock.requests[0]?.body?.json).toEqual(params?.method === undefined ? undefined : params);
  });
});
