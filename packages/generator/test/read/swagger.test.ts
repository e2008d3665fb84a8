import type { JsonObject, JsonValue } from "@trunkline/document";
import { valueAt } from "@trunkline/document";
import { describe, expect, it } from "vitest";
import { brief, faultsOf, read } from "../support/documents.ts";

/** A Swagger document of five lines and what follows them. */
const swagger = (rest: string): string =>
  `swagger: "2.0"\ninfo:\n  title: T\n  version: "1"\nhost: api.test\n${rest}`;

const converted = async (rest: string): Promise<JsonObject> =>
  (await read({ "openapi.yaml": swagger(rest) })).document;

const plain = (value: JsonValue | undefined): unknown => JSON.parse(JSON.stringify(value ?? null));

/** The operation that the table's rows are about. */
const operation = (body: string, root = "schemes: [https]"): string =>
  `${root}\npaths:\n  /a/{id}:\n    post:\n${body.replace(/^/gm, "      ")}\n      responses: { default: { description: d } }\n`;

const parameter = (text: string): string => operation(`parameters:\n  - ${text}`);
const strings = "type: array, items: { type: string }";

describe("where a Swagger document is served", () => {
  it.each([
    ["host, base path and scheme", "basePath: /v1\nschemes: [https]\n", [{ url: "https://api.test/v1" }]],
    ["the encrypted scheme of several", "schemes: [http, wss, https]\n", [{ url: "https://api.test" }]],
    ["the only scheme", "schemes: [http]\n", [{ url: "http://api.test" }]],
    ["no scheme", "basePath: /v1/\n", [{ url: "https://api.test/v1" }]],
    ["the root", "basePath: /\nschemes: [https]\n", [{ url: "https://api.test" }]],
  ])("%s", async (_, rest, want) => {
    expect(plain((await converted(rest)).servers)).toEqual(want);
  });

  it("is a path alone without a host", async () => {
    const { document } = await read({
      "openapi.yaml": 'swagger: "2.0"\ninfo: { title: T, version: "1" }\nbasePath: /v2\npaths: {}\n',
    });
    expect(plain(document.servers)).toEqual([{ url: "/v2" }]);
  });

  it("is another one for an operation with schemes of its own", async () => {
    const document = await converted(operation("schemes: [http]"));
    expect(plain(valueAt(document, "/paths/~1a~1{id}/post/servers"))).toEqual([{ url: "http://api.test" }]);
  });
});

