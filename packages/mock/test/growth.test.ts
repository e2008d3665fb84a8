import type { IncomingMessage } from "node:http";
import { fileURLToPath } from "node:url";
import type { JsonObject, JsonValue } from "@trunkline/document";
import {
  bulkAnswer,
  choosePage,
  createRouter,
  type DocumentOperation,
  headerParameters,
  judgedBody,
  matchSegment,
  mediaTypeOf,
  type PageRequest,
  pageOfItems,
  paginationsOf,
  parseJson,
  parseMultipart,
  parsePairs,
  preferHeader,
  problem,
  type Question,
  Refusal,
  readBody,
  readOperations,
  segmentTemplate,
  shown,
} from "@trunkline/document/mock";
import { beforeAll, describe, expect, it } from "vitest";
import { growthBetween, MOST, TIMES } from "../../house/growth/measure.ts";
import { watchWalks } from "../../house/growth/scans.ts";
import { createOriginCheck } from "../src/cors.ts";
import { readWebhook } from "../src/deliver/webhook.ts";
import { openDocument } from "../src/document/open.ts";
import { readHead } from "../src/head.ts";
import { createHostCheck, isLoopbackOrigin } from "../src/hosts.ts";
import { isTooBranched } from "../src/judge/branching.ts";
import { bundledResources } from "../src/judge/bundled-resources.ts";
import { createJudge, type Judge } from "../src/judge/judge.ts";
import { answering, type Resource, withJudgedSecurity, withOwnAnswers } from "../src/judge/prism-resource.ts";

let uncalled: () => Promise<readonly string[]>;
beforeAll(async () => {
  const folders = ["../src/", "../../document/src/mock/"].map((path) => new URL(path, import.meta.url));
  uncalled = await watchWalks(...folders);
});

const LENGTH = 20_000;

async function expectLinear(given: (length: number) => () => unknown, length = LENGTH): Promise<void> {
  const [few, many] = [safely(given(length)), safely(given(length * TIMES))];
  expect(await growthBetween(few, many)).toBeLessThanOrEqual(MOST);
}

