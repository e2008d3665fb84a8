import { createServer } from "node:net";
import * as zlib from "node:zlib";
import { describe, expect, it } from "vitest";
import { clientOf, errorOf, GET, send, transportOf, until } from "./support/client.ts";
import { json, serve, serveRaw } from "./support/server.ts";

const text = JSON.stringify({ text: "ä".repeat(2000) });
const { zstdCompressSync } = zlib as Partial<typeof zlib>;

const codings: [field: string, encode: (bytes: Buffer) => Buffer][] = [
  ["gzip", zlib.gzipSync],
  ["x-gzip", zlib.gzipSync],
  ["GZIP", zlib.gzipSync],
  ["br", zlib.brotliCompressSync],
  ["deflate", zlib.deflateSync],
  ["deflate", zlib.deflateRawSync],
  ["gzip, br", (bytes) => zlib.brotliCompressSync(zlib.gzipSync(bytes))],
  ["deflate, gzip, br", (bytes) => zlib.brotliCompressSync(zlib.gzipSync(zlib.deflateSync(bytes)))],
  ["identity", (bytes) => bytes],
  ...(zstdCompressSync ? ([["zstd", (bytes: Buffer) => zstdCompressSync(bytes)]] as never[]) : []),
];

/** Ends a body of this many zeros, coded; a thousandth of it on the wire. */
const bomb = (bytes: number): Buffer => zlib.gzipSync(Buffer.alloc(bytes));