describe("parameters of Swagger", () => {
  it.each([
    ["csv by itself", `{ in: query, name: q, ${strings} }`, { style: "form", explode: false }],
    ["csv", `{ in: query, name: q, ${strings}, collectionFormat: csv }`, { style: "form", explode: false }],
    [
      "ssv",
      `{ in: query, name: q, ${strings}, collectionFormat: ssv }`,
      { style: "spaceDelimited", explode: false },
    ],
    [
      "pipes",
      `{ in: query, name: q, ${strings}, collectionFormat: pipes }`,
      { style: "pipeDelimited", explode: false },
    ],
    [
      "multi",
      `{ in: query, name: q, ${strings}, collectionFormat: multi }`,
      { style: "form", explode: true },
    ],
    [
      "csv in a path",
      `{ in: path, name: id, required: true, ${strings} }`,
      { style: "simple", explode: false },
    ],
    ["csv in a header", `{ in: header, name: q, ${strings} }`, { style: "simple", explode: false }],
  ])("a list as %s", async (_, text, want) => {
    const document = await converted(parameter(text));
    const found = valueAt(document, "/paths/~1a~1{id}/post/parameters/0") as JsonObject;
    expect(plain(found)).toMatchObject({ ...want, schema: { type: "array", items: { type: "string" } } });
    expect(found).not.toHaveProperty("collectionFormat");
  });

  it.each([
    [
      "tabs in a query",
      `{ in: query, name: q, description: Ids., ${strings}, collectionFormat: tsv }`,
      "tabs",
    ],
    ["bars in a path", `{ in: path, name: id, required: true, ${strings}, collectionFormat: pipes }`, "bars"],
    ["spaces in a header", `{ in: header, name: q, ${strings}, collectionFormat: ssv }`, "spaces"],
    [
      "lists in a list",
      `{ in: query, name: q, type: array, items: { type: array, items: { type: integer } } }`,
      "commas",
    ],
    [
      "lists by bars in a list that repeats",
      "{ in: query, name: q, type: array, collectionFormat: multi, items: { type: array, items: {}, collectionFormat: pipes } }",
      "bars",
    ],
  ])("%s are a text, and told", async (_, text, want) => {
    const { document, diagnostics } = await read({ "openapi.yaml": swagger(parameter(text)) });
    const found = plain(valueAt(document, "/paths/~1a~1{id}/post/parameters/0")) as JsonObject;
    expect(found.schema).toEqual({ type: "string" });
    expect(found.description).toContain(`separated by ${want}`);
    expect(brief(diagnostics)).toEqual(["openapi.yaml:11 warning collection-format"]);
  });

  it("takes a format that nobody knows for csv", async () => {
    const text = `{ in: query, name: q, ${strings}, collectionFormat: CSV }`;
    expect(brief(await faultsOf({ "openapi.yaml": swagger(parameter(text)) }))).toEqual([
      "openapi.yaml:11 warning collection-format | write one of csv, ssv, tsv, pipes, multi",
    ]);
  });

  it("puts all of a schema into one, examples of others too", async () => {
    const document = await converted(
      parameter(
        "{ in: query, name: q, type: integer, format: int64, minimum: 1, default: 2, x-nullable: true, x-example: 3 }",
      ),
    );
    expect(plain(valueAt(document, "/paths/~1a~1{id}/post/parameters/0"))).toEqual({
      ...{ in: "query", name: "q", example: 3 },
      schema: { type: "integer", format: "int64", minimum: 1, default: 2, nullable: true },
    });
  });

  it("follows references, and those of the path go to each operation", async () => {
    const document = await converted(`schemes: [https]
parameters:
  Limit: { in: query, name: limit, type: integer }
  Body: { in: body, name: body, required: true, schema: { $ref: "#/definitions/A" } }
  Field: { in: formData, name: note, type: string }
paths:
  /a:
    parameters: [{ $ref: "#/parameters/Limit" }, { $ref: "#/parameters/Body" }]
    post: { responses: { default: { description: d } } }
    put:
      parameters: [{ $ref: "#/parameters/Field" }]
      responses: { default: { description: d } }
definitions:
  A: { type: object }
`);
    const path = plain(valueAt(document, "/paths/~1a")) as Record<string, JsonObject>;
    expect(path.parameters).toEqual([{ in: "query", name: "limit", schema: { type: "integer" } }]);
    expect(path.post?.requestBody).toEqual({
      required: true,
      content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } },
    });
    expect(path.put?.requestBody).toMatchObject({
      content: {
        "application/x-www-form-urlencoded": { schema: { properties: { note: { type: "string" } } } },
      },
    });
  });
});