/** A text of about this length. */
function filled(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

const safely =
  (read: () => unknown): (() => Promise<unknown>) =>
  async () => {
    try {
      return await read();
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  };

const isOurHost = createHostCheck(["mock.internal"]);
const SIX = segmentTemplate("{a}{b}{c}{d}{e}{f}x");
const GLOB = segmentTemplate("a{a}x{b}xy{c}x{d}y");
const route = createRouter(
  readOperations(openDocument(fileURLToPath(new URL("fixtures/hostile/openapi.yaml", import.meta.url)))),
  () => false,
);

/** Everything that reads a text of a stranger's, and texts that others of its kind are slow for. */
const READERS: readonly [name: string, read: (text: string) => unknown, pieces: readonly string[]][] = [
  ["pairs of a query or a form", parsePairs, ["a=1&", "&", "=", "+", "%ff", "%", "a%2", "%41"]],
  ["a content type", mediaTypeOf, ["a/b;", ";", "/", " ", "a", "+", "a/"]],
  [
    "parameters of a field",
    headerParameters,
    [";", ";a", "=", ";=", ';a="', ';a="\\"', "; ", ';a=";', '\\"', ";a=b"],
  ],
  [
    "a disposition",
    (text) => headerParameters(`form-data; name="${text}`),
    ['\\"', ';name="\\"', "\\", '"', ' ; name="'],
  ],
  ["JSON", (text) => parseJson(`[${text}1]`, []), ["1,", '"\\"",', "[],", '"', "\\", "[", '{"a":1},']],
  [
    "parts",
    (text) => parseMultipart(Buffer.from(text), "b"),
    ["\r\n--", "\r\n--b", "--b\r\n", "\r\n\r\n", "b", "-", "\r\n"],
  ],
  [
    "parts with a long boundary",
    (text) => parseMultipart(Buffer.from(text), "-".repeat(69)),
    ["-", "\r\n--", "\r\n-"],
  ],
  [
    "a part's header fields",
    (text) => parseMultipart(Buffer.from(`--b\r\n${text.slice(0, 16_000)}\r\n\r\n1\r\n--b--`), "b"),
    [":", "a:b\r\n", " ", "\r\n"],
  ],
  ["a path", (text) => route("GET", text, []), ["/", "/m", "a", "%41", "x"]],
  ["a segment", (text) => route("GET", `/m/${text}/z`, []), ["x", "a", "ax", "%78", "."]],
  ["a segment of six parameters", (text) => matchSegment(SIX, text), ["x", "a", "ax"]],
  ["a segment of literals", (text) => matchSegment(GLOB, `a${text}`), ["x", "y", "xy", "ax"]],
  ["a template", segmentTemplate, ["{", "}", "{}", "{a}", "{{a}", "}{"]],
  ["a host", isOurHost, ["a.", ".", "a", ":", "[", "]", "localhost.", "127.", "0", "-"]],
  ["an origin", (text) => isLoopbackOrigin(`http://${text}`), ["a.", "a", ":", "[", "localhost."]],
  ["an origin that is named", createOriginCheck(["https://a.test"]) ?? String, ["a", "https://"]],
  [
    "a head",
    (text) =>
      readHead({ bases: ["/v1"], route }, {
        url: `/v1/${text}?${text}`,
        method: "GET",
        rawHeaders: [text, text, "a", text, "a", text],
      } as IncomingMessage),
    ["/", "a=1&", "%41", "?"],
  ],
  ["a preference", preferHeader, [",", "=", "a=b,", '"', 'a="b",', " ", "code=1", ";"]],
];

describe.each(READERS)("%s", (_, read, pieces) => {
  it.each(pieces)("of %j", async (piece) => {
    await expectLinear((length) => {
      const text = filled(piece, length);
      return () => read(text);
    });
  });
});

const shop = openDocument(fileURLToPath(new URL("fixtures/shop/openapi.yaml", import.meta.url)));
const list = readOperations(shop).find((one) => one.id === "items.list");
if (list === undefined) throw new Error("The shop lists its items.");
const paginations = paginationsOf(shop, list);
const page = (query: PageRequest["query"]): PageRequest => ({
  address: "http://localhost/items",
  query,
  body: undefined,
});

describe("a page", () => {
  it.each<[name: string, query: (length: number) => PageRequest["query"]]>([
    ["of many parameters", (length) => parsePairs(filled("a=b&", length))],
    ["of a long cursor", (length) => [["cursor", filled("n2", length)]]],
    ["of a long number", (length) => [["page", filled("9", length)]]],
    ["of a long offset", (length) => [["offset", filled("9", length)]]],
  ])("%s", async (_, query) => {
    await expectLinear((length) => {
      const request = page(query(length));
      return () => {
        choosePage(list, paginations, request);
        pageOfItems(shop, list, paginations, request, { items: [1, 2, 3] });
      };
    });
  });
});

it("an answer that lists what is wrong", async () => {
  await expectLinear((length) => {
    const violations = Array.from({ length: length / 20 }, (_, index) => ({
      by: "trunkline" as const,
      in: "request" as const,
      location: ["body", `field${index}`],
      message: `The body field "field${index}" is not declared.`,
    }));
    return () => shown(problem(422, "Wrong", violations), violations);
  });
});

const PLAIN: Question = {
  route: "GET /search",
  values: [],
  query: [],
  headers: {},
  body: undefined,
  status: undefined,
  example: undefined,
  dynamic: false,
};
const FORM = "application/x-www-form-urlencoded";
const body = (text: string, type: string): Partial<Question> => {
  const headers = { "content-type": type };
  const read = readBody({ rawPath: "/", headers }, Buffer.from(text));
  return { body: read && judgedBody(read), headers };
};
const faulty = (route: string, value: unknown): Partial<Question> => ({
  route: `POST /wrong/${route}`,
  ...body(JSON.stringify(value), "application/json"),
});
const members = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`u${index}`, "a"]));
const objects = (count: number, make: (index: number) => object): object[] =>
  Array.from({ length: count }, (_, index) => make(index));
const numbered = (length: number, piece: (index: number) => string): string =>
  Array.from({ length: Math.ceil(length / 10) }, (_, index) => piece(index)).join("");

