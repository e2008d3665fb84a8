import { describe, expect, it } from "vitest";
import { type ClientDefinition, idempotencyKeys, type Operation } from "../src/client.ts";
import { errorOf, GET, KEYED, POST, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

const auto: Partial<ClientDefinition> = { idempotency: idempotencyKeys("Idempotency-Key", "auto") };
const explicit: Partial<ClientDefinition> = { idempotency: idempotencyKeys("X-Once", "explicit") };
const KEY_FORM = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

const keys = async (
  definition: Partial<ClientDefinition>,
  operation: Operation,
  options?: object,
  header = "idempotency-key",
) => {
  const server = await serve((_, response, index) => json(response, {}, index ? 200 : 503));
  await sample({ baseURL: server.url, retry: { baseDelay: 1 } }, definition)
    .things.call(operation, {}, options)
    .catch(() => {});
  return server.seen.map(({ headers }) => headers[header]);
};

describe("auto", () => {
  it("makes a key once per logical call, and keeps it over attempts", async () => {
    const [first, second, ...more] = await keys(auto, KEYED);
    expect(first).toMatch(KEY_FORM);
    expect(second).toBe(first);
    expect(more).toEqual([]);
    expect((await keys(auto, KEYED))[0]).not.toBe(first);
  });
  it("gives way to the caller's", async () => {
    expect(await keys(auto, KEYED, { idempotencyKey: " mine " })).toEqual(["mine", "mine"]);
  });
  it("gives way to a header of the caller's, and to its removal", async () => {
    expect(await keys(auto, KEYED, { headers: { "idempotency-key": "mine" } })).toEqual(["mine", "mine"]);
    expect(await keys(auto, KEYED, { headers: { "Idempotency-Key": null } })).toEqual([undefined]);
  });
  it("is off where the operation does not declare the header", async () => {
    expect(await keys(auto, POST)).toEqual([undefined]);
    expect(await keys(auto, GET)).toEqual([undefined, undefined]);
  });
});

describe("explicit", () => {
  it("sends only the caller's, under the vendor's header, and without one repeats nothing", async () => {
    expect(await keys(explicit, KEYED, {}, "x-once")).toEqual([undefined]);
    expect(await keys(explicit, KEYED, { idempotencyKey: "mine" }, "x-once")).toEqual(["mine", "mine"]);
  });
  it("may be the policy of one operation", async () => {
    expect(await keys(auto, { ...KEYED, keyed: "explicit" })).toEqual([undefined]);
    expect((await keys(explicit, { ...KEYED, keyed: "auto" }, {}, "x-once"))[0]).toMatch(KEY_FORM);
  });
});

describe("a key that cannot be used is refused before anything is sent", () => {
  const rows: [
    name: string,
    definition: Partial<ClientDefinition>,
    operation: Operation,
    key: unknown,
    message: RegExp,
  ][] = [
    ["where none is declared", auto, POST, "mine", /things\.post declares no idempotency key/],
    ["where the vendor knows none", { idempotency: undefined }, KEYED, "mine", /declares no idempotency key/],
    ["empty", auto, KEYED, "", /blank/],
    ["blank", auto, KEYED, " \t", /blank/],
    ["with a newline", auto, KEYED, "a\nb", /white space, a control character/],
    ["with an emoji", auto, KEYED, "a😀", /outside ASCII/],
    ["no string", auto, KEYED, 1, /blank/],
  ];
  it.each(rows)("%s", async (_, definition, operation, idempotencyKey, message) => {
    const server = await serve((_request, response) => json(response, {}));
    const call = sample({ baseURL: server.url }, definition).things.call(
      operation,
      {},
      {
        idempotencyKey: idempotencyKey as string,
      },
    );
    const error = await errorOf(call);
    expect(error.name).toBe("UsageError");
    expect(error.message).toMatch(message);
    expect(server.seen).toHaveLength(0);
  });
});

it("the key stands on whatever error ends the call", async () => {
  const server = await serve((request, response) =>
    request.body.includes("lost") ? response.socket?.destroy() : json(response, {}, 500),
  );
  const client = sample({ baseURL: server.url, maxRetries: 0 });
  const options = { idempotencyKey: "order-7" };
  expect(await errorOf(client.things.call(KEYED, { a: 1 }, options))).toMatchObject({
    status: 500,
    idempotencyKey: "order-7",
  });
  expect(await errorOf(client.things.call(KEYED, { a: "lost" }, options))).toMatchObject({
    name: "APIConnectionError",
    idempotencyKey: "order-7",
  });
});