describe("bodies of Swagger", () => {
  const file = "{ in: formData, name: f, type: file, required: true }";
  const note = "{ in: formData, name: note, type: string }";
  const body = "{ in: body, name: b, schema: { type: object } }";
  it.each([
    [
      "what it consumes",
      body,
      "consumes: [application/json, application/xml]",
      ["application/json", "application/xml"],
    ],
    ["what the document consumes", body, "", ["text/json"]],
    ["a form with a file", file, "consumes: [application/x-www-form-urlencoded]", ["multipart/form-data"]],
    ["a form that says nothing", note, "", ["application/x-www-form-urlencoded"]],
    [
      "a form of both types",
      note,
      "consumes: [multipart/form-data, application/x-www-form-urlencoded]",
      ["multipart/form-data", "application/x-www-form-urlencoded"],
    ],
  ])("%s", async (_, text, consumes, want) => {
    const document = await converted(
      operation(
        `${consumes === "" ? "summary: s" : consumes}\nparameters:\n  - ${text}`,
        "schemes: [https]\nconsumes: [text/json]",
      ),
    );
    expect(Object.keys(valueAt(document, "/paths/~1a~1{id}/post/requestBody/content") as object)).toEqual(
      want,
    );
  });

  it("are forms whose lists are written as they say", async () => {
    const document = await converted(
      operation(`parameters:
  - { in: formData, name: a, ${strings} }
  - { in: formData, name: b, ${strings}, collectionFormat: multi }
  - { in: formData, name: c, ${strings}, collectionFormat: pipes, required: true }
  - { in: formData, name: d, ${strings}, collectionFormat: tsv }`),
    );
    const form = plain(
      valueAt(document, "/paths/~1a~1{id}/post/requestBody/content/application~1x-www-form-urlencoded"),
    ) as Record<string, JsonObject>;
    expect(form.encoding).toEqual({
      a: { style: "form", explode: false },
      b: { style: "form", explode: true },
      c: { style: "pipeDelimited", explode: false },
    });
    expect(form.schema?.required).toEqual(["c"]);
    expect(form.schema?.properties).toMatchObject({ d: { type: "string" } });
  });

  it("are bytes of a file, in parts", async () => {
    const document = await converted(operation(`parameters:\n  - ${file}\n  - ${note}`));
    expect(plain(valueAt(document, "/paths/~1a~1{id}/post/requestBody/content"))).toMatchObject({
      "multipart/form-data": {
        schema: {
          properties: { f: { type: "string", format: "binary" }, note: { type: "string" } },
          required: ["f"],
        },
      },
    });
  });
});

describe("answers of Swagger", () => {
  const answers = async (responses: string, root = ""): Promise<unknown> => {
    const document = await converted(
      `schemes: [https]\n${root}paths:\n  /a:\n    get:\n      responses:\n${responses.replace(/^/gm, "        ")}\n`,
    );
    return plain(valueAt(document, "/paths/~1a/get/responses/200"));
  };

  it.each([
    [
      "a schema and an example",
      "200: { description: d, schema: { type: object }, examples: { application/json: { a: 1 } } }",
      {
        description: "d",
        content: { "application/json": { schema: { type: "object" }, example: { a: 1 } } },
      },
    ],
    [
      "an example under a type with parameters",
      "200: { description: d, schema: { type: object }, examples: { application/json; charset=utf-8: { a: 1 } } }",
      {
        description: "d",
        content: { "application/json": { schema: { type: "object" }, example: { a: 1 } } },
      },
    ],
    [
      "a file",
      "200: { description: d, schema: { type: file } }",
      {
        description: "d",
        content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
      },
    ],
    ["nothing", "200: { description: d }", { description: "d" }],
    [
      "header fields",
      "200: { description: d, headers: { X-A: { type: integer, description: n } } }",
      { description: "d", headers: { "X-A": { description: "n", schema: { type: "integer" } } } },
    ],
  ])("%s", async (_, given, want) => {
    expect(await answers(given)).toEqual(want);
  });

  it("are of what is produced, also where they are shared", async () => {
    const root = "produces: [text/csv]\nresponses:\n  Ok: { description: d, schema: { type: string } }\n";
    expect(await answers('200: { $ref: "#/responses/Ok" }', root)).toEqual({
      description: "d",
      content: { "text/csv": { schema: { type: "string" } } },
    });
  });

  it("tells an example of what is not produced", async () => {
    const given = swagger(
      "schemes: [https]\npaths:\n  /a:\n    get:\n      responses:\n        200:\n          description: d\n          schema: { type: object }\n          examples:\n            text/plain: x\n",
    );
    expect(brief(await faultsOf({ "openapi.yaml": given }))).toEqual([
      'openapi.yaml:15 warning example-media-type | "produces" lists application/json',
    ]);
  });
});

