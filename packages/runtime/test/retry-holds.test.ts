import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Operation, QuotaWindow } from "../src/client.ts";
import { createHolds } from "../src/retry/holds.ts";
import { delays, forget } from "./support/captured-timers.ts";
import { errorOf, GET, POST, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

vi.mock("../src/clock/timers.ts", () => import("./support/captured-timers.ts"));

beforeEach(forget);

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const waits = { timeout: Number.POSITIVE_INFINITY };

describe("holds", () => {
  it("let a call go at once where nothing is held, and the calls of other operations", () => {
    const holds = createHolds();
    holds.begin("a", 1000, 1050);
    expect(holds.join("b", 0, 60_000)).toBeUndefined();
    expect(holds.join("a", 0, 60_000)).toBeDefined();
  });

  it("let them go one after another, over as long as the hold lasted, who was refused most first", async () => {
    const holds = createHolds();
    holds.begin("a", 500, 500);
    const gone: string[] = [];
    const join = (name: string, attempts: number): unknown =>
      holds.join("a", attempts, 60_000)?.turn.then(() => gone.push(name));
    for (const [name, attempts] of [
      ["new", 0],
      ["once", 1],
      ["twice", 2],
      ["once more", 1],
      ["newer", 0],
    ] as const)
      join(name, attempts);
    await vi.waitFor(() => expect(gone).toHaveLength(5));
    expect(gone).toEqual(["twice", "once", "once more", "new", "newer"]);
    expect(delays[0]).toBeCloseTo(500, -1);
    expect(delays.slice(1)).toEqual([100, 100, 100, 100]);
  });

  it("start no timer where nobody waits, and none is left where everybody gave up", async () => {
    const holds = createHolds();
    holds.begin("a", 1000, 1000);
    expect(delays).toEqual([]);
    const stop = vi.spyOn(globalThis, "clearTimeout");
    holds.join("a", 0, 60_000)?.leave();
    expect(stop).toHaveBeenCalledOnce();
    stop.mockRestore();
  });

  it("are not kept by a call that would not wait as long", () => {
    const holds = createHolds();
    holds.begin("a", 5000, 5500);
    expect(holds.join("a", 0, 4000)).toBeUndefined();
    expect(holds.join("a", 0, 5000)).toBeDefined();
  });

  it("begin anew with a later refusal, and are forgotten when they are over", async () => {
    const holds = createHolds();
    holds.begin("a", 100, 100);
    await holds.join("a", 0, 60_000)?.turn;
    expect(holds.join("a", 0, 60_000)).toBeUndefined();
    holds.begin("b", 1000, 1000);
    expect(holds.held.has("a")).toBe(false);
    const place = holds.join("b", 0, 60_000);
    holds.begin("b", 3000, 3000);
    holds.begin("b", 2000, 2000);
    await place?.turn;
    expect(delays.map(Math.round)).toEqual([100, 1000, 3000]);
  });
});

describe("a 429 that names its end", () => {
  it("holds back the client's other calls of the operation until then", async () => {
    const times: number[] = [];
    const server = await serve((_, response, index) => {
      times.push(index);
      json(response, {}, index === 0 ? 429 : 200, index === 0 ? { "retry-after": "2" } : {});
    });
    const client = sample({ baseURL: server.url, ...waits });
    const first = client.things.call(GET);
    await vi.waitFor(() => expect(delays).toHaveLength(1));
    await Promise.all([first, client.things.call(GET)]);
    expect(server.seen).toHaveLength(3);
    expect(delays[0]).toBeGreaterThanOrEqual(2000);
  });

  const refusing = async (headers: Record<string, string>, status = 429) => {
    const server = await serve((_, response, index) =>
      json(response, {}, index === 0 ? status : 200, index === 0 ? headers : {}),
    );
    return { server, client: sample({ baseURL: server.url, ...waits, maxRetries: 0 }) };
  };

  const held: [name: string, headers: Record<string, string>, status: number, wait: number | undefined][] = [
    ["Retry-After", { "retry-after": "3" }, 429, 3000],
    ["draft 11", { ratelimit: '"default";r=0;t=3' }, 429, 3000],
    ["a success after which nothing remains", { ratelimit: '"default";r=0;t=3' }, 200, 3000],
    [
      "an error after which nothing remains",
      { "ratelimit-remaining": "0", "ratelimit-reset": "4" },
      404,
      4000,
    ],
    ["a hint beyond maxRetryAfter", { "retry-after": "61" }, 429, undefined],
    [
      "a success after which nothing remains for too long",
      { ratelimit: '"default";r=0;t=3600' },
      200,
      undefined,
    ],
    ["no hint", {}, 429, undefined],
    ["an outage", { "retry-after": "3" }, 503, undefined],
  ];
  it.each(held)("next call after %s", async (_, headers, status, wait) => {
    const { server, client } = await refusing(headers, status);
    const first = client.things.call(GET);
    if (status === 200) await first;
    else expect(await errorOf(first)).toMatchObject({ status });
    await client.things.call(GET);
    if (wait === undefined) expect(delays).toEqual([]);
    else {
      expect(delays).toHaveLength(1);
      expect(delays[0]).toBeGreaterThan(wait - 100);
      expect(delays[0]).toBeLessThanOrEqual(wait * 1.1);
    }
    expect(server.seen).toHaveLength(2);
  });

  it("holds back calls of withOptions, and no other operation, credential or client", async () => {
    const { server, client } = await refusing({ "retry-after": "30" });
    await errorOf(client.things.call(GET));
    await client.things.call(POST, {});
    await client.withOptions({ apiKey: "another" }).things.call(GET);
    await sample({ baseURL: server.url, ...waits }).things.call(GET);
    await client.things.call(GET, {}, { maxRetryAfter: 0 });
    expect(delays).toEqual([]);
    await client.withOptions({ maxRetries: 3 }).things.call(GET);
    expect(delays).toHaveLength(1);
  });

  const window = (scope: string) => ({ limit: 10, per: 60_000, scope });
  const uploads: Operation = { ...POST, id: "things.upload", quotas: ["uploads"] };
  const uploaded: Operation = { ...GET, id: "things.uploaded", quotas: ["uploads"] };
  const cases: [
    what: string,
    quotas: readonly QuotaWindow[],
    refused: Operation,
    other: Operation,
    held: boolean,
  ][] = [
    ["those of the account", [window("account")], GET, POST, true],
    ["those of the key", [window("key")], POST, GET, true],
    ["those of the address", [window("address")], GET, POST, true],
    ["no other, of a document that states none", [], GET, POST, false],
    ["no other, of a window of each operation", [window("operation")], GET, POST, false],
    [
      "no other, of windows of which one is the operation's",
      [window("account"), window("operation")],
      GET,
      POST,
      false,
    ],
    ["those of the group", [window("uploads")], uploads, uploaded, true],
    ["none outside the group", [window("uploads")], uploads, GET, false],
    ["no other, outside of all groups", [window("uploads")], GET, POST, false],
    ["those that count in the same windows", [window("account"), window("uploads")], uploads, uploaded, true],
    ["none that counts in fewer windows", [window("account"), window("uploads")], uploads, GET, false],
    ["whatever the order of groups", [window("a"), window("b")], GET, POST, true],
  ];
  it.each(cases)(
    "holds back other operations by the document's quotas: %s",
    async (what, quotas, refused, other, isHeld) => {
      const groups = what.startsWith("whatever")
        ? [
            ["a", "b"],
            ["b", "a"],
          ]
        : [];
      const [first, second] = [refused, other].map((operation, index) =>
        groups[index] ? { ...operation, quotas: groups[index] } : operation,
      ) as [Operation, Operation];
      const server = await serve((_, response, index) =>
        json(response, {}, index === 0 ? 429 : 200, index === 0 ? { "retry-after": "3" } : {}),
      );
      const client = sample({ baseURL: server.url, ...waits, maxRetries: 0 }, { quotas });
      await errorOf(client.things.call(first, {}));
      await client.things.call(second, {});
      expect(delays).toHaveLength(isHeld ? 1 : 0);
      expect(server.seen).toHaveLength(2);
    },
  );

  it("leaves the wait by signal, and sends nothing", async () => {
    const { server, client } = await refusing({ "retry-after": "30" });
    await errorOf(client.things.call(GET));
    const controller = new AbortController();
    const late = errorOf(client.things.call(GET, {}, { signal: controller.signal }));
    await Promise.resolve();
    controller.abort("enough");
    expect(await late).toMatchObject({ name: "APIUserAbortError", attempts: 0 });
    await turn();
    expect(server.seen).toHaveLength(1);
  });
});

describe("the budget", () => {
  it("is told where it ends a call", async () => {
    const server = await serve((_, response) => json(response, { message: "no" }, 503));
    const client = sample({ baseURL: server.url, ...waits, retryBudget: 7 });
    const error = await errorOf(client.things.call(GET));
    expect(error).toMatchObject({ attempts: 2, status: 503 });
    expect(error.message).toMatch(/retryBudget is spent/);
    expect(error.stack).toContain(error.message);
    await expect(client.things.call(GET)).rejects.toThrow(/retryBudget/);
    await expect(client.withOptions({ retryBudget: 500 }).things.call(GET)).rejects.not.toThrow(
      /retryBudget/,
    );
    expect(server.seen).toHaveLength(2 + 1 + 3);
  });

  it("is told for a lost connection, and may be none or without end", async () => {
    const server = await serve((_, response) => response.socket?.destroy());
    const client = sample({ baseURL: server.url, ...waits, retryBudget: 0 });
    await expect(client.things.call(GET)).rejects.toThrow(/retryBudget is spent/);
    const endless = sample({ baseURL: server.url, ...waits, retryBudget: Infinity, maxRetries: 150 });
    expect(await errorOf(endless.things.call(GET))).toMatchObject({ attempts: 151 });
  });

  it.each([-1, Number.NaN, "500" as never])("%s is refused", (retryBudget) => {
    expect(() => sample({ retryBudget })).toThrow(/retryBudget is .*a number of tokens/);
  });
});

describe("the caller's say", () => {
  const down = () => serve((_, response) => json(response, { error: { code: "insufficient_quota" } }, 503));

  it("repeatable: true sends a POST again", async () => {
    const server = await down();
    const client = sample({ baseURL: server.url, ...waits });
    await errorOf(client.things.call(POST, {}, { repeatable: true }));
    await errorOf(client.post("/things", { body: {}, repeatable: true }));
    expect(server.seen).toHaveLength(6);
    await errorOf(client.things.call(GET, {}, { repeatable: false }));
    expect(server.seen).toHaveLength(7);
  });

  it("shouldRetry says no, per client and per call, and yes to nothing that is not safe", async () => {
    const server = await down();
    const no = vi.fn(() => false);
    const yes = vi.fn(() => true);
    const client = sample({ baseURL: server.url, ...waits });
    const sent = async (call: Promise<unknown>): Promise<number> => {
      const before = server.seen.length;
      expect(await errorOf(call)).toMatchObject({ status: 503 });
      return server.seen.length - before;
    };
    expect(await sent(client.things.call(GET, {}, { shouldRetry: no }))).toBe(1);
    expect(no).toHaveBeenCalledWith(expect.objectContaining({ status: 503, attempts: 1 }));
    expect(
      await sent(client.withOptions({ shouldRetry: no }).things.call(GET, {}, { shouldRetry: yes })),
    ).toBe(1);
    expect(
      await sent(client.withOptions({ shouldRetry: yes }).things.call(GET, {}, { shouldRetry: no })),
    ).toBe(1);
    expect(await sent(client.things.call(GET, {}, { shouldRetry: yes }))).toBe(3);
    expect(await sent(client.things.call(POST, {}, { shouldRetry: yes }))).toBe(1);
    expect(await sent(client.things.call(GET, {}, { shouldRetry: (() => undefined) as never }))).toBe(1);
  });

  it.each([
    ["a promise of a yes", () => Promise.resolve(true), "a Promise (is an `await` missing?)"],
    ["a promise that fails", () => Promise.reject(new Error("no")), "a Promise (is an `await` missing?)"],
    ["a text", () => "yes", "a string"],
    ["a number", () => 1, "1"],
    ["an object", () => ({}), "an object"],
  ])("shouldRetry is told that it returned %s, which is not an answer", async (_, shouldRetry, said) => {
    const unheard = vi.fn();
    process.on("unhandledRejection", unheard);
    const server = await down();
    const client = sample({ baseURL: server.url, ...waits });
    for (const call of [
      client.things.call(GET, {}, { shouldRetry: shouldRetry as never }),
      client.withOptions({ shouldRetry: shouldRetry as never }).things.call(GET),
    ]) {
      expect(await errorOf(call)).toMatchObject({
        name: "UsageError",
        message: expect.stringContaining(`shouldRetry returned ${said}; true or false is expected.`),
        operation: GET.id,
        cause: { status: 503 },
      });
    }
    await new Promise((done) => setTimeout(done, 5));
    process.off("unhandledRejection", unheard);
    expect(unheard).not.toHaveBeenCalled();
    expect(server.seen).toHaveLength(2);
  });

  it.each([
    { repeatable: "false" },
    { repeatable: 1 },
    { shouldRetry: true },
    { shouldRetry: null },
    { shouldRetry: async () => true },
    {
      *shouldRetry() {
        yield true;
      },
    },
  ])("%j is refused", async (options) => {
    const server = await down();
    const call = sample({ baseURL: server.url }).things.call(GET, {}, options as never);
    expect(await errorOf(call)).toMatchObject({
      name: "UsageError",
      message: expect.stringMatching(/expected/),
    });
    expect(server.seen).toEqual([]);
  });
});
