import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { APIResponseError, APIResponseTooLargeError, type Operation } from "../src/client.ts";
import { errorOf, GET, KEY, sample } from "./support/sample.ts";
import { json, type Seen, serve } from "./support/server.ts";

const MB = 1_048_576;
const TEXT: Operation = { ...GET, response: "text" };

/** Answers with so many megabytes, as far as they are asked for. */
async function large(
  headers: Record<string, string>,
  send: (write: (chunk: string) => boolean, end: () => void) => void,
) {
  let written = 0;
  const server = await serve((_request: Seen, response) => {
    response.writeHead(200, { "content-type": "application/json", "x-request-id": "r1", ...headers });
    response.on("error", () => {});
    send(
      (chunk) => {
        written += chunk.length;
        return response.write(chunk);
      },
      () => response.end(),
    );
  });
  return { ...server, written: () => written };
}

const blanks = " ".repeat(MB);

describe("a body that is larger than maxResponseBytes", () => {
  it("is an error of its own, which is not repeated, and the rest is not read", async () => {
    const server = await large({}, async (write) => {
      for (let count = 0; count < 64; count += 1) {
        if (!write(blanks)) await new Promise((resolve) => setTimeout(resolve, 5));
      }
    });
    const client = sample({ baseURL: server.url, maxResponseBytes: 2 * MB, retry: { baseDelay: 1 } });
    const error = await errorOf(client.things.call(GET));
    expect(error).toBeInstanceOf(APIResponseTooLargeError);
    expect(error).toBeInstanceOf(APIResponseError);
    expect(error).toMatchObject({
      status: 200,
      limit: 2 * MB,
      requestId: "r1",
      attempts: 1,
      operation: "things.get",
    });
    expect(error.message).toMatch(
      /^GET \/things was answered 200 with more than 2097152 bytes \(maxResponseBytes\)\./,
    );
    expect(server.seen).toHaveLength(1);
    await expect.poll(() => server.open.size).toBe(0);
    expect(server.written()).toBeLessThan(64 * MB);
  });

  it("is measured after decoding", async () => {
    const packed = gzipSync(Buffer.alloc(8 * MB, 32));
    const server = await serve((_, response) => {
      response.writeHead(200, {
        "content-type": "application/json",
        "content-encoding": "gzip",
        "content-length": packed.length,
      });
      response.end(packed);
    });
    expect(packed.length).toBeLessThan(MB);
    const client = sample({ baseURL: server.url, maxResponseBytes: MB, retry: { baseDelay: 1 } });
    for (const operation of [GET, TEXT])
      expect(await errorOf(client.things.call(operation))).toBeInstanceOf(APIResponseTooLargeError);
    expect(server.seen).toHaveLength(2);
  });

  it("is refused before it is read where its length is told", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": 5 * MB });
      response.write(" ");
    });
    const error = await errorOf(sample({ baseURL: server.url, maxResponseBytes: 4 * MB }).things.call(GET));
    expect(error).toBeInstanceOf(APIResponseTooLargeError);
  });

  it("tells no secret that its header fields repeat", async () => {
    const server = await serve((_, response) =>
      json(response, "x".repeat(100), 200, { "x-request-id": KEY }),
    );
    const error = await errorOf(sample({ baseURL: server.url, maxResponseBytes: 10 }).things.call(GET));
    expect(JSON.stringify(error) + String(error.requestId)).not.toContain(KEY);
  });

  it("may come from a fetch of the caller's whose body is not a web stream", async () => {
    const body = { on() {} };
    const fetch = async () =>
      ({
        ok: true,
        status: 200,
        headers: new Headers(),
        body,
        text: async () => "x".repeat(100),
      }) as unknown as Response;
    const client = sample({ fetch, maxResponseBytes: 99 });
    expect(await errorOf(client.things.call(TEXT))).toBeInstanceOf(APIResponseTooLargeError);
    expect(await client.things.call(TEXT, {}, { maxResponseBytes: 100 })).toHaveLength(100);
  });
});

describe("a body within maxResponseBytes", () => {
  const answer = (text: string) =>
    serve((_, response) => response.writeHead(200, { "content-type": "application/json" }).end(text));

  it.each([
    ["exactly", '"äö"', 6],
    ["without a limit", '"äö"', Number.POSITIVE_INFINITY],
    ["by default", '"äö"', undefined],
  ])("is read as it is: %s", async (_, text, maxResponseBytes) => {
    const server = await answer(text);
    await expect(sample({ baseURL: server.url }).things.call(GET, {}, { maxResponseBytes })).resolves.toBe(
      "äö",
    );
    const lower = sample({ baseURL: server.url, maxResponseBytes: 5 });
    await expect(lower.things.call(GET)).rejects.toBeInstanceOf(APIResponseTooLargeError);
    await expect(lower.things.call(GET, {}, { maxResponseBytes: 6 })).resolves.toBe("äö");
  });

  it("may be handed over or streamed at any size", async () => {
    const server = await answer(`"${"x".repeat(1000)}"`);
    const client = sample({ baseURL: server.url, maxResponseBytes: 10 });
    expect((await (await client.things.call(GET).asResponse()).text()).length).toBe(1002);
    const binary = (await client.things.call({ ...GET, response: "binary" })) as Response;
    expect((await binary.arrayBuffer()).byteLength).toBe(1002);
  });

  it("is not what an error has, which is cut as ever", async () => {
    const server = await serve((_, response) => json(response, { message: "x".repeat(1000) }, 400));
    const error = await errorOf(sample({ baseURL: server.url, maxResponseBytes: 10 }).things.call(GET));
    expect(error).toMatchObject({ status: 400 });
  });

  it.each([0, -1, 1.5, "1", Number.NaN, null])("is not a limit of %s", (maxResponseBytes) => {
    expect(() => sample({ maxResponseBytes: maxResponseBytes as number })).toThrow(
      /maxResponseBytes is .*a whole number of bytes/,
    );
  });
});
