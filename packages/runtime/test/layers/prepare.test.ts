import { describe, expect, it, vi } from "vitest";
import { clientState } from "../../src/client-state.ts";
import type { Operation } from "../../src/operation.ts";
import { type CallInput, prepare } from "../../src/request/prepare.ts";
import { GET, KEY, KEYED, POST, type SampleOptions, sample } from "../support/sample.ts";

const fetch = vi.fn();

function prepared(input: CallInput, options: SampleOptions = {}) {
  return prepare(clientState(sample({ fetch, ...options })), input);
}

describe("prepare", () => {
  it("makes a request of arguments, and sends nothing", () => {
    const operation: Operation = { ...POST, path: "/things/{id}", query: ["limit"] };
    const request = prepared(
      {
        operation,
        pathValue: "a b",
        params: { limit: 2, name: "x" },
        options: { headers: { "X-Mine": "1" } },
      },
      { defaultQuery: { tenant: "t" } },
    );
    expect(request).toMatchObject({
      method: "POST",
      url: "https://api.sample.test/v1/things/a%20b?tenant=t&limit=2",
      body: { body: '{"name":"x"}', repeatable: true },
      schemes: ["Key"],
    });
    expect(request.headers).toEqual({
      accept: "application/json",
      "content-type": "application/json",
      "user-agent": "trunkline-sample/1.2.3",
      "x-mine": "1",
    });
    expect(JSON.stringify(request)).not.toContain(KEY);
    expect(fetch).not.toHaveBeenCalled();
  });

  it("gives the limits of the call, else the client's", () => {
    const { limits } = prepared({ operation: GET, options: { timeout: 5 } }, { maxRetries: 7 });
    expect(limits).toMatchObject({ timeout: 5, maxRetries: 7, idleTimeout: 60_000 });
  });

  it("makes one key for the whole call", () => {
    const { facts, headers } = prepared({ operation: KEYED });
    expect(facts.idempotencyKey).toMatch(/^[\w-]{32,}$/);
    expect(headers["idempotency-key"]).toBe(facts.idempotencyKey);
  });

  const refused: [name: string, input: CallInput, options: SampleOptions, want: string][] = [
    ["a limit", { operation: GET, options: { timeout: -1 } }, {}, "timeout is -1"],
    ["an unknown field", { operation: GET, params: { limit: 1 } }, {}, "unknown fields: limit"],
    ["a path value", { operation: { ...GET, path: "/x/{id}" }, pathValue: ".." }, {}, 'Path parameter "id"'],
    [
      "a header",
      { operation: GET, options: { headers: { "a b": "1" } } },
      {},
      "is not a name of a header field",
    ],
    ["a key", { operation: GET, options: { idempotencyKey: "k" } as object }, {}, "no idempotency key"],
    ["a body", { operation: POST, params: { at: Number.NaN } }, {}, "at /at is NaN"],
    ["a client without its key", { operation: GET }, { apiKey: undefined }, "needs a credential"],
  ];
  it.each(refused)("refuses %s, and says whose call it is", (_, input, options, want) => {
    const run = () => prepared(input, options);
    expect(run).toThrow(want);
    expect(run).toThrow(
      expect.objectContaining({
        name: "UsageError",
        operation: input.operation.id,
        client: "Sample",
        attempts: 0,
      }),
    );
  });

  it("gives the reason of a refusal that has one", () => {
    const toJSON = (): never => {
      throw new RangeError("mine");
    };
    expect(() => prepared({ operation: POST, params: { a: { toJSON } } })).toThrow(RangeError);
  });
});
