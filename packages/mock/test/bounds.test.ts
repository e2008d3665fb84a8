import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mock, startMock } from "../src/index.ts";
import { dial, raw, readAnswer, request } from "./raw.ts";

const HOSTILE = fileURLToPath(new URL("fixtures/hostile/", import.meta.url));

let mock: Mock;
beforeAll(async () => {
  mock = await startMock(HOSTILE, { maxBodyBytes: 1_000_000, allowedHosts: ["mock.internal"] });
});
afterAll(() => mock.close());

const JSON_TYPE = { "content-type": "application/json" };
const FORM = { "content-type": "application/x-www-form-urlencoded" };
const multipart = (boundary: string): Record<string, string> => ({
  "content-type": `multipart/form-data; boundary=${boundary}`,
});
const parts = (count: number): string =>
  `${'--b\r\ncontent-disposition: form-data; name="f"\r\n\r\n1\r\n'.repeat(count)}--b--\r\n`;

describe("a request that cannot be read is refused in words", () => {
  it.each<[name: string, sent: string, status: number, said: RegExp]>([
    ["a path that is not UTF-8", request("GET /%ff"), 400, /path is not percent-encoded UTF-8/],
    ["half of an escape", request("GET /form/%"), 400, /path is not percent-encoded UTF-8/],
    ["an overlong escape", request("GET /%c0%af"), 400, /path is not percent-encoded UTF-8/],
    [
      "a content type of marks",
      request("POST /json", { "content-type": ";;;/\\" }, "{}"),
      400,
      /not a media type/,
    ],
    [
      "half of a content type",
      request("POST /json", { "content-type": "json" }, "{}"),
      400,
      /not a media type/,
    ],
    ["two content types", request("POST /json", { "content-type": "a/b/c" }, "{}"), 400, /not a media type/],
    ["a long boundary", request("POST /form", multipart("b".repeat(71)), "x"), 400, /at most 70 characters/],
    [
      "deep lists",
      request("POST /json", JSON_TYPE, "[".repeat(100_000)),
      400,
      /more than 256 lists and objects/,
    ],
    [
      "deep objects",
      request("POST /json", JSON_TYPE, '{"a":'.repeat(300)),
      400,
      /more than 256 lists and objects/,
    ],
    [
      "deep JSON in a part",
      request(
        "POST /form",
        multipart("b"),
        `--b\r\ncontent-disposition: form-data; name="meta"\r\ncontent-type: application/json\r\n\r\n${"[".repeat(5000)}\r\n--b--\r\n`,
      ),
      400,
      /more than 256 lists and objects/,
    ],
    [
      "a large body",
      request("POST /json", JSON_TYPE, `"${"x".repeat(1_000_000)}"`),
      413,
      /more than 1000000 bytes/,
    ],
    [
      "a large body in chunks",
      request("POST /json", { ...JSON_TYPE, "transfer-encoding": "chunked" }) +
        `${(1_100_000).toString(16)}\r\n${"x".repeat(1_100_000)}\r\n0\r\n\r\n`,
      413,
      /more than 1000000 bytes/,
    ],
    ["many parts", request("POST /form", multipart("b"), parts(10_001)), 413, /more than 10000 parts/],
    [
      "a part with long header fields",
      request("POST /form", multipart("b"), `--b\r\nx: ${"y".repeat(20_000)}\r\n\r\n1\r\n--b--\r\n`),
      400,
      /more than 16384 bytes of header fields/,
    ],
    [
      "a code that is not a status",
      request("POST /json", { prefer: "code=abc" }),
      400,
      /asks for a code that is not/,
    ],
    ["a negative code", request("POST /json", { prefer: "code=-1" }), 400, /asks for a code that is not/],
  ])("%s", async (_, sent, status, said) => {
    const before = mock.requests.length;
    const answer = await raw(mock, sent);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatch(said);
    expect(answer.head + answer.body).not.toMatch(/\.[jt]s:\d|node:internal|at async/);
    expect(mock.requests).toHaveLength(before + 1);
    expect(mock.requests.at(-1)).toMatchObject({
      violations: [{ by: "trunkline", in: "request" }],
      answer: { status },
    });
  });

  it.each<[name: string, sent: string]>([
    ["a query of a megabyte", request(`GET /search?tag=${"x".repeat(1_000_000)}`)],
    ["a header of a megabyte", request("GET /search", { accept: "a/b,".repeat(250_000) })],
    ["a cookie of 20 kB", request("GET /search", { cookie: "a=b;".repeat(5000) })],
  ])("%s, by the server itself", async (_, sent) => {
    expect((await raw(mock, sent)).status).toBe(431);
  });

  it("answers before the end of a body that does not end", async () => {
    const socket = dial(mock);
    const answered = readAnswer(socket);
    socket.write(request("POST /json", { ...JSON_TYPE, "content-length": "1000000000" }));
    const timer = setInterval(() => socket.write("x".repeat(100_000)), 1);
    const answer = await answered;
    clearInterval(timer);
    expect(answer.status === 413 || Number.isNaN(answer.status)).toBe(true);
    expect(mock.requests.at(-1)?.answer?.status).toBe(413);
  });
});

