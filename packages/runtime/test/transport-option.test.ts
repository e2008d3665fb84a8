import { describe, expect, it, vi } from "vitest";
import { type Transport, type TransportRequest, type TransportResponse, UsageError } from "../src/client.ts";
import { createRawClient } from "../src/openapi-fetch.ts";
import { errorOf, GET, KEY, POST, sample } from "./support/sample.ts";

/** The least that a transport may answer with: no `Response`, and a body that is not a stream. */
function lean(status: number, text: string | null, headers: Record<string, string> = {}): TransportResponse {
  const bytes = text === null ? undefined : new TextEncoder().encode(text);
  const chunks = bytes ? [bytes] : [];
  const body = bytes && {
    locked: false,
    getReader: () => ({
      read: async () => {
        const value = chunks.shift();
        return { done: value === undefined, value };
      },
      cancel: async () => {},
    }),
    cancel: async () => {},
  };
  return {
    status,
    statusText: "",
    ok: status >= 200 && status < 300,
    url: "https://api.sample.test/v1/things",
    headers: new Headers({ "content-type": "application/json", ...headers }),
    body: body ?? null,
    text: async () => text ?? "",
    arrayBuffer: async () => (bytes?.slice().buffer as ArrayBuffer | undefined) ?? new ArrayBuffer(0),
  };
}

/** Answers with each in turn, with the last one for ever; remembers what was sent. */
function transportOf(...answers: (TransportResponse | Error)[]): Transport & { seen: TransportRequest[] } {
  const seen: TransportRequest[] = [];
  return {
    seen,
    async send(request) {
      seen.push(request);
      const answer = answers[Math.min(seen.length, answers.length) - 1];
      if (answer instanceof Error) throw answer;
      request.onReleased();
      request.onSending();
      return answer as TransportResponse;
    },
  };
}

describe("a transport", () => {
  it("sends what fetch would, and is answered by no more than is read", async () => {
    const transport = transportOf(lean(200, '{"a":1}', { "x-request-id": "r1" }));
    const { data, response } = await sample({ transport }).things.call(POST, { name: "Ada" }).withResponse();
    expect(data).toEqual({ a: 1 });
    expect(transport.seen[0]).toMatchObject({
      url: "https://api.sample.test/v1/things",
      method: "POST",
      headers: { "x-api-key": KEY, "content-type": "application/json" },
      body: '{"name":"Ada"}',
      patience: 60_000,
    });
    expect(response).toBeInstanceOf(Response);
    expect(response.headers.get("x-request-id")).toBe("r1");
    expect(response.url).toBe("https://api.sample.test/v1/things");
  });

  it.each([
    ["JSON", {}, '{"a":1}', { a: 1 }],
    ["text", { response: "text" }, "ä", "ä"],
    ["nothing", { response: "none" }, null, undefined],
  ] as const)("gives %s", async (_, changes, text, want) => {
    const transport = transportOf(lean(200, text));
    expect(await sample({ transport }).things.call({ ...GET, ...changes })).toEqual(want);
  });

  it("gives bytes, and answers that are handed over, as real ones", async () => {
    const client = sample({ transport: transportOf(lean(200, "abc"), lean(200, "def"), lean(204, null)) });
    const binary = await client.things.call<Response>({ ...GET, response: "binary" });
    expect(binary).toBeInstanceOf(Response);
    expect(await binary.text()).toBe("abc");
    const handed = await client.things.call(GET).asResponse();
    expect(handed).toBeInstanceOf(Response);
    expect(await handed.text()).toBe("def");
    const empty = await client.things.call(GET).asResponse();
    expect([empty instanceof Response, empty.status, await empty.text()]).toEqual([true, 204, ""]);
  });

  it("has its errors told, and its redirects looked at", async () => {
    const gone = transportOf(lean(404, '{"message":"No such thing."}'));
    expect(await errorOf(sample({ transport: gone }).things.call(GET))).toMatchObject({
      name: "NotFoundError",
      body: { message: "No such thing." },
    });
    const moved = transportOf(lean(302, "", { location: "https://evil.test/" }));
    const error = await errorOf(sample({ transport: moved }).things.call(GET));
    expect(error).toMatchObject({ name: "APIRedirectError" });
    expect(moved.seen).toHaveLength(1);
  });

  it.each([
    ["fails before it sends, of a POST too", {}, 3, true],
    ["says that it would be the same", { isFinal: true }, 1, true],
  ])("is asked again where it %s", async (_, fields, attempts, unsent) => {
    const transport = transportOf(Object.assign(new Error("no way"), fields));
    const error = await errorOf(
      sample({ transport, retry: { baseDelay: 1, maxDelay: 1 } }).things.call(POST, { name: "Ada" }),
    );
    expect(error).toMatchObject({ name: "APIConnectionError", attempts, unsent });
    expect(transport.seen).toHaveLength(attempts);
  });

  it("that gives no answer is refused in words", async () => {
    const transport = { send: async () => ({ status: "200" }) } as unknown as Transport;
    const error = await errorOf(sample({ transport }).things.call(GET));
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toMatch(/^The transport resolved with an object without a status/);
  });

  it("starts the attempt's time when it lets the request go, and totalTimeout's before", async () => {
    const waiting = (after: number): Transport => ({
      async send({ onReleased, onSending, signal }) {
        await new Promise((resolve, reject) => {
          setTimeout(resolve, after);
          signal.addEventListener("abort", () => reject(signal.reason));
        });
        onReleased();
        onSending();
        return lean(200, "{}");
      },
    });
    const patient = sample({ transport: waiting(150), timeout: 50, maxRetries: 0 });
    expect(await patient.things.call(GET)).toEqual({});
    const limited = sample({ transport: waiting(60_000), totalTimeout: 50, maxRetries: 0 });
    expect(await errorOf(limited.things.call(GET))).toMatchObject({ name: "APIConnectionTimeoutError" });
  });
});