describe("schemas of Swagger", () => {
  it.each([
    ["x-nullable", "{ type: string, x-nullable: true }", { type: "string", nullable: true }],
    [
      "x-nullable beside a reference",
      '{ $ref: "#/definitions/B", x-nullable: true }',
      { allOf: [{ $ref: "#/components/schemas/B" }], nullable: true },
    ],
    ["null in a list of types", '{ type: [string, "null"] }', { type: "string", nullable: true }],
    ["a list of one type", "{ type: [integer] }", { type: "integer" }],
    [
      "what stays",
      "{ type: object, additionalProperties: { type: number, exclusiveMinimum: true, minimum: 0 }, example: { x-nullable: true } }",
      {
        type: "object",
        additionalProperties: { type: "number", exclusiveMinimum: true, minimum: 0 },
        example: { "x-nullable": true },
      },
    ],
  ])("%s", async (_, given, want) => {
    const document = await converted(
      `schemes: [https]\npaths: {}\ndefinitions:\n  A: ${given}\n  B: { type: object }\n`,
    );
    expect(plain(valueAt(document, "/components/schemas/A"))).toEqual(want);
  });

  it("keep their discriminator", async () => {
    const document = await converted(`schemes: [https]
paths: {}
definitions:
  Pet: { type: object, discriminator: kind, properties: { kind: { type: string } } }
  Cat: { allOf: [{ $ref: "#/definitions/Pet" }, { type: object, properties: { lives: { type: integer } } }] }
`);
    expect(plain(valueAt(document, "/components/schemas/Pet"))).toMatchObject({
      discriminator: { propertyName: "kind" },
      required: ["kind"],
    });
  });

  it("come home from other files and other places", async () => {
    const { document } = await read({
      "openapi.yaml": swagger(`schemes: [https]
paths:
  /a:
    $ref: paths.yaml#/a
  /b:
    get:
      parameters: [{ $ref: "shared.yaml#/parameters/Limit" }]
      responses:
        200: { $ref: "shared.yaml#/responses/Ok" }
        201: { description: d, schema: { $ref: "#/paths/~1b/get/responses/200/schema" } }
`),
      "paths.yaml":
        "a:\n  get:\n    responses:\n      200: { description: d, schema: { $ref: 'shared.yaml#/definitions/Pet' } }\n",
      "shared.yaml":
        "parameters:\n  Limit: { in: query, name: limit, type: integer }\nresponses:\n  Ok: { description: d, schema: { type: array, items: { $ref: '#/definitions/Pet' } } }\ndefinitions:\n  Pet: { type: object, x-nullable: true }\n",
    });
    const paths = plain(document.paths) as JsonObject;
    const json = (path: string): unknown => valueAt(paths, `${path}/content/application~1json/schema`);
    expect(json("/~1a/get/responses/200")).toEqual({ $ref: "#/components/schemas/Pet" });
    expect(json("/~1b/get/responses/200")).toEqual({
      type: "array",
      items: { $ref: "#/components/schemas/Pet" },
    });
    expect(json("/~1b/get/responses/201")).toEqual({ $ref: "#/components/schemas/schema" });
    expect(valueAt(paths, "/~1b/get/parameters")).toEqual([
      { in: "query", name: "limit", schema: { type: "integer" } },
    ]);
    expect(plain(valueAt(document, "/components/schemas/Pet"))).toEqual({ type: "object", nullable: true });
  });
});

it("keeps ways to authenticate", async () => {
  const document = await converted(`schemes: [https]
paths: {}
security: [{ key: [] }]
securityDefinitions:
  basic: { type: basic, description: b, x-trunkline: { env: T_PASSWORD } }
  key: { type: apiKey, in: query, name: k }
  code: { type: oauth2, flow: accessCode, authorizationUrl: "https://a.test/x", tokenUrl: "https://a.test/t", scopes: { r: read } }
  app: { type: oauth2, flow: application, tokenUrl: "https://a.test/t", scopes: {} }
`);
  expect(plain(document.security)).toEqual([{ key: [] }]);
  expect(plain(valueAt(document, "/components/securitySchemes"))).toEqual({
    basic: { type: "http", scheme: "basic", description: "b", "x-trunkline": { env: "T_PASSWORD" } },
    key: { type: "apiKey", in: "query", name: "k" },
    code: {
      type: "oauth2",
      flows: {
        authorizationCode: {
          authorizationUrl: "https://a.test/x",
          tokenUrl: "https://a.test/t",
          scopes: { r: "read" },
        },
      },
    },
    app: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "https://a.test/t", scopes: {} } } },
  });
});