describe("a judgement, Prism's part too,", () => {
  let judge: Judge;
  beforeAll(async () => {
    judge = await createJudge(fileURLToPath(new URL("fixtures/hostile/openapi.yaml", import.meta.url)), true);
  });

  it.each<[name: string, question: (length: number) => Partial<Question>, length?: number]>([
    ["a form that repeats a list", (n) => ({ route: "POST /form", ...body(filled("f=1&", n), FORM) })],
    ["a form that repeats a value", (n) => ({ route: "POST /form", ...body(filled("n=1&", n), FORM) })],
    [
      "a form of unknown fields",
      (n) => ({
        route: "POST /form",
        ...body(
          numbered(n, (i) => `u${i}=1&`),
          FORM,
        ),
      }),
    ],
    [
      "a form for any type",
      (n) => ({
        route: "POST /any",
        ...body(
          numbered(n, (i) => `u${i}=1&`),
          FORM,
        ),
      }),
    ],
    ["a form of one long field", (n) => ({ route: "POST /form", ...body(`f=${filled("%41+", n)}`, FORM) })],
    [
      "parts",
      (n) => ({
        route: "POST /form",
        ...body(
          `${filled('--b\r\ncontent-disposition: form-data; name="f"\r\n\r\n1\r\n', n)}--b--`,
          "multipart/form-data; boundary=b",
        ),
      }),
      30_000,
    ],
    [
      "a JSON list",
      (n) => ({
        route: "POST /json",
        ...body(`{"list":[${filled('{"name":"a"},', n)}{}]}`, "application/json"),
      }),
    ],
    [
      "a JSON text",
      (n) => ({ route: "POST /json", ...body(`{"name":"${filled("a", n)}"}`, "application/json") }),
    ],
    [
      "members of a free object",
      (n) => ({
        route: "POST /any",
        ...body(`{${numbered(n, (i) => `"u${i}":1,`)}"z":1}`, "application/json"),
      }),
    ],
    ["a list of wrong items", (n) => faulty("items", Array(n).fill("a"))],
    ["a list of wrong objects", (n) => faulty("nodes", Array(n / 2).fill({ id: "a" }))],
    ["a list of wrong alternatives", (n) => faulty("alternatives", Array(n).fill("a"))],
    [
      "different objects",
      (n) => faulty("lists", { unique: objects(n / 4, (index) => ({ a: index, b: [index] })) }),
    ],
    ["equal objects", (n) => faulty("lists", { unique: objects(n / 4, (a) => ({ a: a % (n / 8) })) })],
    ["different texts", (n) => faulty("lists", { texts: Object.keys(members(n / 2)) })],
    ["a list that is to contain something", (n) => faulty("lists", { contains: Array(n).fill(true) })],
    ["a list with a beginning", (n) => faulty("lists", { prefix: Array(n).fill("a") })],
    ["items that nothing is said of", (n) => faulty("lists", { unevaluated: Array(n).fill("a") })],
    ["names of members", (n) => faulty("lists", { names: members(n / 2) })],
    ["members that nothing is said of", (n) => faulty("lists", { others: members(n / 2) })],
    ["members that ask for others", (n) => faulty("lists", { dependent: members(n / 2) })],
    ["items that are none of some", (n) => faulty("lists", { one: Array(n / 2).fill({ a: 2 }) })],
    ["wrong members", (n) => faulty("members", { a: members(n / 2) })],
    ["wrong members beneath a long name", (n) => faulty("members", { ["a".repeat(n)]: members(n / 4) })],
    ["unknown members beneath a long name", (n) => faulty("names", { ["a".repeat(n)]: members(n / 4) })],
    [
      "unknown members of a list",
      (n) => ({
        route: "POST /json",
        ...body(JSON.stringify({ list: Array(n / 4).fill({ u: 1 }) }), "application/json"),
      }),
    ],
    ["a list in a query", (n) => ({ query: parsePairs(filled("tag=a&", n)) })],
    ["a deep object", (n) => ({ query: parsePairs(numbered(n, (i) => `filter[tags][${i}]=a&`)) })],
    ["a deep object that repeats a name", (n) => ({ query: parsePairs(filled("filter[tags]=a&", n)) })],
    [
      "a deep object of brackets",
      (n) => ({ query: parsePairs(`filter${filled("[", n)}=1&filter${filled("]", n)}`) }),
    ],
    ["a header list", (n) => ({ headers: { "x-ids": `${filled("1,", n)}1` } })],
    ["a header object", (n) => ({ headers: { "x-pairs": `${numbered(n, (i) => `k${i}=1,`)}z=1` } })],
    ["a flat header object", (n) => ({ headers: { "x-flat": `${numbered(n, (i) => `k${i},1,`)}z,1` } })],
    ["an accept", (n) => ({ headers: { accept: filled("a/b;q=0.1, ", n) } })],
    ["an accept of one range", (n) => ({ headers: { accept: filled("a", n) } })],
    ["cookies", (n) => ({ headers: { cookie: filled("session=a; ", n) } })],
    ["an authorization", (n) => ({ headers: { authorization: filled("Bearer ", n) } })],
    [
      "a path's six values",
      (n) => ({ route: "GET /m/{a}{b}{c}{d}{e}{f}x/z", values: ["a", "b", "c", "d", "e", filled("x", n)] }),
    ],
    [
      "a path's two values",
      (n) => ({ route: "GET /files/{name}.{format}", values: [filled("a.", n), "json"] }),
    ],
  ])("%s", async (_, question, length) => {
    await expectLinear((size) => {
      const asked = { ...PLAIN, ...question(size) };
      return () => judge(asked);
    }, length);
  });
});