describe("what ends before its first bytes go out", () => {
  const stalled = (isSent: boolean): Transport & { count: number } => ({
    count: 0,
    send({ onReleased, onSending }) {
      this.count += 1;
      onReleased();
      if (isSent) onSending();
      return new Promise(() => {});
    },
  });
  const limits = { timeout: 30, retry: { baseDelay: 1, maxDelay: 1 } };

  it.each([
    [
      "has done nothing, and is asked again",
      false,
      3,
      /^There was no connection within 30 ms \(timeout\); nothing was sent/,
    ],
    ["and not earlier, may have done something", true, 1, /^The answer was not complete within 30 ms/],
  ] as const)("%s", async (_, isSent, attempts, message) => {
    const transport = stalled(isSent);
    const error = await errorOf(sample({ transport, ...limits }).things.call(POST, { name: "Ada" }));
    expect(error).toMatchObject({ name: "APIConnectionTimeoutError", attempts, unsent: !isSent });
    expect(error.message).toMatch(message);
    expect(transport.count).toBe(attempts);
  });

  it("is not asked again when the caller aborts", async () => {
    const transport = stalled(false);
    const controller = new AbortController();
    const call = sample({ transport }).things.call(POST, { name: "Ada" }, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    expect(await errorOf(call)).toMatchObject({ name: "APIUserAbortError", attempts: 1, unsent: true });
    expect(transport.count).toBe(1);
  });
});

describe("beside fetch", () => {
  const transport = transportOf(lean(200, "{}"));
  const fetch = vi.fn(async () => new Response("{}"));

  it.each([
    [{ transport, fetch }, /^fetch is given beside transport/],
    [{ transport, fetchOptions: {} }, /^fetchOptions is given beside transport/],
    [{ transport: null }, /^transport is null; an object with a method send is expected/],
    [{ transport: () => {} }, /^transport is a function; an object/],
    [{ transport: { dispatch() {} } }, /^transport is an object; an object with a method send is expected/],
  ])("%j is refused", (options, message) => {
    let refused: unknown;
    try {
      sample(options as object);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as Error).message).toMatch(message);
  });

  it("the later of the two counts in a derived client, and fetchOptions are not dropped", async () => {
    const through = sample({ transport }).withOptions({ fetch });
    await through.things.call(GET);
    expect([fetch.mock.calls.length, transport.seen.length]).toEqual([1, 0]);
    await through.withOptions({ transport }).withOptions({ timeout: 5000 }).things.call(GET);
    expect([fetch.mock.calls.length, transport.seen.length]).toEqual([1, 1]);
    expect(() => sample({ fetchOptions: { keepalive: true } }).withOptions({ transport })).toThrow(
      /fetchOptions is given beside transport/,
    );
  });

  it("raw calls go through it, unless they bring a fetch; what it would not obey is refused", async () => {
    const own = transportOf(lean(200, '{"a":1}'));
    const client = sample({ transport: own });
    type Paths = { "/things": { get: { responses: { 200: { content: { "application/json": unknown } } } } } };
    const raw = createRawClient<Paths>(client);
    expect((await raw.GET("/things")).data).toEqual({ a: 1 });
    expect(own.seen).toHaveLength(1);
    const given = vi.fn(
      async () => new Response('{"b":1}', { headers: { "content-type": "application/json" } }),
    );
    expect((await createRawClient<Paths>(client, { fetch: given }).GET("/things")).data).toEqual({ b: 1 });
    expect(own.seen).toHaveLength(1);
    const error = await errorOf(createRawClient<Paths>(client, { cache: "no-store" }).GET("/things"));
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toMatch(/^cache is an option of fetch/);
  });
});