describe("compressed bodies", () => {
  it.each(codings)("%s is decoded, of errors and streams too, whole and in pieces", async (field, encode) => {
    const coded = encode(Buffer.from(text));
    const server = await serve(async ({ url }, response, index) => {
      const status = index === 1 ? 400 : 200;
      response.writeHead(status, { "content-type": "application/json", "content-encoding": field });
      if (url === "/things" && index < 2) return response.end(coded);
      // Byte by byte at first, so that what a coding begins with is cut.
      response.write(coded.subarray(0, 1));
      await new Promise((resolve) => setTimeout(resolve, 20));
      return response.end(coded.subarray(1));
    });
    const { things } = clientOf(server.url, transportOf());
    const want = JSON.parse(text);
    expect(await things.call(GET)).toEqual(want);
    expect(await errorOf(things.call(GET))).toMatchObject({ status: 400, body: want });
    expect(await things.call(GET)).toEqual(want);
    expect(await (await things.call(GET).asResponse()).json()).toEqual(want);
  });

  it("asks for what it can decode", async () => {
    const server = await serve(({ headers }, response) => json(response, headers["accept-encoding"]));
    const accepted = await clientOf(server.url, transportOf()).things.call(GET);
    expect(accepted).toBe(`gzip, deflate, br${zstdCompressSync ? ", zstd" : ""}`);
  });

  it("gives what nobody can decode as it is", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "compress, gzip" });
      response.end("as it is");
    });
    expect(await (await send(transportOf(), server.url).answer).text()).toBe("as it is");
  });

  it.each([
    ["HEAD", 200],
    ["GET", 204],
    ["GET", 205],
    ["GET", 304],
  ])("has nothing to decode of %s with %d", async (method, status) => {
    const server = await serve((_, response) => {
      response.writeHead(status, { "content-encoding": "gzip" });
      response.end();
    });
    const response = await send(transportOf(), server.url, { method }).answer;
    expect([response.status, response.body, await response.text()]).toEqual([status, null, ""]);
  });

  it("an empty body has no coding", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip", "content-length": "0" });
      response.end();
    });
    expect(await (await send(transportOf(), server.url).answer).text()).toBe("");
  });

  it.each([
    ["no gzip", "gzip", Buffer.from("<html>"), /The body is not gzip, as its content-encoding says/],
    ["no br", "br", Buffer.from("<html>"), /The body is not br, as its content-encoding says/],
    ["gzip, and not twice", "gzip, gzip", zlib.gzipSync(text), /The body is not gzip/],
    ["cut", "gzip", zlib.gzipSync(text).subarray(0, 30), /The body breaks off within its coding \(gzip\)/],
    ["a long chain", "gzip,gzip,gzip,gzip,gzip,gzip", Buffer.from("x"), /The body has 6 codings/],
  ])("that is %s is an error in words", async (_, field, body, message) => {
    const server = await serve((__, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": field });
      response.end(body);
    });
    const client = clientOf(server.url, transportOf(), { maxRetries: 0 });
    const error = await errorOf(client.things.call(GET));
    expect(error).toMatchObject({ name: "APIConnectionError", unsent: false });
    expect(error.message).toMatch(message);
    const handed = await errorOf(
      client.things
        .call(GET)
        .asResponse()
        .then((one) => one.text()),
    );
    expect(handed.message).toMatch(message);
  });

  it("a bomb ends at the client's limit, and is asked for once", async () => {
    const coded = bomb(50_000_000);
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
      response.end(coded);
    });
    const transport = transportOf({ connections: 1 });
    const client = clientOf(server.url, transport, { maxResponseBytes: 1_000_000 });
    const before = process.memoryUsage().rss;
    expect(await errorOf(client.things.call(GET))).toMatchObject({ name: "APIResponseTooLargeError" });
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000);
    expect(server.seen).toHaveLength(1);
    // Its place is free again.
    await errorOf(client.things.call(GET));
    expect(transport.stats).toMatchObject({ running: 0, queued: 0 });
  });

  it.each([
    ["a small one, decoded at once", 100_000],
    ["a large one", 20_000_000],
  ])("a bomb in a stream ends at maxDecompressed, and is not repeated: %s", async (_, bytes) => {
    const coded = bomb(bytes);
    const server = await serve((__, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
      response.end(coded);
    });
    const client = clientOf(server.url, transportOf({ maxDecompressed: 50_000 }));
    const error = await errorOf(
      client.things
        .call(GET)
        .asResponse()
        .then((one) => one.arrayBuffer()),
    );
    expect(error.message).toMatch(/more than 50000 bytes when it is decoded \(maxDecompressed/);
    const parsed = await errorOf(client.things.call(GET));
    expect(parsed).toMatchObject({ name: "APIConnectionError", attempts: 1 });
    expect(server.seen).toHaveLength(2);
  });

  it("each coding of a chain is bounded, whatever comes out of the last", async () => {
    // A gzip of 30 MB that holds nothing but empty members.
    const empty = zlib.gzipSync("");
    const coded = zlib.gzipSync(Buffer.concat(Array.from({ length: 300_000 }, () => empty)));
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip, gzip" });
      response.end(coded);
    });
    const { answer } = send(transportOf({ maxDecompressed: 1_000_000 }), server.url);
    expect((await errorOf((await answer).text())).message).toMatch(/more than 1000000 bytes/);
  });
});