describe("what a hostile request may still say", () => {
  it.each<[name: string, sent: string, status: number]>([
    ["a form that repeats a field", request("POST /form", FORM, "f=1&".repeat(100_000)), 204],
    ["a form with as many fields as it has bytes", request("POST /form", FORM, "&".repeat(100_000)), 204],
    [
      "a form with many unknown fields",
      request("POST /form", FORM, Array.from({ length: 50_000 }, (_, i) => `u${i}=1`).join("&")),
      422,
    ],
    ["a form of one unknown field", request("POST /form", FORM, "u=1&".repeat(200_000)), 422],
    ["many parts", request("POST /form", multipart("b"), parts(10_000)), 204],
    ["a form for any type", request("POST /any", FORM, "f=1&%ff=%ff&".repeat(20_000)), 204],
    [
      "many unknown members",
      request("POST /json", JSON_TYPE, `{"list":[${'{"u":1},'.repeat(5_000)}{}]}`),
      422,
    ],
    ["odd names", request("POST /any", JSON_TYPE, '{"__proto__":{"x":1},"constructor":1}'), 204],
    ["a header of the prototype's name", request("GET /search", { constructor: "x", __proto__: "y" }), 204],
  ])("%s", async (_, sent, status) => {
    expect((await raw(mock, sent)).status).toBe(status);
  });
});

const wrong = (route: string, value: unknown): string =>
  request(`POST /wrong/${route}`, JSON_TYPE, JSON.stringify(value));
it.each<[name: string, items: number, wanted: string]>([
  ["a few items", 3, "(items ## 0 and 3 are identical)"],
  ["very many items", 20_000, "(items ## 0 and 20000 are identical)"],
])("tells which of %s are equal", async (_, count, wanted) => {
  const unique: object[] = Array.from({ length: count }, (_one, a) => ({ a, b: [{ c: 1, d: 2 }] }));
  expect((await raw(mock, wrong("lists", { unique }))).status).toBe(204);
  unique.push({ b: [{ d: 2, c: 1 }], a: 0 });
  expect((await raw(mock, wrong("lists", { unique }))).status).toBe(422);
  const [found] = mock.requests.at(-1)?.violations ?? [];
  expect(found).toMatchObject({ location: ["body", "unique"], keyword: "uniqueItems" });
  expect(found?.message).toContain(wanted);
});
const members = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`u${index}`, "a"]));

