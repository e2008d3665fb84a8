import { Readable } from "node:stream";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  APIConnectionError,
  APIRedirectError,
  APIResponseError,
  apiKeyQuery,
  eventStream,
  jsonLines,
  multipart,
  type Operation,
  UsageError,
} from "../src/client.ts";
import { createRawClient } from "../src/raw.ts";
import { errorOf, KEY, type SampleOptions, sample } from "./support/sample.ts";
import { closedPort, json, serve } from "./support/server.ts";

const GET: Operation = { id: "things.get", method: "GET", path: "/things" };
const UPLOAD: Operation = { id: "things.upload", method: "POST", path: "/things", body: multipart() };
const CREATE: Operation = {
  id: "things.create",
  method: "POST",
  path: "/things",
  body: "fields",
  keyed: true,
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("Workers", () => {
  it("are given no option of fetch that they refuse", async () => {
    const server = await serve((_, response) => json(response, {}));
    let given: string[] = [];
    const watched = sample({
      baseURL: server.url,
      fetch: (url, init) => {
        given = Object.keys(init);
        return fetch(url, init);
      },
    });
    await watched.things.call(GET);
    expect(given.sort()).toEqual(["body", "headers", "method", "redirect", "signal"]);
  });

  it("an option that the runtime refuses is told of at once, in its own words", () => {
    const words = "The 'cache' field on 'RequestInitializerDict' is not implemented.";
    vi.stubGlobal(
      "Request",
      class {
        constructor(_: string, init: RequestInit) {
          if (init.cache) throw new Error(words);
        }
      },
    );
    expect(() => sample({ fetchOptions: { cache: "no-store" } })).toThrow(UsageError);
    expect(() => sample({ fetchOptions: { cache: "no-store" } })).toThrow(words);
    expect(() => sample({ fetchOptions: { cf: {} } })).not.toThrow();
    expect(() => sample({ fetchOptions: { cache: "no-store" }, fetch })).not.toThrow();
  });
});

describe("Next.js's edge runtime", () => {
  it("fixes the address of an answer: a key in the query is not told with it all the same", async () => {
    const server = await serve((_, response, index) =>
      index === 0 ? json(response, { a: 1 }) : response.writeHead(204).end(),
    );
    const client = sample(
      {
        baseURL: server.url,
        maxRetries: 0,
        fetch: async (url, init) => {
          const response = await fetch(url, init);
          return Object.defineProperty(response, "url", { value: response.url });
        },
      },
      { schemes: { Key: apiKeyQuery("api_key", { option: "apiKey" }) } },
    );
    const { data, response } = await client.things.call(GET).withResponse();
    expect(data).toEqual({ a: 1 });
    expect(response.url).toBe(`${server.url}/things`);
    expect(response.headers.get("content-type")).toBe("application/json");
    await expect(client.things.call(GET)).resolves.toBeUndefined();
    expect(server.seen.map(({ url }) => url)).toEqual([`/things?api_key=${KEY}`, `/things?api_key=${KEY}`]);
  });
});

describe("browsers", () => {
  const inPage = (options: SampleOptions) => {
    vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 (X11; Linux x86_64)" });
    return sample({ dangerouslyAllowBrowser: true, maxRetries: 0, ...options });
  };

  it("a header that a page may not send is refused before anything is sent", async () => {
    const server = await serve((_, response) => json(response, {}));
    const Real = Request;
    vi.stubGlobal(
      "Request",
      class extends Real {
        constructor(url: string, init: RequestInit) {
          const headers = new Headers(init.headers);
          headers.delete("cookie");
          super(url, { ...init, headers });
        }
      },
    );
    const client = inPage({ baseURL: server.url });
    const error = await errorOf(client.things.call(GET, {}, { headers: { Cookie: "a=b" } }));
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toContain("cookie");
    expect(server.seen).toHaveLength(0);
    await client.things.call(GET, {}, { headers: { "x-team": "a" } });
    expect(server.seen).toHaveLength(1);
  });

  it("a stream is refused where it would be sent as text", async () => {
    const server = await serve((_, response) => json(response, {}));
    const Real = Request;
    vi.stubGlobal(
      "Request",
      class extends Real {
        constructor(url: string, init: RequestInit) {
          super(url, { ...init, body: init.body ? String(init.body) : null });
        }
      },
    );
    const client = inPage({ baseURL: server.url });
    const files = [{ data: new Blob(["x"]).stream(), name: "a.txt" }];
    const error = await errorOf(client.things.call(UPLOAD, { files }));
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toContain("stream");
    expect(server.seen).toHaveLength(0);
    await client.things.call(UPLOAD, { files: [new Blob(["x"])] });
    expect(server.seen).toHaveLength(1);
  });

  it("a failure that has no reason names CORS", async () => {
    const baseURL = await closedPort();
    const error = await errorOf(inPage({ baseURL }).things.call(GET));
    expect(error).toBeInstanceOf(APIConnectionError);
    expect((error as Error).message).toContain("CORS");
    expect((error as Error).message).not.toContain("HTTP/1.1");
    const files = [{ data: new Blob(["x"]).stream(), name: "a.txt" }];
    const upload = await errorOf(inPage({ baseURL }).things.call(UPLOAD, { files }));
    expect((upload as Error).message).toContain("HTTP/1.1");
    vi.unstubAllGlobals();
    const elsewhere = await errorOf(sample({ baseURL, maxRetries: 0 }).things.call(GET));
    expect((elsewhere as Error).message).not.toContain("CORS");
  });
});

describe("React Native", () => {
  /** Answers without a stream, as its `fetch` gives them. */
  const bodiless = (status: number, text: string, url = "") => ({
    status,
    ok: status < 300,
    url,
    headers: new Headers({ "content-type": "application/json" }),
    text: async () => text,
  });

  it("answers and errors are read without a stream", async () => {
    vi.stubGlobal("ReadableStream", undefined);
    const answers = [bodiless(503, "{}"), bodiless(200, '{"id":1}'), bodiless(404, '{"detail":"gone"}')];
    vi.stubGlobal("fetch", async () => answers.shift());
    const client = sample({ retry: { baseDelay: 1 } });
    expect(await client.things.call(GET)).toEqual({ id: 1 });
    expect(await errorOf(client.things.call(GET))).toMatchObject({ status: 404, body: { detail: "gone" } });
  });

  it("an answer that is handed over is what fetch gave", async () => {
    vi.stubGlobal("ReadableStream", undefined);
    vi.stubGlobal("fetch", async () => bodiless(200, '{"id":1}'));
    const response = await sample().things.call(GET).asResponse();
    expect(await response.text()).toBe('{"id":1}');
  });

  it("a stream of records is read when it is whole, and is nothing else than records", async () => {
    vi.stubGlobal("ReadableStream", undefined);
    vi.stubGlobal("TextDecoder", undefined);
    const answer = (text: string, type: string) => ({
      ...bodiless(200, text),
      headers: new Headers({ "content-type": type }),
    });
    const answers = [
      answer('{"a":1}\n{"a":2}\n', "application/jsonl"),
      answer('data: {"a":3}\n\n', "text/event-stream"),
      answer("<html>", "text/html"),
    ];
    vi.stubGlobal("fetch", async () => answers.shift());
    const readers = [jsonLines("application/jsonl"), eventStream({ data: "json" }), eventStream()];
    const read = async (response: Operation["response"]): Promise<unknown[]> => {
      const found: unknown[] = [];
      const stream = await sample().things.call<AsyncIterable<unknown>>({ ...GET, response });
      for await (const one of stream) found.push(one);
      return found;
    };
    expect(await read(readers[0])).toEqual([{ a: 1 }, { a: 2 }]);
    expect(await read(readers[1])).toEqual([{ a: 3 }]);
    expect(await errorOf(read(readers[2]))).toBeInstanceOf(APIResponseError);
  });

  it("an upload from a stream is refused, and one of bytes where its Blob takes none", async () => {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(1);
    }
    const sent = vi.fn();
    vi.stubGlobal("fetch", sent);
    vi.stubGlobal("ReadableStream", undefined);
    const streamed = await errorOf(sample().things.call(UPLOAD, { files: [chunks()] }));
    expect(streamed).toBeInstanceOf(UsageError);
    vi.stubGlobal("Blob", function refusing() {
      throw new Error("Creating blobs from 'ArrayBuffer' and 'ArrayBufferView' are not supported");
    });
    const bytes = await errorOf(sample().things.call(UPLOAD, { files: [new Uint8Array(1)] }));
    expect(bytes).toBeInstanceOf(UsageError);
    expect((bytes as Error).message).toContain("blob()");
    expect(sent).not.toHaveBeenCalled();
  });

  it("a key for a call needs random numbers, and says where they come from", async () => {
    vi.stubGlobal("crypto", undefined);
    const error = await errorOf(sample().things.call(CREATE, { name: "a" }));
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toContain("react-native-get-random-values");
  });

  it("a redirect that it followed to another origin is an error", async () => {
    vi.stubGlobal("fetch", async () => bodiless(200, "{}", "https://evil.test/v1/things"));
    const error = await errorOf(sample({ maxRetries: 2 }).things.call(GET));
    expect(error).toBeInstanceOf(APIRedirectError);
    expect((error as Error).message).toContain("https://evil.test");
    vi.stubGlobal("fetch", async () => bodiless(200, "{}", "https://api.sample.test/v1/things?b=1"));
    expect(await sample().things.call(GET)).toEqual({});
  });

  it("the body of a raw request is read though the request does not show it", async () => {
    const server = await serve((_, response) => json(response, {}));
    vi.stubGlobal(
      "Request",
      new Proxy(Request, {
        construct: (Real, given) =>
          Object.defineProperty(Reflect.construct(Real, given), "body", { value: undefined }),
      }),
    );
    const raw = createRawClient<Record<string, never>>(sample({ baseURL: server.url })) as unknown as {
      POST(path: string, init: object): Promise<unknown>;
      GET(path: string, init: object): Promise<unknown>;
    };
    await raw.POST("/things", { body: { name: "a" } });
    await raw.GET("/things", {});
    expect(server.seen[0]).toMatchObject({ method: "POST", body: JSON.stringify({ name: "a" }) });
    expect(server.seen[1]).toMatchObject({ method: "GET", body: "" });
  });
});