describe("answers", () => {
  const raw = async (head: string, body = ""): Promise<string> => {
    const server = createServer((socket) => {
      socket.once("data", () => socket.end(Buffer.from(`${head}\r\n\r\n${body}`, "latin1")));
    });
    return (await serveRaw(server)).url;
  };

  it("have their fields as fetch has them", async () => {
    const head = [
      "HTTP/1.1 200 Fine",
      "content-length: 2",
      "Set-Cookie: a=1",
      "set-cookie: b=2",
      "x-two: 1",
      "X-Two: 2",
      "x-latin: \xe4",
    ].join("\r\n");
    const url = await raw(head, "ok");
    const ours = await send(transportOf(), url).answer;
    const fetched = await fetch(url);
    expect([...ours.headers]).toEqual([...fetched.headers]);
    expect(ours.headers).toBeInstanceOf(Headers);
    expect(ours.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect([ours.status, ours.statusText, ours.ok, await ours.text()]).toEqual([200, "Fine", true, "ok"]);
  });

  it("are not those before the last (1xx)", async () => {
    const url = await raw(
      "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2",
      "ok",
    );
    const response = await send(transportOf(), url).answer;
    expect([response.status, response.headers.get("link")]).toEqual([200, null]);
  });

  it.each([
    ["cut within its length", "HTTP/1.1 200 OK\r\ncontent-length: 10", "abc"],
    ["cut within a chunk", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked", "a\r\nabc"],
  ])("that are %s are errors of their bodies", async (_, head, body) => {
    const url = await raw(head, body);
    const response = await send(transportOf(), url).answer;
    expect(await errorOf(response.text())).toBeInstanceOf(Error);
    expect(await errorOf(fetch(url).then((one) => one.text()))).toBeInstanceOf(Error);
  });

  it.each([
    ["garbage", "SSH-2.0-OpenSSH_9.2"],
    ["a length and chunks", "HTTP/1.1 200 OK\r\ncontent-length: 3\r\ntransfer-encoding: chunked"],
    ["a head without end", `HTTP/1.1 200 OK\r\nx: ${"a".repeat(100_000)}`],
  ])("that are none are errors: %s", async (_, head) => {
    const url = await raw(head);
    const sent = send(transportOf(), url);
    expect(await errorOf(sent.answer)).toBeInstanceOf(Error);
    expect(sent.steps).toContain("sending");
  });

  it("end with the connection where nothing else ends them", async () => {
    const response = await send(transportOf(), await raw("HTTP/1.1 200 OK", "until the end")).answer;
    expect(await response.text()).toBe("until the end");
  });

  it("of redirects are given, and not followed", async () => {
    const server = await serve((_, response) => response.writeHead(302, { location: "/b" }).end());
    const response = await send(transportOf(), server.url).answer;
    expect([response.status, response.headers.get("location")]).toEqual([302, "/b"]);
    expect(server.seen).toHaveLength(1);
  });

  it("wait with the connection while nobody reads", async () => {
    const chunk = Buffer.alloc(65_536);
    let written = 0;
    const server = await serve(async (_, response) => {
      response.writeHead(200);
      for (let count = 0; count < 800; count += 1) {
        if (!response.write(chunk)) await new Promise((resolve) => response.once("drain", resolve));
        written += chunk.length;
      }
      response.end();
    });
    const response = await send(transportOf(), server.url).answer;
    const reader = response.body?.getReader();
    await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 150));
    // What fits into the buffers of both sockets, of 52 MB.
    expect(written).toBeLessThan(20_000_000);
    let size = chunk.length;
    for (let read = await reader?.read(); read?.value; read = await reader?.read()) size += read.value.length;
    expect(size).toBeGreaterThanOrEqual(52_428_800);
  });

  it("can be cancelled, which frees their place", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200);
      response.write("beginning");
    });
    const transport = transportOf({ connections: 1 });
    const response = await send(transport, server.url).answer;
    await response.body?.cancel();
    await until(() => transport.stats.running === 0);
    expect((await send(transport, server.url).answer).status).toBe(200);
    await until(() => server.sockets.size === 1);
  });
});

describe("an answer that nobody reads", () => {
  const collect = async (): Promise<void> => {
    if (!globalThis.gc) throw new Error("Run this with --expose-gc.");
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it.each([
    ["of the transport's", false],
    ["that a client handed over", true],
  ])("%s gives its place back when it is collected", async (_, isHandedOver) => {
    const server = await serve((__, response) => {
      response.writeHead(200);
      response.write("x".repeat(100));
    });
    const transport = transportOf({ connections: 1 });
    await (async () => {
      if (isHandedOver) await clientOf(server.url, transport).things.call(GET).asResponse();
      else await send(transport, server.url).answer;
    })();
    expect(transport.stats.running).toBe(1);
    await until(async () => {
      await collect();
      return transport.stats.running === 0;
    });
    await until(() => server.sockets.size === 0);
  });

  it("but has a reader is kept", async () => {
    const server = await serve(async (_, response) => {
      response.writeHead(200);
      for (let count = 0; count < 5; count += 1) {
        response.write("x".repeat(10));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      response.end();
    });
    const reader = (await send(transportOf(), server.url).answer).body?.getReader();
    let size = 0;
    for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
      size += read.value.length;
      await collect();
    }
    expect(size).toBe(50);
  });
});
