import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readAddress } from "../src/address.ts";
import { clientOf, errorOf, GET, POST, send, transportOf } from "./support/client.ts";
import { json, serve, serveRaw } from "./support/server.ts";

describe("addresses", () => {
  it.each([
    ["http://h/a?b=c", "/a?b=c"],
    ["http://h/a/../b", "/b"],
    ["http://h/a/./b", "/a/b"],
    ["http://h/.", "/"],
    ["http://h/ä?ö=ü", "/%C3%A4?%C3%B6=%C3%BC"],
    ["http://h/a b", "/a%20b"],
    ["http://h/a#b", "/a"],
    ["http://h\\a", "/a"],
    ["http://h/a%2e%2e/b", "/a%2e%2e/b"],
    ["http://h/a?b=<c>", "/a?b=%3Cc%3E"],
    ["http://h", "/"],
    ["HTTP://H/a", "/a"],
    ["http://h:80/a", "/a"],
    ["http://h/leads:upsert", "/leads:upsert"],
  ])("%s leads where fetch would go", (url, path) => {
    const { origin, host, search, pathname } = new URL(url);
    expect(readAddress(url)).toEqual({ origin, host, path });
    expect(pathname + search).toBe(path);
  });

  it.each([
    ["ftp://h/a", /ftp:/],
    ["http://user:secret@h/a", /as credentials/],
  ])("%s is refused", (url, message) => {
    expect(() => readAddress(url)).toThrow(message);
    expect(() => readAddress(url)).not.toThrow(/secret/);
  });

  it("an IPv6 host is asked", async () => {
    const server = createServer((socket) => {
      socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"));
    });
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "::1", resolve));
    const { port } = server.address() as { port: number };
    const response = await send(transportOf(), `http://[::1]:${port}/`).answer;
    expect(await response.text()).toBe("ok");
    server.close();
  });
});

describe("header fields", () => {
  it("go out once, whatever their case, with what fetch adds", async () => {
    const server = await serve((_, response) => json(response, {}));
    const headers = { "X-Mine": "1", Connection: "close", accept: "application/json" };
    await (await send(transportOf(), server.url, { headers }).answer).text();
    expect(server.seen[0]?.headers).toMatchObject({
      "x-mine": "1",
      connection: "close",
      accept: "application/json",
      "accept-encoding": expect.stringMatching(/^gzip, deflate, br/),
    });
  });

  it("a caller's accept-encoding is kept", async () => {
    const server = await serve((_, response) => json(response, {}));
    await send(transportOf(), server.url, { headers: { "accept-encoding": "identity" } }).answer;
    expect(server.seen[0]?.headers["accept-encoding"]).toBe("identity");
  });

  it("a content-length that is wrong is not believed", async () => {
    const server = await serve(({ body }, response) => json(response, body.toString()));
    const request = { method: "POST", body: "abc", headers: { "content-length": "7" } };
    expect(await (await send(transportOf(), server.url, request).answer).text()).toBe('"abc"');
  });

  it.each([
    ["host"],
    ["transfer-encoding"],
    ["expect"],
    ["keep-alive"],
    ["upgrade"],
    ["proxy-authorization"],
  ])("%s is refused before anything is sent", async (name) => {
    const server = await serve((_, response) => json(response, {}));
    const client = clientOf(server.url, transportOf());
    const error = await errorOf(client.things.call(GET, {}, { headers: { [name]: "secret.example" } }));
    expect(error).toMatchObject({ name: "UsageError" });
    expect(error.message).toContain(`"${name}"`);
    expect(error.message).not.toContain("secret.example");
    expect(server.connections.count).toBe(0);
  });

  it("the host of the address may be said", async () => {
    const server = await serve((_, response) => json(response, {}));
    const { host } = new URL(server.url);
    expect((await send(transportOf(), server.url, { headers: { host } }).answer).status).toBe(200);
  });
});

