import { describe, expect, it } from "vitest";
import { emitSources } from "../src/emit/typescript/sources.ts";
import { emitAll, modelOf } from "./support/emit.ts";
import { type Reply, type Seen, withPackage, withServer } from "./support/run-model.ts";
import { typeCheckFiles } from "./support/type-check.ts";

const BIG = "9007199254740993";
const ID = "{ type: integer, format: int64 }";

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const good = (schema: string): string => `"200": { description: Good., ${json(schema)} }`;
const get = (id: string, schema: string, more = ""): string =>
  `get: { operationId: things.${id}, ${more} responses: { ${good(schema)} } }`;

const schemas = `
  Id: ${ID}
  Node: { type: object, required: [id, children], properties: { id: { $ref: "#/components/schemas/Id" }, name: { type: string }, children: { type: array, items: { $ref: "#/components/schemas/Node" } } } }
  Base: { type: object, required: [id], properties: { id: ${ID} } }
  Derived: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, properties: { parent: { type: [integer, "null"], format: int64 }, small: { type: integer, format: int32 } } }] }
  Ids: { type: object, additionalProperties: ${ID} }
  Big: { type: object, required: [kind, id], properties: { kind: { type: string, enum: [big] }, id: ${ID} } }
  Small: { type: object, required: [kind, id], properties: { kind: { type: string, enum: [small] }, id: { type: integer } } }
  Either: { oneOf: [{ $ref: "#/components/schemas/Big" }, { $ref: "#/components/schemas/Small" }] }
  Pair: { type: array, prefixItems: [{ type: string }, ${ID}], items: false, minItems: 2 }
  Problem: { type: object, properties: { code: { type: string }, id: ${ID} } }
  All: { type: object, properties: { node: { $ref: "#/components/schemas/Node" }, derived: { $ref: "#/components/schemas/Derived" }, ids: { $ref: "#/components/schemas/Ids" }, lists: { type: array, items: { type: array, items: ${ID} } }, maps: { type: object, additionalProperties: { type: object, additionalProperties: { $ref: "#/components/schemas/Base" } } }, either: { $ref: "#/components/schemas/Either" }, several: { type: array, items: { $ref: "#/components/schemas/Either" } }, pair: { $ref: "#/components/schemas/Pair" }, text: { type: string, format: int64 }, ratio: { type: number }, mixed: { oneOf: [${ID}, { type: string }] }, unsigned: { type: integer, format: uint64 }, listed: { type: integer, format: int64, enum: [1, 2] }, inline: { type: object, properties: { id: ${ID} } } } }
`.replaceAll("\n  ", "\n    ");

const document = (option: string): string => `
servers: [{ url: https://a.test }]
x-trunkline:
  version: 1
  client: { name: Shop }
  ${option === "" ? "" : `int64: ${option}`}
  pagination: { all: { style: cursor, items: /items, request: { cursor: cursor }, response: { next: /next } }, plain: { style: page, items: "", request: { page: page } } }
paths:
  /all: { ${get("all", '{ $ref: "#/components/schemas/All" }')} }
  /id: { ${get("id", ID)} }
  /wrapped: { ${get("wrapped", `{ type: object, required: [data], properties: { data: ${ID} } }`, "x-trunkline: { envelope: { data: /data } },")} }
  /plain: { ${get("plain", "{ type: object, properties: { name: { type: string } } }")} }
  /pages: { ${get("list", '{ type: object, required: [items], properties: { items: { type: array, items: { $ref: "#/components/schemas/Base" } }, next: { type: integer, format: int64 } } }', `x-trunkline: { pagination: all }, parameters: [{ name: cursor, in: query, schema: ${ID} }],`)} }
  /bare: { ${get("bare", '{ type: array, items: { $ref: "#/components/schemas/Base" } }', "x-trunkline: { pagination: plain }, parameters: [{ name: page, in: query, schema: { type: integer } }],")} }
  /events: { get: { operationId: things.events, responses: { "200": { description: Good., content: { text/event-stream: { schema: { $ref: "#/components/schemas/Base" } } } } } } }
  /lines: { get: { operationId: things.lines, responses: { "200": { description: Good., content: { application/x-ndjson: { schema: { $ref: "#/components/schemas/Base" } } } } } } }
  /fails: { get: { operationId: things.fails, responses: { ${good("{ type: string }")}, "404": { description: Gone., ${json('{ $ref: "#/components/schemas/Problem" }')} } } } }
  /things/{id}:
    post:
      operationId: things.make
      parameters:
        - { name: id, in: path, required: true, schema: ${ID} }
        - { name: since, in: query, schema: ${ID} }
        - { name: ids, in: query, explode: false, schema: { type: array, items: ${ID} } }
        - { name: filter, in: query, style: deepObject, schema: { type: object, properties: { min: ${ID} } } }
        - { name: X-Since, in: header, schema: ${ID} }
        - { name: seen, in: cookie, schema: ${ID} }
      requestBody: { required: true, ${json('{ $ref: "#/components/schemas/Node" }')} }
      responses: { ${good('{ $ref: "#/components/schemas/Node" }')} }
  /form: { post: { operationId: things.form, requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { id: ${ID}, ids: { type: array, items: ${ID} } } } } } }, responses: { ${good("{}")} } } }
  /parts: { post: { operationId: things.parts, requestBody: { required: true, content: { multipart/form-data: { schema: { type: object, properties: { id: ${ID}, meta: { type: object, properties: { id: ${ID} } } } } } } }, responses: { ${good("{}")} } } }
  /texts: { post: { operationId: things.texts, requestBody: { required: true, ${json(`{ type: object, properties: { id: { oneOf: [${ID}, { type: string }] } } }`)} }, responses: { ${good("{}")} } } }
  /list: { post: { operationId: things.whole, requestBody: { required: true, ${json(`{ type: array, items: ${ID} }`)} }, responses: { ${good(`{ type: array, items: ${ID} }`)} } } }
components:
  schemas:${schemas}
`;