describe("of very many faults the first are told, and how many more there are", () => {
  it.each<[name: string, sent: string, told: number, last: RegExp]>([
    ["as many as are told", wrong("items", Array(1000).fill("a")), 1000, /must be integer$/],
    ["one more", wrong("items", Array(1001).fill("a")), 1000, /must be integer \(1 more are not told\.\)$/],
    ["some thousands", wrong("items", Array(15_000).fill("a")), 1000, /\(14000 more are not told\.\)$/],
    ["in a large list", wrong("items", Array(100_000).fill("a")), 1, /must be integer \(the first fault: /],
    ["in a large list of objects", wrong("nodes", Array(90_000).fill({ id: "a" })), 1, /\(the first fault: /],
    ["of alternatives", wrong("alternatives", Array(60_000).fill("a")), 4, /anyOf \(the first fault: /],
    ["wrong members", wrong("members", { a: members(60_000) }), 1, /must be integer \(the first fault: /],
    [
      "beneath a long name",
      wrong("names", { ["a".repeat(200_000)]: members(20_000) }),
      6,
      /not declared for POST \/wrong\/names\. \(19995 more are not told\.\)$/,
    ],
    [
      "unknown members",
      request("POST /json", JSON_TYPE, JSON.stringify({ list: Array(5000).fill({ u: 1 }) })),
      2000,
      /must NOT have additional properties; found 'u' \(4000 more are not told\.\)$/,
    ],
    [
      "unknown fields of a form",
      request("POST /form", FORM, Array.from({ length: 5000 }, (_, i) => `u${i}=1`).join("&")),
      1000,
      /\(4000 more are not told\.\)$/,
    ],
  ])("%s", async (_, sent, told, last) => {
    const answer = await raw(mock, sent);
    expect(answer.status).toBe(422);
    expect(answer.body.length).toBeLessThan(6_000_000);
    const { violations } = mock.requests.at(-1) ?? {};
    expect(violations).toHaveLength(told);
    expect(violations?.map(({ message }) => message).filter((message) => last.test(message))).not.toEqual([]);
  });

  it("a large value without a fault is not a fault", async () => {
    const answer = await raw(mock, wrong("nodes", Array(25_000).fill({ id: 1, next: { id: 2 } })));
    expect(answer.status).toBe(204);
    expect(mock.requests.at(-1)?.violations).toEqual([]);
  });

  it("in the answer too", async () => {
    const answer = await raw(mock, wrong("items", Array(100_000).fill("a")));
    expect(JSON.parse(answer.body)).toMatchObject({ status: 422, validation: [{ location: ["body", "0"] }] });
  });
});

describe("segments are split by hand", () => {
  it.each<[path: string, status: number]>([
    ["/m/abcdefx/z", 204],
    ["/m/abcdef/z", 404],
    ["/m/abcdex/z", 404],
    ["/m/abcdexx/z", 204],
    [`/m/${"a".repeat(8000)}/z`, 404],
    [`/m/${"a".repeat(8000)}x/z`, 204],
    [`/m/${"x".repeat(8000)}/y`, 404],
    ["/files/ab.json", 204],
    ["/files/a,b.json", 204],
    ["/label/.a", 204],
    ["/label/a", 422],
    ["/list/1", 200],
    ["/list/1,2", 200],
    ["/list/1%2C2", 200],
    ["/list/1,b", 422],
    ["/files/ab.tar.gz", 204],
    ["/files/a.json", 422],
    ["/files/ab.yaml", 422],
    ["/files/.json", 404],
    ["/files/ab", 404],
    ["/caf%C3%A9/7", 204],
    ["/caf%c3%a9/7", 204],
    ["/caf%C3%A9/x", 422],
    ["/cafe/7", 404],
  ])("%s", async (path, status) => {
    expect((await raw(mock, request(`GET ${path}`))).status).toBe(status);
  });
});

describe("the host of a request", () => {
  it.each<[host: string, isLetIn: boolean]>([
    ["127.0.0.1", true],
    ["127.0.0.1:4010", true],
    ["127.1.2.3", true],
    ["localhost", true],
    ["LOCALHOST:80", true],
    ["localhost.", true],
    ["app.localhost:1", true],
    ["[::1]:80", true],
    ["mock.internal", true],
    ["mock.internal:4010", true],
    ["evil.example", false],
    ["evil.example:4010", false],
    ["127.0.0.1.evil.example", false],
    ["localhost.evil.example", false],
    ["evil-localhost", false],
    ["sub.mock.internal", false],
    ["127.0.0.1@evil.example", false],
    ["evil.example/127.0.0.1", false],
    ["10.0.0.1", false],
    ["[::2]", false],
    ["[::1].evil.example", false],
    ["", false],
    [`${"a.".repeat(5000)}example`, false],
  ])("%s", async (host, isLetIn) => {
    const before = mock.requests.length;
    const answer = await raw(mock, request("GET /search", { host }));
    expect(answer.status).toBe(isLetIn ? 204 : 403);
    expect(mock.requests).toHaveLength(before + (isLetIn ? 1 : 0));
    if (!isLetIn) expect(answer.body).toContain("allowedHosts");
  });

  it.each(["http://mock.internal", "mock.internal:80", "", "*", "a b"])(
    "cannot be allowed as %j",
    async (host) => {
      await expect(startMock(HOSTILE, { allowedHosts: [host] })).rejects.toThrow(/An allowed host is a name/);
    },
  );
});

it.each([
  "application/json",
  "json",
  "*/*",
  "text/html, */*;q=0.1",
  "application/*",
  ";;;/\\",
  ",,,",
  "application/json; charset",
  'application/json; a="b, c"',
  "text/html",
  "image/png;;;",
])("answers JSON to an accept of %s", async (accept) => {
  expect((await raw(mock, request("GET /list/1", { accept }))).status).toBe(200);
});

it("remembers as many requests as it was told", async () => {
  await using short = await startMock(HOSTILE, { remember: 2 });
  for (const tag of ["a", "b", "c"]) await raw(short, request(`GET /search?tag=${tag}`));
  expect(short.requests.map((one) => one.target)).toEqual(["/search?tag=b", "/search?tag=c"]);
});

it.each([{ maxBodyBytes: -1 }, { maxBodyBytes: Number.NaN }, { remember: 0.5 }])(
  "refuses the option %o",
  async (options) => {
    await expect(startMock(HOSTILE, options)).rejects.toThrow(/is a whole number from 0/);
  },
);
