import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { APIError, APIResponseError, type ClientDefinition, type Operation } from "../src/client.ts";
import { errorOf, GET, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

type Answer = (response: ServerResponse) => unknown;

const answered = async (
  answer: Answer,
  operation: Partial<Operation> = {},
  definition: Partial<ClientDefinition> = {},
) => {
  const server = await serve((_, response) => answer(response));
  const client = sample({ baseURL: server.url, maxRetries: 0 }, definition);
  return client.things.call({ ...GET, ...operation }).catch((error: unknown) => error);
};
const text =
  (
    body: string | Uint8Array,
    headers: Record<string, string> = { "content-type": "application/json" },
    status = 200,
  ): Answer =>
  (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

describe("an answer that lies", () => {
  const lies: [name: string, answer: Answer, message: RegExp][] = [
    [
      "HTML with 200",
      text("<html>Sign in</html>", { "content-type": "text/html" }),
      /200 with HTML or XML \(text\/html\)/,
    ],
    ["HTML that claims to be JSON", text("<html>", { "content-type": "application/json" }), /HTML or XML/],
    ["JSON that breaks off", text('{"a":[1,'), /not JSON, or JSON that breaks off/],
    ["nothing", text(""), /an empty body/],
    ["white space", text(" \n"), /an empty body/],
    ["words", text("OK", {}), /not JSON.*\(no content type\)/],
  ];
  it.each(lies)("%s is an APIResponseError", async (_, answer, message) => {
    const error = await answered(answer);
    expect(error).toBeInstanceOf(APIResponseError);
    expect((error as Error).message).toMatch(message);
    expect(error).toMatchObject({ status: 200, operation: "things.get", path: "/things", attempts: 1 });
  });

  it("tells its request id and a bounded excerpt", async () => {
    const error = await answered(
      text(`<p>${"x".repeat(10_000)}`, { "content-type": "text/html", "x-request-id": "req_1" }),
    );
    expect(error).toMatchObject({ requestId: "req_1", contentType: "text/html" });
    expect((error as APIResponseError).excerpt).toHaveLength(500);
  });

  it("is not asked again", async () => {
    const server = await serve((_, response) => text("<html>")(response));
    await errorOf(sample({ baseURL: server.url }).things.call(GET));
    expect(server.seen).toHaveLength(1);
  });

  it("JSON as text/plain is JSON", async () => {
    expect(await answered(text('{"a":1}', { "content-type": "text/plain" }))).toEqual({ a: 1 });
  });

  it("a byte order mark is skipped", async () => {
    expect(await answered(text('\ufeff{"a":1}'))).toEqual({ a: 1 });
  });

  it("204 is undefined, whatever is declared", async () => {
    expect(await answered((response) => response.writeHead(204).end())).toBeUndefined();
    expect(
      await answered((response) => response.writeHead(204).end(), {}, { envelope: { data: "/data" } }),
    ).toBeUndefined();
  });

  it("an envelope without its value is an APIResponseError", async () => {
    const error = await answered(text('{"meta":{}}'), {}, { envelope: { data: "/data" } });
    expect(error).toBeInstanceOf(APIResponseError);
    expect((error as Error).message).toMatch(/JSON without anything at \/data/);
  });

  // Where HTTP itself is complete, fetch inflates what is there without a word (undici flushes leniently).
  it("gzip that is cut is nothing, or JSON that breaks off", async () => {
    const whole = gzipSync(JSON.stringify({ a: "x".repeat(10_000) }));
    const error = await answered(text(whole.subarray(0, whole.length / 2), { "content-encoding": "gzip" }));
    expect(error).toBeInstanceOf(APIResponseError);
    expect((error as Error).message).toMatch(/an empty body|breaks off/);
  });

  it("__proto__ and constructor stay the answer's own", async () => {
    const value = (await answered(
      text('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
    )) as object;
    expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    const error = await answered(
      text('{"__proto__":{"error":{"code":"x"}}}', {}, 400),
      {},
      { errors: { code: ["/error/code"] } },
    );
    expect(error).toMatchObject({ code: undefined, status: 400 });
  });

  it("duplicate headers are joined, and break nothing", async () => {
    const error = await answered((response) => {
      response.writeHead(
        429,
        [
          ["retry-after", "1"],
          ["retry-after", "2"],
          ["x-request-id", "a"],
          ["x-request-id", "b"],
        ].flat(),
      );
      response.end("{}");
    });
    expect(error).toMatchObject({ retryAfterMs: 2000, requestId: "a, b" });
  });
});

describe("the body of an error", () => {
  it("is kept up to 64 kB, and what is beyond is not read", async () => {
    let drained = false;
    const error = (await answered((response) => {
      response.on("drain", () => {
        drained = true;
      });
      response.writeHead(400);
      const timer = setInterval(() => response.write("x".repeat(100_000)), 1);
      response.on("close", () => clearInterval(timer));
    })) as APIError;
    expect(error).toBeInstanceOf(APIError);
    expect(error.body).toBe("x".repeat(65_536));
    expect(error.message.length).toBeLessThan(300);
    expect(drained).toBe(true);
  });

  it.each([
    ["JSON", '{"a":1}', { a: 1 }],
    ["text", "down for maintenance", "down for maintenance"],
    ["nothing", "", undefined],
    ["JSON that breaks off", '{"a":', '{"a":'],
  ])("%s", async (_, body, want) => {
    expect(await answered(text(body, {}, 500))).toMatchObject({ status: 500, body: want });
  });
});

describe("other kinds of answers", () => {
  it("text is text, even if it is JSON", async () => {
    expect(await answered(text("a,b\n1,2", { "content-type": "text/csv" }), { response: "text" })).toBe(
      "a,b\n1,2",
    );
    expect(await answered(text(""), { response: "text" })).toBe("");
  });

  it("none is undefined, and its body is drained", async () => {
    expect(await answered(text("whatever"), { response: "none" })).toBeUndefined();
  });

  it("binary is the answer, its body unread", async () => {
    const response = (await answered(text(Uint8Array.of(1, 2, 255), { "content-type": "audio/wav" }), {
      response: "binary",
    })) as Response;
    expect(response.headers.get("content-type")).toBe("audio/wav");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 255));
  });

  it("a reader of the operation's own reads it, and asks for its media type", async () => {
    const server = await serve((request, response) => response.end(request.headers.accept));
    const reader = {
      accept: "text/vcard",
      read: async (response: Response) => (await response.text()).toUpperCase(),
    };
    await expect(sample({ baseURL: server.url }).things.call({ ...GET, response: reader })).resolves.toBe(
      "TEXT/VCARD",
    );
  });

  it("a HEAD has no body", async () => {
    expect(await answered(text("", { "content-length": "100" }), { method: "HEAD" })).toBeUndefined();
  });
});

describe("envelope and request id", () => {
  const enveloped: Partial<ClientDefinition> = { envelope: { data: "/data", requestId: "/meta/requestId" } };
  const answer: Answer = (response) => json(response, { data: { id: 1 }, meta: { requestId: "req_body" } });

  it("the value is unwrapped, and the id comes along", async () => {
    const server = await serve((_, response) => answer(response));
    const client = sample({ baseURL: server.url }, enveloped);
    const { data, response, requestId } = await client.things.call(GET).withResponse();
    expect(data).toEqual({ id: 1 });
    expect(response.status).toBe(200);
    expect(requestId).toBe("req_body");
  });

  it("an operation may have an envelope of its own, or none", async () => {
    expect(await answered(answer, { data: "/data/id" }, enveloped)).toBe(1);
    expect(await answered(answer, { data: false }, enveloped)).toMatchObject({ data: { id: 1 } });
  });

  it.each<[unknown, unknown]>([
    [{ success: true, data: { id: 1 } }, { id: 1 }],
    [{ id: 2 }, { id: 2 }],
    [{ data: null }, null],
    [[3], [3]],
    ["text", "text"],
  ])("of several places the first that is there counts: %j gives %j", async (body, want) => {
    const answer: Answer = (response) => json(response, body as object);
    expect(await answered(answer, { data: ["/data", ""] })).toEqual(want);
    expect(await answered(answer, {}, { envelope: { data: ["/data", ""] } })).toEqual(want);
  });

  it("an answer that has none of the places is an APIResponseError that names them", async () => {
    const error = await answered((response) => json(response, { id: 1 }), { data: ["/data", "/result/0"] });
    expect(error).toBeInstanceOf(APIResponseError);
    expect((error as Error).message).toMatch(/JSON without anything at \/data or \/result\/0 /);
  });

  it("headers count more than the body, in the vendor's order", async () => {
    const errors = { requestIdHeaders: ["x-trace", "x-request-id"], requestId: ["/id"] };
    const headers = { "x-request-id": "second", "x-trace": "first" };
    expect(
      await answered((response) => json(response, { id: "body" }, 400, headers), {}, { errors }),
    ).toMatchObject({ requestId: "first" });
    expect(await answered((response) => json(response, { id: "body" }, 400), {}, { errors })).toMatchObject({
      requestId: "body",
    });
  });
});

it("an answer that is handed over tells its address", async () => {
  const server = await serve((_, response) => json(response, { a: 1 }));
  const response = await sample({ baseURL: server.url }).things.call(GET).asResponse();
  expect(response.url).toBe(`${server.url}/things`);
  expect(await response.json()).toEqual({ a: 1 });
});