/** A document with so many schemas, each of which leads to two others. */
function schemasOf(count: number, next: (index: number) => readonly number[]): JsonObject {
  const ref = (index: number): JsonObject => ({ $ref: `#/components/schemas/S${index}` });
  const schemas = Array.from({ length: count }, (_one, index) => [
    `S${index}`,
    { type: "object", properties: Object.fromEntries(next(index).map((to) => [`p${to}`, ref(to % count)])) },
  ]);
  const content = { "application/json": { schema: ref(0) } };
  return {
    openapi: "3.1.0",
    info: { title: "Schemas", version: "1" },
    paths: { "/a": { get: { responses: { 200: { description: "OK", content } } } } },
    components: { schemas: Object.fromEntries(schemas) },
  };
}

describe("the schemas of a document", () => {
  it.each<[name: string, next: (index: number) => readonly number[]]>([
    ["that lead on in one way", (index) => [index + 1]],
    ["that lead on in two ways", (index) => [index + 1, index + 2]],
    ["that lead to the first", (index) => [0, index + 1]],
  ])("%s", async (_, next) => {
    await expectLinear((size) => {
      const document = schemasOf(size, next);
      return () => [isTooBranched(document), bundledResources(document)];
    }, 200);
  });
});

it("an operation with many answers, in many media types, and many ways to be secured", async () => {
  const many = <T>(size: number, make: (index: number) => T): T[] =>
    Array.from({ length: size }, (_one, index) => make(index));
  await expectLinear((size) => {
    const statuses = many(size, (at) => `${at}`);
    const content = [{ type: "a/b", schema: undefined, encoding: {}, examples: [{ name: "a", value: 1 }] }];
    const operation = { responses: statuses.map((status) => ({ status, content, headers: [] })) };
    const resource = {
      security: many(size, () => [{ type: "mutualTLS" }, { type: "http", scheme: "basic" }]),
      responses: statuses.map((code) => ({ code, contents: [{ mediaType: "a/b" }, { mediaType: "c/d" }] })),
    } as unknown as Resource;
    return () => {
      const changed = withJudgedSecurity(
        withOwnAnswers(shop, resource, operation as unknown as DocumentOperation),
      );
      expect(answering(changed, "a/b").responses.at(-1)?.contents?.[0]?.examples).toHaveLength(1);
    };
  }, 2000);
});

it("the rows of a request, each of which fails", async () => {
  const bulk = {
    ...{
      method: "addAll",
      rows: "/rows",
      key: "/id",
      received: "/got",
      accepted: ["/made"],
      failed: "/lost",
    },
    errors: { at: "/errors", row: "/at/row", key: "/at/id", message: "/text" },
  };
  const body = Buffer.from(JSON.stringify({ got: 0, made: 0, lost: 0, errors: [] }));
  await expectLinear((size) => {
    const rows = Array.from({ length: size }, (_one, id) => ({ id }));
    return () => bulkAnswer(bulk, { rows }, { status: 200, headers: {}, body }, () => ({ message: "no" }));
  }, 2000);
});

it("the webhooks of a document, with their header fields and examples", async () => {
  const many = <T>(size: number, make: (index: number) => T): T[] =>
    Array.from({ length: size }, (_one, index) => make(index));
  await expectLinear((size) => {
    const post = {
      parameters: many(size, (at) => ({ name: `X-${at}`, in: "header", example: "a" })),
      requestBody: {
        content: {
          "application/json": {
            examples: Object.fromEntries(many(size, (at) => [`e${at}`, { value: { id: at } }])),
          },
        },
      },
    };
    const webhooks = Object.fromEntries(many(size, (at) => [`w${at}`, { post }]));
    const document = { ...shop, root: { webhooks }, resolve: (node: JsonValue | undefined) => node };
    return () => {
      expect(() => readWebhook(document, "none")).toThrow("has no webhook");
      return readWebhook(document, `w${size - 1}`).requestOf({ to: "", example: `e${size - 1}` })();
    };
  }, 400);
});

/** What no stranger's text reaches, or what the tables of other files hold. */
const OTHERS: readonly string[] = [
  // What puts the others in a row.
  "answer-request.ts: (module)",
  "handle-request.ts: (module)",
  // Segments of a path, whose length is that of a request's head.
  "record.ts: (module)",
  // The few attempts that a document names.
  "deliver/deliver.ts: (module)",
  "document/envelope.ts: (module)",
  "document/operations.ts: readOperation",
  "fresh-id.ts: (module)",
  // As many as a document states, and their limits.
  "quotas.ts: (module)",
  // The patterns of a document.
  "judge/strict.ts: addUnknownFields",
  // As many as faults are told, rules were made and things are remembered.
  "mock-rules.ts: (module)",
  "refusals.ts: (module)",
  "rules.ts: (module)",
  "state.ts: (module)",
  "source.ts: (module)",
  "start.ts: (module)",
];

it("no function that walks over something is missing in the tables", async () => {
  // A row for it, please; or a line above, where what it walks over is short whatever a stranger sends.
  expect((await uncalled()).filter((name) => !OTHERS.includes(name))).toEqual([]);
});