describe("places", () => {
  const text = swagger(`schemes:
  - https
paths:
  /a:
    post:
      parameters:
        - in: body
          name: b
          schema:
            $ref: "#/definitions/A"
        - in: query
          name: q
          type: string
          pattern: x
      responses:
        200:
          description: d
          schema:
            type: object
            title: t
          examples:
            application/json:
              a: 1
  /f:
    post:
      parameters:
        - in: formData
          name: first
          type: string
        - in: formData
          name: second
          type: integer
          minimum: 3
      responses:
        200: { description: d }
definitions:
  A:
    type: object
    properties:
      n:
        type: integer
securityDefinitions:
  key:
    type: apiKey
    in: header
    name: X
`);
  const post = ["paths", "/a", "post"];
  const answer = [...post, "responses", "200", "content", "application/json"];
  const form = [
    "paths",
    "/f",
    "post",
    "requestBody",
    "content",
    "application/x-www-form-urlencoded",
    "schema",
  ];
  it.each([
    [["openapi"], 1],
    [["servers", 0, "url"], 5],
    [["paths", "/a", "post"], 10],
    [[...post, "parameters", 0, "name"], 17],
    [[...post, "parameters", 0, "schema", "pattern"], 19],
    [[...post, "requestBody", "content", "application/json", "schema", "$ref"], 15],
    [[...answer, "schema", "title"], 25],
    [[...answer, "example", "a"], 28],
    [[...form, "properties", "second", "minimum"], 38],
    [["components", "schemas", "A", "properties", "n"], 45],
    [["components", "securitySchemes", "key", "in"], 50],
  ])("of the original: %j stands on line %i", async (pointer, line) => {
    const { locate } = await read({ "openapi.yaml": text });
    expect(locate(pointer)).toMatchObject({ file: "openapi.yaml", line });
  });
});