const TEXTS: Readonly<Record<string, string>> = {
  "/all": `{"node":{"id":${BIG},"children":[{"id":-${BIG},"children":[]}]},"derived":{"id":${BIG},"parent":null,"small":3},"ids":{"a":${BIG}},"lists":[[${BIG}],[]],"maps":{"x":{"y":{"id":${BIG}}}},"either":{"kind":"small","id":4},"several":[{"kind":"big","id":${BIG}},{"kind":"small","id":5}],"pair":["a",${BIG}],"text":"6","ratio":7,"mixed":${BIG},"unsigned":18446744073709551615,"listed":1,"inline":{"id":8}}`,
  "/id": BIG,
  "/wrapped": `{"data":${BIG}}`,
  "/pages": `{"items":[{"id":${BIG}}],"next":${BIG}}`,
  "/bare": `[{"id":${BIG}}]`,
  "/lines": `{"id":${BIG}}\n`,
  "/events": `data: {"id":${BIG}}\n\n`,
  "/fails": `{"code":"gone","id":${BIG}}`,
  "/list": `[${BIG}]`,
};

function answer({ url }: Seen): Reply {
  const [path = "", query = ""] = url.split("?");
  const type = { "/lines": "application/x-ndjson", "/events": "text/event-stream" }[path];
  const text =
    query === `cursor=${BIG}` ? '{"items":[],"next":null}' : query === "page=2" ? "[]" : TEXTS[path];
  return {
    status: path === "/fails" ? 404 : 200,
    text: text ?? "{}",
    ...(type === undefined ? {} : { headers: { "content-type": type } }),
  };
}

const model = (option: string) => modelOf(document(option));

