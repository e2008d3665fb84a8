import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { binary } from "../src/bodies/binary.ts";
import { formUrlEncoded } from "../src/bodies/form-url-encoded.ts";
import { jsonAs } from "../src/bodies/json-as.ts";
import { jsonOrForm } from "../src/bodies/json-or-form.ts";
import { multipart } from "../src/bodies/multipart.ts";
import { textBody } from "../src/bodies/text-body.ts";
import { UsageError } from "../src/errors/usage-error.ts";
import type { EncodedBody } from "../src/operation.ts";
import { queryParameter } from "../src/parameters/query.ts";
import { errorOf, sample } from "./support/sample.ts";

interface Received {
  readonly contentType: string | undefined;
  readonly contentLength: string | undefined;
  readonly bytes: Buffer;
}

let server: Server;
let url: string;
const received: Received[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({
      contentType: request.headers["content-type"],
      contentLength: request.headers["content-length"],
      bytes: Buffer.concat(chunks),
    });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

/** Sends a body as the client does, and tells what the server saw. */
async function send({ body, contentType }: EncodedBody): Promise<Received> {
  const opened = typeof body === "function" ? body() : body;
  const init = {
    method: "POST",
    body: opened,
    duplex: "half",
    headers: contentType ? { "content-type": contentType } : {},
  };
  await fetch(url, init as RequestInit);
  return received.at(-1) as Received;
}

/** What a server's own parser makes of it. */
async function sendForm(encoded: EncodedBody): Promise<FormData> {
  const { contentType, bytes } = await send(encoded);
  return new Response(bytes, { headers: { "content-type": contentType ?? "" } }).formData();
}

describe("multipart", () => {
  it.each([[[]], [[undefined]]])("refuses a required list without elements: %j", (files) => {
    const encoder = multipart({ files: ["files"], required: ["files"] });
    expect(() => encoder.encode({ files })).toThrow(
      'Form field "files" is required, and empty: nothing at all would be sent. Give it an element.',
    );
    expect(() => multipart({ files: ["files"] }).encode({ files })).not.toThrow();
    expect(() => encoder.encode({ files: [new Blob(["a"])] })).not.toThrow();
  });

  it("sends files with names and types, objects as JSON, arrays as one part an element", async () => {
    const encoded = multipart().encode({
      name: "Ann é",
      count: 12n,
      isNew: false,
      at: new Date(0),
      left: undefined,
      lookalike: { data: "x", name: "y" },
      settings: { stability: 0.5, at: new Date(0) },
      files: [
        new File(["one"], "1.wav", { type: "audio/wav" }),
        new Blob(["two"]),
        { data: new Blob(["three"]), name: "3.txt", type: "text/plain" },
      ],
      bytes: new Uint8Array([1, 2, 3]).subarray(1),
    });
    expect(encoded.repeatable).toBe(true);
    const form = await sendForm(encoded);
    expect([form.get("name"), form.get("count"), form.get("isNew"), form.get("at")]).toEqual([
      "Ann é",
      "12",
      "false",
      "1970-01-01T00:00:00.000Z",
    ]);
    expect(form.has("left")).toBe(false);
    expect(form.get("settings")).toBe('{"stability":0.5,"at":"1970-01-01T00:00:00.000Z"}');
    expect(form.get("lookalike")).toBe('{"data":"x","name":"y"}');
    const files = form.getAll("files") as File[];
    expect(files.map(({ name, type }) => [name, type])).toEqual([
      ["1.wav", "audio/wav"],
      ["file", "application/octet-stream"],
      ["3.txt", "text/plain"],
    ]);
    expect(await Promise.all(files.map((file) => file.text()))).toEqual(["one", "two", "three"]);
    expect([...new Uint8Array(await (form.get("bytes") as File).arrayBuffer())]).toEqual([2, 3]);
  });

  it("states the length, and a second attempt sends the same bytes", async () => {
    const encoded = multipart().encode({ file: new File(["x".repeat(70_000)], "x") });
    const first = await send(encoded);
    const second = await send(encoded);
    expect(first.contentLength).toBe(String(first.bytes.length));
    expect(second.bytes.equals(first.bytes)).toBe(true);
  });

  it.each<[string, unknown, string | undefined, string]>([
    ["the default of a text: none", "a", undefined, ""],
    ["the default of an object", { a: 1 }, undefined, "application/json"],
    ["the default of a file", new Blob(["a"]), undefined, "application/octet-stream"],
    ["the declared one", "a,b", "text/csv", "text/csv"],
    ["the declared one of a file without a type", new Blob(["a"]), "audio/wav", "audio/wav"],
    [
      "a file's own before the declared one",
      new Blob(["a"], { type: "audio/mpeg" }),
      "audio/wav",
      "audio/mpeg",
    ],
    ["no range", new Blob(["a"]), "image/*", "application/octet-stream"],
    ["no list", new Blob(["a"]), "image/png, image/jpeg", "application/octet-stream"],
  ])("gives a part the media type: %s", async (_, value, declared, want) => {
    const { bytes } = await send(
      multipart({ types: declared ? { part: declared } : {} }).encode({ part: value }),
    );
    expect(/Content-Type: (.*)\r\n/.exec(bytes.toString())?.[1] ?? "").toBe(want);
  });

  it.each([
    ["application/json", '"a\\"b"'],
    ["application/json; charset=utf-8", '"a\\"b"'],
    ["application/vnd.a+json", '"a\\"b"'],
    ["Application/Problem+JSON ;charset=utf-8", '"a\\"b"'],
    ["text/plain", 'a"b'],
    ["text/plain; of=a/json", 'a"b'],
    ["application/jsonl", 'a"b'],
    ["text/plain, application/json", 'a"b'],
  ])("writes a text as JSON where JSON is declared: %s", async (type, want) => {
    const { bytes } = await send(multipart({ types: { part: type } }).encode({ part: 'a"b' }));
    expect(/\r\n\r\n(.*)\r\n--/.exec(bytes.toString())?.[1]).toBe(want);
  });

  it.each([
    'a"; name="other',
    "a\r\nX-Evil: 1\r\n\r\n",
    "a\nb",
    "a\rb",
    "../../etc/passwd",
    "é🙂.wav",
    "a\\b",
  ])("cannot be broken out of by the file name or field name %j", async (name) => {
    const { contentType, bytes } = await send(
      multipart().encode({ [name]: new File(["x"], name), last: "1" }),
    );
    const text = bytes.toString();
    expect(text.match(/^Content-Disposition: /gm)).toHaveLength(2);
    expect(/^Content-Disposition: (.*)$/m.exec(text)?.[1]?.match(/"/g)).toHaveLength(4);
    expect(text).not.toMatch(/^X-Evil/m);
    const form = await new Response(bytes, { headers: { "content-type": contentType ?? "" } }).formData();
    expect([...form.keys()]).toHaveLength(2);
    expect(form.get("last")).toBe("1");
  });

  it("cannot be broken out of by a media type", () => {
    const file = { data: new Blob(["x"]), type: "text/plain\r\nX-Evil: 1" };
    expect(() => multipart().encode({ file })).toThrow(UsageError);
  });

  it.each<[string, () => unknown, boolean]>([
    ["a web stream", () => new Blob(["abc"]).stream(), false],
    ["a Node stream", () => Readable.from([Buffer.from("a"), "bc"]), false],
    ["a named stream", () => ({ data: Readable.from(["abc"]), name: "a.txt" }), false],
    ["a function that opens a stream", () => ({ data: () => Readable.from(["abc"]), name: "a.txt" }), true],
    ["a function that makes a Blob", () => ({ data: () => new Blob(["abc"]), name: "a.txt" }), true],
  ])("sends %s, and knows whether it can do so again", async (_, make, repeatable) => {
    const encoded = multipart().encode({ before: "1", file: make(), after: { a: 1 } });
    expect(encoded.repeatable).toBe(repeatable);
    for (let attempt = 0; attempt < (repeatable ? 2 : 1); attempt++) {
      const form = await sendForm(encoded);
      expect(await (form.get("file") as File).text()).toBe("abc");
      expect([form.get("before"), form.get("after")]).toEqual(["1", '{"a":1}']);
    }
  });

  it("leaves a FormData to fetch", async () => {
    const form = new FormData();
    form.set("a", "1");
    const encoded = multipart().encode(form);
    expect(encoded).toMatchObject({ contentType: undefined, repeatable: true });
    expect((await send(encoded)).contentType).toMatch(/^multipart\/form-data; boundary=/);
  });

  it.each<[string, unknown]>([
    ["null", null],
    ["a function", () => 1],
    ["a symbol", Symbol("a")],
    ["NaN", Number.NaN],
    ["a Map", new Map()],
    ["a Promise", Promise.resolve("a")],
    ["null in an array", ["a", null]],
    [
      "a cycle",
      (() => {
        const a: Record<string, unknown> = {};
        a.a = a;
        return a;
      })(),
    ],
  ])("refuses %s, naming the field", (_, value) => {
    expect(() => multipart().encode({ part: value })).toThrow(UsageError);
    expect(() => multipart().encode({ part: value })).toThrow('Form field "part"');
  });

  it("comes back as it was", async () => {
    const text = fc.string({ unit: "grapheme" });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string({ unit: fc.constantFrom("a", "é", ";", "=", " ", "-") }), text),
        async (fields) => {
          const { body, contentType } = multipart().encode(fields);
          const headers = { "content-type": contentType ?? "" };
          const form = await new Response((body as () => Blob)(), { headers }).formData();
          expect(Object.fromEntries(form)).toEqual({ ...fields });
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("formUrlEncoded", () => {
  it.each<[string, unknown, string]>([
    ["fields", { a: 1, b: "x y&z=é", c: undefined, d: null }, "a=1&b=x%20y%26z%3D%C3%A9&d="],
    ["arrays", { a: [1, 2] }, "a=1&a=2"],
    ["nothing", {}, ""],
    ["an object", { a: { b: { c: [1] } } }, "a=%7B%22b%22%3A%7B%22c%22%3A%5B1%5D%7D%7D"],
    ["an object without members", { a: {}, b: 1 }, "a=%7B%7D&b=1"],
    [
      "objects and lists in a list",
      { a: [{ b: 1n }, ["c"], undefined, 2] },
      "a=%7B%22b%22%3A1%7D&a=%5B%22c%22%5D&a=2",
    ],
    [
      "a Date",
      { a: new Date(0), b: [new Date(0)] },
      "a=1970-01-01T00%3A00%3A00.000Z&b=1970-01-01T00%3A00%3A00.000Z",
    ],
  ])("writes %s", async (_, value, want) => {
    const sent = await send(formUrlEncoded().encode(value));
    expect(sent.bytes.toString()).toBe(want);
    expect(sent.contentType).toBe("application/x-www-form-urlencoded");
  });

  it("follows the styles of its fields", () => {
    const encoder = formUrlEncoded({
      fields: [
        queryParameter({ name: "filter", style: "deepObject" }),
        queryParameter({ name: "json", content: "application/json" }),
      ],
    });
    expect(encoder.encode({ filter: { a: 1 }, json: { b: 2 } }).body).toBe(
      "filter%5Ba%5D=1&json=%7B%22b%22%3A2%7D",
    );
  });

  it("refuses what a form cannot express, naming the field", () => {
    expect(() => formUrlEncoded().encode({ a: new Map() })).toThrow(
      'Form field "a" is an object of type Map',
    );
    expect(() => formUrlEncoded().encode({ a: { b: new Map() } })).toThrow(
      'Form field "a" at /b is an object',
    );
    const styled = formUrlEncoded({ fields: [queryParameter({ name: "a" })] });
    expect(() => styled.encode({ a: { b: {} } })).toThrow('Form field "a".b is an object');
  });

  it("refuses an empty list where one is required", () => {
    const encoder = formUrlEncoded({ required: ["a"] });
    expect(() => encoder.encode({ a: [] })).toThrow('Form field "a" is required, and empty');
    expect(() => encoder.encode({ a: [undefined] })).toThrow('Form field "a" is required, and empty');
    expect(encoder.encode({ a: {} }).body).toBe("a=%7B%7D");
    expect(encoder.encode({}).body).toBe("");
  });
});

describe("textBody", () => {
  it("sends a text with its charset", async () => {
    const sent = await send(textBody("text/csv").encode("é,b\n"));
    expect(sent.bytes.toString()).toBe("é,b\n");
    expect(sent.contentType).toBe("text/csv; charset=utf-8");
  });

  it.each([null, {}, undefined, ["a"]])("refuses %j", (value) => {
    expect(() => textBody("text/plain").encode(value)).toThrow(UsageError);
  });
});

describe("binary", () => {
  it.each<[string, () => unknown, string, string, boolean]>([
    ["a Blob", () => new Blob(["abc"]), "audio/wav", "audio/wav", true],
    [
      "a Blob with a type of its own",
      () => new Blob(["abc"], { type: "audio/mpeg" }),
      "audio/*",
      "audio/mpeg",
      true,
    ],
    ["a Blob without one, by a range", () => new Blob(["abc"]), "*/*", "application/octet-stream", true],
    [
      "a Blob's type where the document is generic",
      () => new Blob(["abc"], { type: "image/png" }),
      "application/octet-stream",
      "image/png",
      true,
    ],
    [
      "the document's type where it is exact",
      () => new Blob(["abc"], { type: "image/png" }),
      "image/jpeg",
      "image/jpeg",
      true,
    ],
    ["an ArrayBuffer", () => new TextEncoder().encode("abc").buffer, "audio/wav", "audio/wav", true],
    [
      "a part of a buffer",
      () => new TextEncoder().encode("xabcx").subarray(1, 4),
      "audio/wav",
      "audio/wav",
      true,
    ],
    ["a web stream", () => new Blob(["abc"]).stream(), "audio/wav", "audio/wav", false],
    ["a Node stream", () => Readable.from([Buffer.from("abc")]), "audio/wav", "audio/wav", false],
    [
      "a function that opens a stream",
      () => ({ data: () => Readable.from(["abc"]) }),
      "audio/wav",
      "audio/wav",
      true,
    ],
  ])("sends %s", async (_, make, mediaType, contentType, repeatable) => {
    const encoded = binary(mediaType).encode(make());
    expect(encoded.repeatable).toBe(repeatable);
    const sent = await send(encoded);
    expect([sent.bytes.toString(), sent.contentType]).toEqual(["abc", contentType]);
  });

  it.each([null, undefined, "text", 1, {}, { data: 1 }, []])("refuses %j", (value) => {
    expect(() => binary("audio/wav").encode(value)).toThrow(UsageError);
  });

  it("closes a Node stream when sending is given up", async () => {
    const source = Readable.from(["a", "b"]);
    const { body } = binary("audio/wav").encode(source);
    const reader = (body as () => ReadableStream)().getReader();
    await reader.read();
    await reader.cancel();
    expect(source.destroyed).toBe(true);
  });
});

describe("JSON under another media type", () => {
  it.each([
    [
      "a patch, null included",
      jsonAs("application/merge-patch+json"),
      { a: null, b: undefined },
      '{"a":null}',
    ],
    [
      "a list of steps",
      jsonAs("application/json-patch+json", { in: "body" }),
      [{ op: "add" }],
      '[{"op":"add"}]',
    ],
  ] as const)("%s", async (_name, encoder, value, want) => {
    const { contentType, bytes } = await send(encoder.encode(value));
    expect([contentType, bytes.toString()]).toEqual([
      encoder.in === "body" ? "application/json-patch+json" : "application/merge-patch+json",
      want,
    ]);
  });

  it("is refused where it is not JSON", () => {
    expect(() => jsonAs("application/vnd.a+json").encode({ a: Number.NaN })).toThrow(UsageError);
  });
});

describe("JSON or a form", () => {
  const file = new File(["x"], "x.bin", { type: "image/png" });
  const form = new FormData();
  form.set("file", file);

  it.each<[name: string, value: unknown, type: string, text: RegExp]>([
    [
      "no file",
      { file: "text", meta: { a: [1] } },
      "application/json",
      /^\{"file":"text","meta":\{"a":\[1\]\}\}$/,
    ],
    ["a null, which a form cannot express", { file: null }, "application/json", /^\{"file":null\}$/],
    [
      "a file",
      { file, meta: { a: [1] } },
      "multipart/form-data",
      /name="file"; filename="x.bin"[\s\S]*\{"a":\[1\]\}/,
    ],
    [
      "a file in a list",
      { files: ["a", file] },
      "multipart/form-data",
      /name="files"\r\n\r\na\r\n[\s\S]*image\/png/,
    ],
    [
      "a named stream",
      { file: { data: Readable.from(["y"]), name: "y" } },
      "multipart/form-data",
      /filename="y"/,
    ],
    ["a FormData", form, "multipart/form-data", /filename="x.bin"/],
  ])("%s", async (_name, value, type, text) => {
    const { contentType, bytes } = await send(jsonOrForm().encode(value));
    expect(contentType?.split(";")[0]).toBe(type);
    expect(bytes.toString()).toMatch(text);
  });

  it("is refused where it is neither", () => {
    expect(() => jsonOrForm().encode({ a: Number.NaN })).toThrow(UsageError);
    expect(() => jsonOrForm().encode({ file, a: null })).toThrow(UsageError);
  });
});

describe("an upload that cannot be opened", () => {
  it("is a fault of the caller's, which is not sent again", async () => {
    let opened = 0;
    const data = (): never => {
      opened += 1;
      throw new Error("no such file");
    };
    const operation = {
      id: "things.put",
      method: "PUT",
      path: "/things",
      body: binary("audio/wav"),
    } as const;
    const error = await errorOf(
      sample({ baseURL: "http://127.0.0.1:9" }).things.call(operation, { body: { data } }),
    );
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toMatch(/no such file/);
    expect(opened).toBe(1);
  });

  it("is refused where `data` is undefined, and no JSON", () => {
    expect(() => multipart().encode({ file: { data: undefined, name: "a.wav" } })).toThrow(UsageError);
  });
});
