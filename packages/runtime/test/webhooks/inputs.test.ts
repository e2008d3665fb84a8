import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import type { WebhookDelivery, WebhookHeaders } from "../../src/webhooks.ts";
import { signOf, unsafeUnwrapOf, unwrapOf } from "../../src/webhooks.ts";
import { codeOf, event, now, SECRET, schemes, sign, unwrap } from "./support.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Forms of a body and of header fields: each is read as the same delivery. */
const bodies: Readonly<Record<string, (text: string) => Partial<WebhookDelivery>>> = {
  text: (body) => ({ body }),
  Uint8Array: (text) => ({ body: bytes(text) }),
  ArrayBuffer: (text) => ({ body: bytes(text).buffer }),
  "a view into a larger buffer": (text) => {
    const all = bytes(`before${text}after`);
    return { body: new DataView(all.buffer, 6, bytes(text).length) };
  },
  "Buffer of the pool": (text) => ({ body: Buffer.from(text) }),
  "rawBody beside a parsed one": (text) => ({ rawBody: Buffer.from(text), body: JSON.parse(text) as string }),
  "base64 of Lambda": (text) => ({ body: Buffer.from(text).toString("base64"), isBase64Encoded: true }),
  "text of Lambda": (text) => ({ body: text, isBase64Encoded: false }),
  "web stream": (text) => ({ body: new Blob([text]).stream() }),
};
const upper = (headers: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]);
const headerForms: Readonly<Record<string, (headers: Readonly<Record<string, string>>) => WebhookHeaders>> = {
  "plain object": (headers) => headers,
  "in another case": (headers) => Object.fromEntries(upper(headers)),
  Headers: (headers) => new Headers(headers),
  pairs: upper,
  Map: (headers) => new Map(upper(headers)),
  "lists of values": (headers) => Object.fromEntries(upper(headers).map(([name, value]) => [name, [value]])),
  "no prototype": (headers) =>
    Object.assign(Object.create(null) as object, headers) as Record<string, string>,
  "undefined beside": (headers) => ({ ...headers, "webhook-x": undefined }),
};

describe.each(schemes)("%s", (_, scheme, secret) => {
  const options = { secret, now };
  const signed = () => signOf<object>(scheme)({ ...event, word: "Zürich 😀" }, options);
  const want = { ...event, word: "Zürich 😀" };

  it.each(Object.entries(bodies))("reads a body as %s", async (_, form) => {
    const { body, headers } = await signed();
    expect(await unwrapOf(scheme)({ headers, ...form(body) }, options)).toEqual(want);
    expect(await unsafeUnwrapOf(scheme)({ headers, ...form(body) })).toEqual(want);
  });

  it.each(Object.entries(headerForms))("reads header fields as %s", async (_, form) => {
    const { body, headers } = await signed();
    expect(await unwrapOf(scheme)({ headers: form(headers), body }, options)).toEqual(want);
  });

  it("reads a Request", async () => {
    const request = new Request("http://localhost/", { method: "POST", ...(await signed()) });
    expect(await unwrapOf(scheme)(request, options)).toEqual(want);
    expect(await codeOf(unwrapOf(scheme)(request, options))).toBe("parsed-body");
  });
});

describe("a body without an end", () => {
  it.each([Number.NaN, 0, -1, 5])("is read no further than %s bytes", async (maxBytes) => {
    let read = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 1;
        controller.enqueue(new Uint8Array(10));
        if (read > 1000) controller.error(new Error("It was read on."));
      },
    });
    const { headers } = await sign(event, { secret: SECRET, now });
    const delivery = { headers, body: endless };
    expect(await codeOf(unwrap(delivery, { secret: SECRET, now, maxBytes }))).toBe("too-large");
    expect(read).toBeLessThan(10);
  });
});

describe("a request of Node.js", () => {
  it("is read, or taken from where a framework keeps its bytes", async () => {
    expect(await received((request) => unwrap(request, { secret: SECRET, now }))).toEqual(event);
    expect(
      await received(async (request) => {
        request.setEncoding("utf8");
        return unwrap(request, { secret: SECRET, now });
      }),
    ).toEqual(event);
    const asExpress = async (request: IncomingMessage & { body?: Buffer }): Promise<unknown> => {
      request.body = await bytesOf(request);
      return unwrap(request, { secret: SECRET, now });
    };
    expect(await received(asExpress)).toEqual(event);
  });

  it("whose body was read or parsed is refused", async () => {
    const asJson = async (request: IncomingMessage & { body?: never }): Promise<unknown> => {
      Object.assign(request, { body: JSON.parse(String(await bytesOf(request))) as unknown });
      return codeOf(unwrap(request, { secret: SECRET, now }));
    };
    expect(await received(asJson)).toBe("parsed-body");
    const asNothing = async (request: IncomingMessage): Promise<unknown> => {
      request.resume();
      await new Promise((resolve) => request.once("end", resolve));
      return codeOf(unwrap(request, { secret: SECRET, now }));
    };
    expect(await received(asNothing)).toBe("parsed-body");
  });

  it("that is too large can still be answered", async () => {
    const body = `{"type":"x","id":1,"word":"${"x".repeat(3_000_000)}"}`;
    expect(await received((request) => codeOf(unwrap(request, { secret: SECRET, now })), body)).toBe(
      "too-large",
    );
  });
});

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** What a handler made of a signed request, told by its answer. */
async function received(
  handle: (request: IncomingMessage) => Promise<unknown>,
  body?: string,
): Promise<unknown> {
  const server = createServer((request, response) => {
    handle(request).then(
      (value) => response.end(JSON.stringify(value)),
      (error: unknown) => response.writeHead(500).end(JSON.stringify(String(error))),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const signed = await sign(body ?? event, { secret: SECRET, now });
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", ...signed });
    return (await answer.json()) as unknown;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