describe.each([
  ["bigint", (digits: string): unknown => BigInt(digits)],
  ["string", (digits: string): unknown => digits],
] as const)("integers of 64 bits as %s", (option, exact) => {
  it("are exact wherever the document has them, and nothing else is changed", async () => {
    await withPackage(model(option), ({ Shop }) =>
      withServer(answer, async (baseURL, seen) => {
        const { things } = new Shop({ baseURL, logLevel: "off" });
        const all = {
          node: { id: exact(BIG), children: [{ id: exact(`-${BIG}`), children: [] }] },
          derived: { id: exact(BIG), parent: null, small: 3 },
          ids: { a: exact(BIG) },
          lists: [[exact(BIG)], []],
          maps: { x: { y: { id: exact(BIG) } } },
          either: { kind: "small", id: 4 },
          several: [
            { kind: "big", id: exact(BIG) },
            { kind: "small", id: 5 },
          ],
          pair: ["a", exact(BIG)],
          text: "6",
          ratio: 7,
          mixed: exact(BIG),
          unsigned: exact("18446744073709551615"),
          listed: 1,
          inline: { id: exact("8") },
        };
        expect(await things.all()).toEqual(all);
        expect((await things.all().withResponse()).data).toEqual(all);
        expect(await things.id()).toBe(exact(BIG));
        expect(await things.wrapped()).toBe(exact(BIG));
        const page = await things.list();
        expect([page.items, page.next]).toEqual([[{ id: exact(BIG) }], exact(BIG)]);
        expect(await things.list().toArray()).toEqual([{ id: exact(BIG) }]);
        expect(seen.at(-1)?.url).toBe(`/pages?cursor=${BIG}`);
        expect(await things.bare({ page: 1 }).toArray()).toEqual([{ id: exact(BIG) }]);
        for (const stream of [things.events(), things.lines()]) {
          for await (const value of await stream) expect(value).toEqual({ id: exact(BIG) });
        }
        await expect(things.fails()).rejects.toMatchObject({ body: { code: "gone", id: exact(BIG) } });
        expect(await things.whole({ body: [1n] })).toEqual([exact(BIG)]);
      }),
    );
  });

  it("are sent with all digits, from wherever they come", async () => {
    await withPackage(model(option), ({ Shop }) =>
      withServer(
        () => ({}),
        async (baseURL, seen) => {
          const { things } = new Shop({ baseURL });
          for (const id of [BigInt(BIG), ...(option === "string" ? [BIG] : [])]) {
            await things.make(id, {
              since: id,
              ids: [id, 5],
              filter: { min: id },
              "X-Since": id,
              seen: id,
              id,
              name: BIG,
              children: [{ id, children: [] }],
            });
            await things.form({ id, ids: [id, 1] });
            await things.parts({ id, meta: { id } });
            await things.whole({ body: [id] });
          }
          const sent = seen.map(({ url, headers, text }) =>
            [
              decodeURIComponent(url),
              headers["x-since"],
              headers.cookie,
              text.replace(/\r\n|trunkline-\w+|Content-[^\r]+/g, ""),
            ].join(" "),
          );
          expect(sent.slice(0, 4)).toEqual([
            `/things/${BIG}?since=${BIG}&ids=${BIG},5&filter[min]=${BIG} ${BIG} seen=${BIG} {"id":${BIG},"name":"${BIG}","children":[{"id":${BIG},"children":[]}]}`,
            `/form   id=${BIG}&ids=${BIG}&ids=1`,
            `/parts   --${BIG}--{"id":${BIG}}----`,
            `/list   [${BIG}]`,
          ]);
          for (const [index, one] of sent.slice(4).entries()) expect(one).toBe(sent[index]);
        },
      ),
    );
  });

  it("are not texts where a text may be one", async () => {
    await withPackage(model(option), ({ Shop }) =>
      withServer(
        () => ({}),
        async (baseURL, seen) => {
          const { things } = new Shop({ baseURL });
          await things.texts({ id: BIG });
          await things.texts({ id: BigInt(BIG) });
          expect(seen.map(({ text }) => text)).toEqual([`{"id":"${BIG}"}`, `{"id":${BIG}}`]);
        },
      ),
    );
  });

  it("are refused as numbers that have lost digits, before anything is sent", async () => {
    await withPackage(model(option), ({ Shop }) =>
      withServer(
        () => ({}),
        async (baseURL, seen) => {
          const { things } = new Shop({ baseURL });
          const node = { id: 1, children: [] };
          for (const [id, params] of [
            [2 ** 53, node],
            [1, { ...node, since: 2 ** 60 }],
            [1, { ...node, "X-Since": 2 ** 60 }],
            [1, { ...node, children: [{ id: 2 ** 60, children: [] }] }],
          ]) {
            await expect(things.make(id, params)).rejects.toThrow(
              /beyond 2\^53: digits of it are lost already/,
            );
          }
          expect(seen).toEqual([]);
        },
      ),
    );
  });
});

