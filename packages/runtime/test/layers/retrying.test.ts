import { beforeEach, describe, expect, it, vi } from "vitest";
import { APIConnectionError, APIConnectionTimeoutError, APIError } from "../../src/client.ts";
import type { CallRequest, Layer, Reply } from "../../src/layer.ts";
import { type Judge, type Retrying, retrying } from "../../src/layers/retrying.ts";
import { limitsOf } from "../../src/limits.ts";
import { createBudget } from "../../src/retry/budget.ts";
import { createHolds } from "../../src/retry/holds.ts";
import { below, factsOf, requestOf } from "../support/layers.ts";
import { errorOf, GET, POST } from "../support/sample.ts";

vi.mock("../../src/clock/timers.ts", () => import("../support/captured-timers.ts"));
const { delays, forget } = await import("../support/captured-timers.ts");

beforeEach(forget);

const OK: Reply = { response: new Response() };

/** An answer that failed, without HTTP: the layer sees nothing but the error. */
function failed(status: number, init: { retryAfterMs?: number; headers?: Headers } = {}): Reply {
  const { retryAfterMs, headers = new Headers() } = init;
  const error = new APIError({ message: `${status}`, status, headers, body: undefined, retryAfterMs });
  return { response: new Response(), error };
}

function layerOver(outcomes: readonly (Reply | Error)[], how: Partial<Retrying> = {}) {
  const { layer, seen } = below(...outcomes);
  const judge: Judge = { errorOf: (_, { error }) => error, exhaustionOf: () => undefined };
  const whole = {
    policy: undefined,
    options: { retry: { baseDelay: 1 } },
    budget: createBudget(),
    holds: createHolds(),
    ...how,
  };
  // As the clock does below it.
  const counted: Layer = (request) => {
    request.facts.attempts += 1;
    return layer(request);
  };
  return { layer: retrying(whole, judge, counted), seen };
}

const LOST = new APIConnectionError("lost");
const UNSENT = new APIConnectionError("refused", { unsent: true });
const LATE = new APIConnectionTimeoutError("late");
const STREAM = { body: "x", contentType: undefined, repeatable: false };

describe("retrying", () => {
  const rows: [name: string, outcomes: (Reply | Error)[], request: Partial<CallRequest>, sent: number][] = [
    ["a success at once", [OK], {}, 1],
    ["a status that may pass", [failed(503), OK], {}, 2],
    ["one that will be the same", [failed(404)], {}, 1],
    ["a lost connection", [LOST, LOST, OK], {}, 3],
    ["a timeout", [LATE, OK], {}, 2],
    ["as often as maxRetries says", [failed(503)], { limits: limitsOf({ maxRetries: 4 }) }, 5],
    ["never, where maxRetries is 0", [failed(503)], { limits: limitsOf({ maxRetries: 0 }) }, 1],
    ["a POST that was lost", [LOST, OK], { facts: factsOf(POST) }, 1],
    ["a POST that was not sent", [UNSENT, OK], { facts: factsOf(POST) }, 2],
    ["a POST with a key", [LOST, OK], { facts: factsOf(POST, { idempotencyKey: "k" }) }, 2],
    ["a stream, which exists once", [LOST, OK], { body: STREAM }, 1],
    ["x-should-retry: false", [failed(503, { headers: new Headers({ "x-should-retry": "false" }) })], {}, 1],
    ["a hint within maxRetryAfter", [failed(429, { retryAfterMs: 60_000 }), OK], {}, 2],
    ["a hint beyond it", [failed(429, { retryAfterMs: 60_001 }), OK], {}, 1],
    [
      "a hint beyond the deadline",
      [failed(429, { retryAfterMs: 5000 }), OK],
      { deadline: performance.now() + 4000 },
      1,
    ],
    ["what is not a failure of a request", [new TypeError("a bug")], {}, 1],
  ];
  it.each(rows)("sends %s as often as is right", async (_, outcomes, request, sent) => {
    const { layer, seen } = layerOver(outcomes);
    await layer(requestOf(request)).catch(() => {});
    expect(seen).toHaveLength(sent);
  });

  it("gives the last reply with its error, and throws what is not a reply", async () => {
    const reply = await layerOver([failed(404)]).layer(requestOf());
    expect(reply.error).toMatchObject({ status: 404 });
    expect(await errorOf(layerOver([LOST], {}).layer(requestOf({ facts: factsOf(POST) })))).toBe(LOST);
  });

  it("waits as long as the hint says, and tells of it", async () => {
    const told: object[] = [];
    const facts = factsOf(GET, { report: (_facts, step, fields) => told.push({ step, ...fields }) });
    const { layer } = layerOver([failed(429, { retryAfterMs: 2000 }), OK]);
    await layer(requestOf({ facts }));
    expect(delays[0]).toBeGreaterThanOrEqual(2000);
    expect(told).toMatchObject([{ step: "retry", delay: delays[0], error: { status: 429 } }]);
  });

  it("spends and earns the budget", async () => {
    const budget = { spend: vi.fn(() => true), earn: vi.fn() };
    await layerOver([LATE, OK], { budget }).layer(requestOf());
    expect(budget.spend.mock.calls).toEqual([[true]]);
    expect(budget.earn).not.toHaveBeenCalled();
    await layerOver([OK], { budget }).layer(requestOf());
    expect(budget.earn).toHaveBeenCalledOnce();
    budget.spend.mockReturnValue(false);
    expect(await layerOver([failed(503), OK], { budget }).layer(requestOf())).toHaveProperty("error");
  });

  it("an abort ends the wait", async () => {
    const controller = new AbortController();
    const facts = factsOf(GET, { report: () => controller.abort("enough") });
    const { layer, seen } = layerOver([failed(503), OK]);
    const error = await errorOf(layer(requestOf({ facts, signal: controller.signal })));
    expect(error).toMatchObject({ name: "APIUserAbortError", cause: "enough", attempts: 1 });
    expect(seen).toHaveLength(1);
  });
});