describe("Swagger that cannot be read as it stands", () => {
  const rows: readonly [string, string, readonly string[]][] = [
    [
      "another version",
      'swagger: "1.2"\ninfo: {}\n',
      ["openapi.yaml:1 error openapi-version | Swagger 2.0 and OpenAPI 3 are read"],
    ],
    [
      "paths that are not an object",
      swagger("schemes: [https]\npaths: []\n"),
      ["openapi.yaml:7 error wrong-type"],
    ],
    [
      "a host that is not text",
      'swagger: "2.0"\ninfo: { title: T, version: "1" }\nhost: [a]\npaths: {}\n',
      ["openapi.yaml:3 error wrong-type"],
    ],
    [
      "an operation that is not an object",
      swagger("schemes: [https]\npaths:\n  /a:\n    get: 1\n"),
      ["openapi.yaml:9 warning wrong-type"],
    ],
    [
      "a response that is not an object",
      swagger("schemes: [https]\npaths:\n  /a:\n    get:\n      responses: { 200: 1 }\n"),
      ["openapi.yaml:10 warning wrong-type"],
    ],
    [
      "parameters that are not a list",
      swagger(operation("parameters: 1")),
      ["openapi.yaml:10 warning wrong-type"],
    ],
    [
      "a reference out of the folder",
      swagger('schemes: [https]\npaths:\n  /a: { $ref: "../a.yaml" }\n'),
      [
        "openapi.yaml:8 error ref-outside | copy the file below the folder of the main document and refer to it by a relative path",
      ],
    ],
    [
      "a name that is a prototype",
      swagger("schemes: [https]\npaths: {}\ndefinitions:\n  __proto__: { type: object }\n"),
      ["openapi.yaml:9 error swagger-name | rename it"],
    ],
    [
      "an empty operation",
      swagger("schemes: [https]\npaths:\n  /a:\n    get:\n"),
      ["openapi.yaml:9 warning empty-value | give it a value or delete the line"],
    ],
    [
      "a schema that is not there",
      swagger('schemes: [https]\npaths: {}\ndefinitions:\n  A: { $ref: "#/definitions/B" }\n'),
      ['openapi.yaml:9 warning ref-dangling | did you mean "A"?'],
    ],
  ];
  it.each(rows)("%s", async (_, given, want) => {
    expect(brief(await faultsOf({ "openapi.yaml": given }))).toEqual(want);
  });

  const flaws: readonly [name: string, get: string, lost: boolean, shared?: string][] = [
    ["a response that is not there", 'responses: { 200: { $ref: "#/responses/Nope" } }', false],
    ["a response in a file that is not there", 'responses: { 200: { $ref: "nope.yaml#/A" } }', false],
    ["a response that is not an object", "responses: { 200: 1 }", false],
    ["a parameter that is not there", 'parameters: [{ $ref: "#/parameters/Nope" }]', true],
    ["a parameter that is not an object", "parameters: [1]", true],
    ["a parameter whose shared one leads nowhere", 'parameters: [{ $ref: "#/parameters/Bad" }]', true],
    ["parameters that are not a list", "parameters: {}", true],
    ["a parameter of the path", "summary: a", true, '    parameters: [{ $ref: "#/parameters/Nope" }]\n'],
  ];
  it.each(flaws)("costs what it touches: %s", async (_, get, isLost, shared = "") => {
    const ok = "responses: { 204: { description: None. } }";
    const own = get.startsWith("responses") ? get : `${get}, ${ok}`;
    const text = `schemes: [https]
parameters: { Bad: { $ref: "#/parameters/Nope" } }
paths:
  /a:
${shared}    get: { operationId: a.get, ${own} }
  /b:
    get: { operationId: b.get, ${ok} }
`;
    const { document, leftOut, diagnostics } = await read({ "openapi.yaml": swagger(text) });
    expect(leftOut).toEqual(isLost ? ["GET /a"] : []);
    expect(Object.keys(document.paths as object)).toEqual(isLost ? ["/b"] : ["/a", "/b"]);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ severity: "warning", location: { line: expect.any(Number) } });
    expect(diagnostics[0]?.message).toContain(isLost ? "GET /a is left out" : "is read as unknown");
    if (!isLost) {
      const answer = JSON.parse(JSON.stringify(document)).paths["/a"].get.responses[200];
      expect(answer.content?.["application/json"]?.schema ?? {}).toEqual({});
    }
  });

  it("leaves out a path that leads nowhere", async () => {
    const text = `schemes: [https]
paths:
  /a: { $ref: "#/x-paths/nope" }
  /b:
    get: { operationId: b.get, parameters: [{ $ref: "#/parameters/Nope" }], responses: {} }
`;
    const { document, leftOut, diagnostics } = await read({ "openapi.yaml": swagger(text) });
    expect(leftOut).toEqual(["GET /b"]);
    expect(Object.keys(document.paths ?? {})).toEqual([]);
    expect(brief(diagnostics).map((one) => one.split(" |")[0])).toEqual([
      "openapi.yaml:8 warning ref-dangling",
      "openapi.yaml:10 warning ref-dangling",
    ]);
  });

  it("reads a version without quotes", async () => {
    const { document } = await read({
      "openapi.yaml": "swagger: 2.0\ninfo: { title: T, version: '1' }\npaths: {}\n",
    });
    expect(document.openapi).toBe("3.0.4");
  });

  it("changes no prototype, whatever is called a media type", async () => {
    await read({
      "openapi.yaml": swagger(
        'schemes: [https]\nproduces: ["__proto__"]\npaths:\n  /a:\n    get:\n      produces: ["__proto__", constructor]\n      responses:\n        200: { description: d, examples: { constructor: { polluted: 1 }, toString: 1 } }\n',
      ),
    });
    expect(({} as { example?: unknown; examples?: unknown }).example).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

/** Every place of a value, as keys and indexes from its root. */
function placesOf(value: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, child]) => placesOf(child, [...at, key]))];
}