describe("what is written", () => {
  it("for an option is one constant, and a place for each operation that has some", async () => {
    const texts = await emitAll(new Map([["a", model("bigint")]]));
    expect(texts.get("a")?.match(/\/\/ src\/int64\.ts[\s\S]*?(?=\/\/ src)/)?.[0]).toMatchInlineSnapshot(`
      "// src/int64.ts
      import { type Int64Reader, int64 } from "@trunkline/runtime/client";

      /** Where types hold integers of 64 bits, which are bigints here: a number would round them beyond 2^53. */
      export const exact: Int64Reader = int64("bigint", {
        types: {
          All: {
            node: "NodeModel",
            derived: "Derived",
            ids: "Ids",
            lists: { "*": { "*": true } },
            maps: { "*": { "*": "Base" } },
            either: "Either",
            several: { "*": "Either" },
            pair: "Pair",
            mixed: true,
            unsigned: true,
            inline: "AllInline",
          },
          NodeModel: { id: true, children: { "*": "NodeModel" } },
          Derived: ["Base", { parent: true }],
          Base: { id: true },
          Ids: { "*": true },
          Either: "kind?1",
          Big: { id: true },
          Pair: { "1": true },
          AllInline: { id: true },
          Problem: { id: true },
          ThingsMakeParamsFilter: { min: true },
          NodeModelInput: { id: true, children: { "*": "NodeModelInput" } },
          ThingsPartsParamsMeta: { id: true },
        },
        unions: { "kind?1": ["kind", { big: "Big" }] },
      });

      "
    `);
    expect(texts.get("a")?.match(/\bint64: exact\([\s\S]*?\}\),/g)).toMatchInlineSnapshot(`
      [
        "int64: exact({ answer: "All" }) },
        id: { id: "things.id", method: "GET", path: "/id", int64: exact({ answer: true }) },
        wrapped: {
          id: "things.wrapped",
          method: "GET",
          path: "/wrapped",
          data: "/data",
          int64: exact({ answer: true }),",
        "int64: exact({ request: { query: { cursor: true } }, answer: { items: { "*": "Base" }, next: true } }),",
        "int64: exact({ answer: { "*": "Base" } }),",
        "int64: exact({ answer: "Base" }),",
        "int64: exact({ answer: "Base" }),",
        "int64: exact({ error: "Problem" }) },
        make: {
          id: "things.make",
          method: "POST",
          path: "/things/{id}",
          query: [
            "since",
            queryParameter({ name: "ids", explode: false }),",
        "int64: exact({
            request: {
              path: { id: true },
              query: { since: true, ids: { "*": true }, filter: "ThingsMakeParamsFilter" },
              header: { "X-Since": true },
              cookie: { seen: true },
              body: { id: true, children: { "*": "NodeModelInput" } },
            },
            answer: "NodeModel",
          }),",
        "int64: exact({ request: { body: { id: true, ids: { "*": true } } } }),",
        "int64: exact({ request: { body: { id: true, meta: "ThingsPartsParamsMeta" } } }),",
        "int64: exact({ request: { body: { id: true } } }),",
        "int64: exact({ request: { body: { "*": true } }, answer: { "*": true } }),",
      ]
    `);
  });

  it.each(["", "number"])("without it (%s) is nothing", async (option) => {
    const texts = await emitAll(new Map([["a", model(option)]]));
    expect(texts.get("a")).not.toMatch(/exact\(|int64\(/);
  });

  it("is told where nothing shows which type a value has", () => {
    const { diagnostics } = modelOf(
      document("bigint").replace("kind: { type: string, enum: [small] }", "kind: { type: string }"),
    );
    expect(diagnostics.filter(({ code }) => code === "int64-mixed").map(({ message }) => message)).toEqual([
      "things.all holds one of several types, in one of which a field is an integer of 64 bits and in another one a number; no field says which of them a value is, so that all of them are bigint",
    ]);
  });
});

describe("types", () => {
  const files = (option: string, use: string): ReadonlyMap<string, string> =>
    new Map([
      ...[...texts(option)],
      ["0/src/version.ts", 'export const VERSION: string = "0";\n'],
      ["0/src/use.ts", `import { Shop } from "./index.js";\nconst { things } = new Shop();\n${use}`],
    ]);
  const cases: readonly (readonly [option: string, use: string, faults: number])[] = [
    [
      "",
      "void things.make(1n, { id: 2n, children: [{ id: 3, children: [] }], since: 4n, ids: [5n, 6], seen: 7n });",
      0,
    ],
    ["", "export const id: number | undefined = (await things.all()).node?.id;", 0],
    ["", 'void things.make("1", { id: 2n, children: [] });', 1],
    ["", "void things.make(1, await things.make(1, { id: 1, children: [] }));", 0],
    ["bigint", "export const id: bigint | undefined = (await things.all()).node?.id;", 0],
    ["bigint", "export const id: number | undefined = (await things.all()).node?.id;", 1],
    ["bigint", "void things.make(1, { id: 2n, children: [] }); void things.form({ ids: [1, 2n] });", 0],
    ["bigint", "void things.make(1n, await things.make(1n, { id: 1, children: [] }));", 0],
    [
      "bigint",
      'const one = (await things.all()).either; if (one?.kind === "small") { const id: number = one.id; void id; }',
      0,
    ],
    [
      "bigint",
      'const one = (await things.all()).either; if (one?.kind === "big") { const id: bigint = one.id; void id; }',
      0,
    ],
    ["string", "export const id: string | undefined = (await things.all()).node?.id;", 0],
    ["string", 'void things.make("1", { id: 2n, children: [], since: 3 });', 0],
    ["string", 'void things.texts({ id: "a" }); void things.texts({ id: 1n });', 0],
    ["string", 'void things.make("1", await things.make("1", { id: 1, children: [] }));', 0],
  ];
  const texts = (option: string): ReadonlyMap<string, string> =>
    new Map([...emitSources(model(option))].map(([path, text]) => [`0/${path}`, text]));

  it("are what the client takes and gives", async () => {
    const given = new Map<string, string>();
    for (const [index, [option, use]] of cases.entries()) {
      for (const [path, text] of files(option, use)) given.set(path.replace(/^0/, String(index)), text);
    }
    const faults = await typeCheckFiles(given);
    const counts = cases.map((_, index) => faults.filter((line) => line.startsWith(`${index}/`)).length);
    expect(counts, faults.join("\n")).toEqual(cases.map(([, , count]) => count));
  });
});