describe("bodies", () => {
  const form = (): FormData => {
    const made = new FormData();
    made.append('na"me', "line\nbreak");
    made.append("file", new Blob(["contents"], { type: "text/csv" }), "a b.csv");
    made.append("plain", new Blob(["x"]), "x");
    return made;
  };
  const rows: [name: string, body: () => unknown, type: string | undefined, length: string | undefined][] = [
    ["a text", () => "ä", "text/plain;charset=UTF-8", "2"],
    ["bytes", () => new TextEncoder().encode("abc"), undefined, "3"],
    ["a part of bytes", () => new TextEncoder().encode("abcdef").subarray(1, 3), undefined, "2"],
    ["an ArrayBuffer", () => new TextEncoder().encode("abc").buffer, undefined, "3"],
    ["a Blob", () => new Blob(["abc"], { type: "text/csv" }), "text/csv", "3"],
    ["an empty Blob", () => new Blob([]), undefined, "0"],
    [
      "a query",
      () => new URLSearchParams({ a: "b c" }),
      "application/x-www-form-urlencoded;charset=UTF-8",
      "5",
    ],
    ["a web stream", () => new Blob(["abc"]).stream(), undefined, undefined],
  ];
  it.each(rows)("%s arrives as fetch sends it", async (_, body, type, length) => {
    const server = await serve((__, response) => json(response, {}));
    const request = { method: "POST", body: body() as never };
    await (await send(transportOf(), server.url, request).answer).text();
    await fetch(server.url, { method: "POST", body: body() as never, duplex: "half" } as RequestInit);
    const [ours, fetched] = server.seen;
    expect(ours?.body).toEqual(fetched?.body);
    for (const name of ["content-type", "content-length", "transfer-encoding"]) {
      expect(ours?.headers[name], name).toBe(fetched?.headers[name]);
    }
    expect(ours?.headers["content-type"]).toBe(type);
    expect(ours?.headers["content-length"]).toBe(length);
  });

  it("a form has its length, and reads as fetch's does", async () => {
    const server = await serve((__, response) => json(response, {}));
    await send(transportOf(), server.url, { method: "POST", body: form() }).answer;
    await fetch(server.url, { method: "POST", body: form() });
    const read = ({ headers, body }: (typeof server.seen)[number]): string => {
      const [, boundary = ""] = /boundary=(.+)/.exec(headers["content-type"] ?? "") ?? [];
      return body.toString().replaceAll(boundary, "BOUNDARY");
    };
    const [ours, fetched] = server.seen;
    expect(ours && read(ours)).toBe(fetched && read(fetched).replace(/\r\n$/, "\r\n"));
    expect(Number(ours?.headers["content-length"])).toBe(ours?.body.length);
  });

  it("streams of Node and generators arrive", async () => {
    const folder = await mkdtemp(join(tmpdir(), "trunkline-node-"));
    await writeFile(join(folder, "a"), "from a file");
    const server = await serve((_, response) => json(response, {}));
    const generated = (async function* (): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode("from a ");
      yield new TextEncoder().encode("generator");
    })();
    for (const body of [createReadStream(join(folder, "a")), generated]) {
      await send(transportOf(), server.url, { method: "POST", body: body as never }).answer;
    }
    expect(server.seen.map(({ body }) => body.toString())).toEqual(["from a file", "from a generator"]);
    await rm(folder, { recursive: true });
  });

  it("a stream that fails fails the request", async () => {
    const server = await serve((_, response) => json(response, {}));
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new Error("no more"));
      },
    });
    const { answer } = send(transportOf(), server.url, { method: "POST", body });
    expect(await errorOf(answer)).toMatchObject({ message: "no more" });
  });

  it("of a GET is refused", async () => {
    const { answer } = send(transportOf(), "http://127.0.0.1:1/", { body: "x" });
    expect(await errorOf(answer)).toMatchObject({
      name: "UsageError",
      message: expect.stringContaining("GET"),
    });
  });
});

it("the request is let go and begins to leave, in this order, before the server sees it", async () => {
  const steps: string[] = [];
  const server = await serve((_, response) => {
    steps.push("seen");
    json(response, {});
  });
  const onReleased = (): void => void steps.push("released");
  const onSending = (): unknown => steps.push("sending");
  await send(transportOf(), server.url, { onReleased, onSending } as never).answer;
  expect(steps).toEqual(["released", "sending", "seen"]);
});

it("an answer is given before the request has been sent whole", async () => {
  const server = createServer((socket) => {
    socket.once("data", () => socket.end("HTTP/1.1 413 Too Large\r\ncontent-length: 0\r\n\r\n"));
  });
  const { url } = await serveRaw(server);
  let isPulled = false;
  const body = new ReadableStream({
    async pull(controller) {
      if (isPulled) await new Promise((resolve) => setTimeout(resolve, 100));
      isPulled = true;
      controller.enqueue(new Uint8Array(10));
    },
  });
  const response = await send(transportOf(), url, { method: "POST", body }).answer;
  expect(response.status).toBe(413);
});

it("a client's calls go through it", async () => {
  const server = await serve(({ method, url, headers }, response) =>
    json(response, { method, url, token: headers.authorization }),
  );
  const { data, response } = await clientOf(server.url, transportOf())
    .things.call(POST, { name: "Ada" })
    .withResponse();
  expect(data).toEqual({ method: "POST", url: "/things", token: "Bearer tok_canary_0123456789" });
  expect(response).toBeInstanceOf(Response);
  expect(server.seen[0]?.body.toString()).toBe('{"name":"Ada"}');
});
