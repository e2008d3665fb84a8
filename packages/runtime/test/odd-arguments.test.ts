import vm from "node:vm";
import { describe, expect, it } from "vitest";
import {
  binary,
  formUrlEncoded,
  multipart,
  type Operation,
  queryParameter,
  textBody,
  UsageError,
} from "../src/client.ts";
import { errorOf, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

const operation = (rest: Partial<Operation>): Operation => ({
  id: "things.create",
  method: "POST",
  path: "/things",
  bodyRequired: true,
  ...rest,
});

const JSON_FIELDS = operation({ body: "fields", query: ["dry"] });
const MULTIPART = operation({ body: multipart({ files: ["file", "images"] }), query: ["dry"] });
const FORM = operation({ body: formUrlEncoded({ fields: [queryParameter({ name: "tags" })] }) });

class Secretive {
  #name = "x";
  get name(): string {
    return this.#name;
  }
}

/** A FormData as libraries make it: not the platform's, but one by its tag. */
class LibraryForm {
  readonly #entries: [string, unknown][];
  constructor(...entries: [string, unknown][]) {
    this.#entries = entries;
  }
  get [Symbol.toStringTag](): string {
    return "FormData";
  }
  entries(): Iterable<[string, unknown]> {
    return this.#entries;
  }
}

/** A Blob as libraries and other realms make it. */
class LibraryBlob {
  readonly type = "text/plain";
  readonly name = "a.txt";
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  get [Symbol.toStringTag](): string {
    return "File";
  }
  async arrayBuffer(): Promise<ArrayBuffer> {
    return new TextEncoder().encode(this.#text).buffer as ArrayBuffer;
  }
}

async function sent(of: Operation, params: unknown) {
  const server = await serve((_, response) => json(response, {}));
  const result = await errorOf(sample({ baseURL: server.url }).things.call(of, params as object)).catch(
    () => undefined,
  );
  return { seen: server.seen, error: result as Error | undefined };
}

const form = (): FormData => {
  const one = new FormData();
  one.append("file", new Blob(["hello"]), "a.txt");
  return one;
};

describe("params that are not a plain object", () => {
  it.each<[string, unknown, string]>([
    ["a FormData", form(), "an object of type FormData"],
    ["URLSearchParams", new URLSearchParams("a=1"), "an object of type URLSearchParams"],
    ["a Map", new Map([["a", 1]]), "an object of type Map"],
    ["a Map of another realm", vm.runInNewContext("new Map([['a', 1]])"), "an object of type Map"],
    ["a Set", new Set(["a"]), "an object of type Set"],
    ["Headers", new Headers({ a: "1" }), "an object of type Headers"],
    ["an array", [{ a: 1 }], "an array"],
    ["a Date", new Date(0), "an object of type Date"],
    ["a URL", new URL("https://a.example"), "an object of type URL"],
    ["a string", "a", "a string"],
    ["an empty string", "", "an empty string"],
    ["a boxed string", Object("abc"), "an object of type String"],
    ["a number", 7, "7"],
    ["null", null, "null"],
    ["false", false, "a boolean"],
    ["a function", () => ({}), "a function"],
    ["a Blob", new Blob(["a"]), "an object of type Blob"],
    ["bytes", new Uint8Array(2), "an object of type Uint8Array"],
    ["an error", new Error("a"), "an object of type Error"],
    ["a Promise", Promise.resolve({ a: 1 }), "a Promise"],
    ["a generator", (function* () {})(), "an object of type Generator"],
    ["an instance that shows nothing", new Secretive(), "an instance of a class without fields of its own"],
    ["an object that has what it inherits", Object.create({ a: 1 }), "an instance of a class"],
  ])("refuses %s in words, and sends nothing", async (_, params, named) => {
    for (const of of [JSON_FIELDS, operation({ query: ["a"], method: "GET" })]) {
      const { seen, error } = await sent(of, params);
      expect(error).toBeInstanceOf(UsageError);
      expect(error?.message).toContain(`params of things.create is ${named}`);
      expect(error?.message).toContain("a plain object with the fields is expected");
      expect(seen).toEqual([]);
    }
  });

  it.each<[string, unknown, unknown]>([
    ["an object without a prototype", Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    ["an object of another realm", vm.runInNewContext("({ a: 1 })"), { a: 1 }],
    [
      "an instance with fields",
      new (class {
        a = 1;
      })(),
      { a: 1 },
    ],
    ["an object that speaks for itself", { toJSON: () => ({ a: 1 }) }, { a: 1 }],
    ["a frozen object", Object.freeze({ a: 1 }), { a: 1 }],
    ["a proxy", new Proxy({ a: 1 }, {}), { a: 1 }],
    ["no fields at all", {}, {}],
  ])("sends %s", async (_, params, want) => {
    const { seen } = await sent(JSON_FIELDS, params);
    expect(JSON.parse(String(seen[0]?.body))).toEqual(want);
  });

  it("says where a body that is not an object goes", async () => {
    for (const body of ["body", binary("*/*"), textBody("text/csv")] as const) {
      const { error, seen } = await sent(operation({ body }), new Blob(["a"]));
      expect(error?.message).toContain("A body is given as `body`: `{ body: … }`.");
      expect(seen).toEqual([]);
    }
  });
});

describe("a form as it is", () => {
  it("takes a FormData for the whole body of a form of parts", async () => {
    for (const of of [MULTIPART, operation({ body: multipart({ in: "body" }) })]) {
      const params = of === MULTIPART ? form() : { body: form() };
      const { seen } = await sent(of, params);
      expect(seen[0]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
      expect(seen[0]?.body).toContain('name="file"; filename="a.txt"');
    }
  });

  it("takes URLSearchParams for the whole body of a form of pairs", async () => {
    const { seen } = await sent(
      FORM,
      new URLSearchParams([
        ["a", "1"],
        ["a", "2 3"],
      ]),
    );
    expect(seen[0]).toMatchObject({
      body: "a=1&a=2+3",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    const inBody = await sent(operation({ body: formUrlEncoded({ in: "body" }) }), {
      body: new URLSearchParams("b=1"),
    });
    expect(inBody.seen[0]?.body).toBe("b=1");
  });

  it.each<[string, Operation, unknown]>([
    ["a FormData for pairs", FORM, form()],
    ["URLSearchParams for parts", MULTIPART, new URLSearchParams("a=1")],
    ["a Map for parts", operation({ body: multipart({ in: "body" }) }), { body: new Map([["a", 1]]) }],
    ["a text for parts", operation({ body: multipart({ in: "body" }) }), { body: "abc" }],
    ["a Map for pairs", operation({ body: formUrlEncoded({ in: "body" }) }), { body: new Map([["a", 1]]) }],
    ["a list for pairs", operation({ body: formUrlEncoded({ in: "body" }) }), { body: ["a"] }],
  ])("refuses %s", async (_, of, params) => {
    const { seen, error } = await sent(of, params);
    expect(error?.message).toContain("a plain object with the fields is expected");
    expect(seen).toEqual([]);
  });
});

describe("a field that holds a file", () => {
  it.each<[string, unknown, string]>([
    ["a path", "call.wav", "openAsBlob(path)"],
    ["base64", "aGVsbG8=", 'Buffer.from(text, "base64")'],
    ["React Native's description", { uri: "file:///a.wav", name: "a.wav", type: "audio/wav" }, "fetch(uri)"],
    ["an object", { a: 1 }, "a Blob, File, bytes, a stream or { data, name } is expected"],
    ["a text as data", { data: "hello", name: "a.txt" }, ".data is a string; a Blob"],
    ["a number", 7, "is expected"],
    ["null", null, "is expected"],
  ])("refuses %s", async (_, file, hint) => {
    for (const params of [{ file }, { images: [new Blob(["x"]), file] }]) {
      const { seen, error } = await sent(MULTIPART, params);
      expect(error).toBeInstanceOf(UsageError);
      expect(error?.message).toContain("Form field");
      expect(error?.message).toContain(hint);
      expect(seen).toEqual([]);
    }
    if (typeof file === "number") return;
    const alone = await sent(operation({ body: binary("audio/wav") }), { body: file });
    expect(alone.error?.message ?? "").toContain(hint);
  });

  it("writes a Blob of a library or another realm, and never its name", async () => {
    const file = new LibraryBlob("hello");
    for (const [of, params] of [
      [MULTIPART, { file }],
      [MULTIPART, { images: [file, new Blob(["x"])] }],
      [MULTIPART, new LibraryForm(["file", file], ["text", "abc"])],
      [operation({ body: binary("text/plain") }), { body: file }],
    ] as const) {
      const { seen } = await sent(of, params);
      expect(seen[0]?.body).toContain("hello");
      expect(seen[0]?.body).not.toContain("[object");
    }
  });
});

describe("bodies of routes that no document knows", () => {
  const post = async (body: unknown) => {
    const server = await serve((_, response) => json(response, {}));
    const error = await errorOf(sample({ baseURL: server.url }).post("/things", { body })).catch(
      () => undefined,
    );
    return { request: server.seen[0], error };
  };

  it("writes the FormData of a library anew", async () => {
    const { request } = await post(new LibraryForm(["a", "1"], ["file", new File(["hello"], "a.txt")]));
    expect(request?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(request?.body).toMatch(/name="a"\r\n\r\n1\r\n.*filename="a.txt".*hello/s);
  });

  it.each<[string, unknown]>([
    ["with a file of its own", new LibraryForm(["file", new LibraryBlob("hello")])],
    ["that shows no entries", { [Symbol.toStringTag]: "FormData" }],
  ])("refuses a FormData of a library %s", async (_, body) => {
    const { request, error } = await post(body);
    expect((error as Error).message).toContain("is a FormData of another library or realm");
    expect(request).toBeUndefined();
  });

  it.each<[string, () => unknown, string]>([
    ["a Blob of a library", () => new LibraryBlob("hello"), "hello"],
    ["bytes of another realm", () => vm.runInNewContext("new Uint8Array([104, 105])"), "hi"],
    ["a view that is not a Uint8Array", () => new DataView(new TextEncoder().encode("hi").buffer), "hi"],
    [
      "an iterable stream",
      () =>
        (async function* () {
          yield "hello";
        })(),
      "hello",
    ],
    ["URLSearchParams", () => new URLSearchParams("a=1"), "a=1"],
    ["what has a member data", () => ({ data: "x", name: "y" }), '{"data":"x","name":"y"}'],
  ])("sends %s", async (_, body, want) => {
    expect((await post(body())).request?.body).toBe(want);
  });
});