it("is converted or refused with a place, whatever one place of it holds", async () => {
  const whole = {
    ...{
      swagger: "2.0",
      info: { title: "T", version: "1" },
      host: "api.test",
      basePath: "/v",
      schemes: ["https"],
    },
    ...{ consumes: ["application/json"], produces: ["application/json"], security: [{ key: [] }] },
    parameters: {
      P: { in: "query", name: "p", type: "array", items: { type: "string" }, collectionFormat: "csv" },
    },
    responses: { R: { description: "d", schema: { type: "object" }, headers: { X: { type: "string" } } } },
    definitions: {
      A: {
        type: "object",
        discriminator: "k",
        properties: { k: { type: "string" } },
        allOf: [{ type: "object" }],
      },
    },
    securityDefinitions: {
      key: { type: "oauth2", flow: "implicit", authorizationUrl: "https://a.test", scopes: { s: "t" } },
    },
    paths: {
      "/a/{id}": {
        parameters: [
          { in: "path", name: "id", required: true, type: "string" },
          { in: "formData", name: "f", type: "file" },
        ],
        get: { parameters: [{ $ref: "#/parameters/P" }], responses: { 200: { $ref: "#/responses/R" } } },
        post: {
          parameters: [{ in: "body", name: "b", schema: { $ref: "#/definitions/A" } }],
          responses: {
            200: { description: "d", schema: { type: "file" }, examples: { "application/json": { a: 1 } } },
          },
        },
        put: {
          consumes: ["multipart/form-data"],
          schemes: ["http"],
          responses: { default: { description: "d" } },
        },
      },
    },
  };
  const odd = [null, 1, "x", "", [], {}, true, [null], { $ref: 1 }, { $ref: "#/definitions/A" }, { in: {} }];
  for (const [index, [key = "", ...rest]] of placesOf(whole).slice(1).entries()) {
    if (key === "swagger") continue;
    // Neighbours get others, so that each kind of place meets each of them.
    for (const value of odd.filter((_, at) => (at + index) % 4 === 0)) {
      const changed = structuredClone(whole) as unknown as Record<string, unknown>;
      let parent = changed;
      const path = [key, ...rest];
      for (const token of path.slice(0, -1)) parent = parent[token] as Record<string, unknown>;
      parent[path.at(-1) ?? ""] = value;
      const found = await faultsOf({ "openapi.json": JSON.stringify(changed) }, {}, "openapi.json");
      const failed = found.find(({ code }) => code === "swagger-conversion");
      expect({ path, value, failed }).toEqual({ path, value, failed: undefined });
    }
  }
}, 60_000);

describe("a form of Swagger", () => {
  const form = (consumes: string, required: boolean): string =>
    operation(
      `consumes: [${consumes}]\nparameters:\n  - { in: formData, name: a, type: string, required: ${required} }\n  - { in: formData, name: b, type: string }`,
    );
  it.each([
    ["multipart/form-data", true, true],
    ["application/x-www-form-urlencoded", true, true],
    ["multipart/form-data", false, undefined],
  ])("of %s with a field that is required: %s", async (consumes, required, want) => {
    const document = await converted(form(consumes, required));
    expect(plain(valueAt(document, "/paths/~1a~1{id}/post/requestBody/required"))).toBe(want ?? null);
  });

  it("is required by a field that all operations of a path share", async () => {
    const document = await converted(
      "schemes: [https]\npaths:\n  /a:\n    parameters: [{ in: formData, name: a, type: string, required: true }]\n    post:\n      consumes: [multipart/form-data]\n      responses: { default: { description: d } }\n",
    );
    expect(plain(valueAt(document, "/paths/~1a/post/requestBody/required"))).toBe(true);
  });
});