describe("a fetch whose bodies are Node's streams", () => {
  const nodeStyle = (status: number, headers: Record<string, string>) => async (): Promise<Response> => {
    const body = Readable.from(["{}"]);
    const response = new Response(null, { status, headers });
    Object.defineProperty(response, "url", { value: "" });
    return Object.defineProperty(response, "body", { value: body });
  };

  it("ends a redirect to another origin as one, without trying again", async () => {
    const fetch = nodeStyle(302, { location: "https://elsewhere.test/" });
    const error = await errorOf(sample({ fetch }).things.call(GET));
    expect(error).toBeInstanceOf(APIRedirectError);
    expect(error).toMatchObject({ attempts: 1 });
  });

  it("hands an answer over as it is", async () => {
    const response = await sample({ fetch: nodeStyle(200, {}) })
      .things.call(GET)
      .asResponse();
    expect(response.body).toBeInstanceOf(Readable);
  });
});

it("an answer that tells its address as a path is an answer of the same origin", async () => {
  const fetch = async (): Promise<Response> =>
    Object.defineProperty(new Response('{"a":1}'), "url", { value: "/things" });
  const replaced = vi.fn(fetch);
  vi.stubGlobal("fetch", replaced);
  expect(await sample().things.call(GET)).toEqual({ a: 1 });
  expect(replaced).toHaveBeenCalledTimes(1);
});
