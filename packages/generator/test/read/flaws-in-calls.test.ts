import { describe, expect, it } from "vitest";
import { DocumentError } from "../../src/diagnostics.ts";
import { makePackage } from "../../src/make-package.ts";
import { buildModel } from "../../src/model/build.ts";
import type { Model } from "../../src/model/types.ts";
import { type brief, folderOf, read, yaml } from "../support/documents.ts";
import { typeCheck } from "../support/type-check.ts";
import { inputOf } from "../untrusted/cells.ts";

/** What paths refer to, one line each; only what they name is there. */
const shared: readonly (readonly [section: string, name: string, value: string])[] = [
  ["securitySchemes", "key", "{ type: http, scheme: bearer }"],
  ["securitySchemes", "odd", "{ type: apikey, name: x, in: header }"],
  [
    "securitySchemes",
    "traded",
    "{ type: http, scheme: bearer, x-trunkline: { exchange: { operation: a.flawed, option: apiKey, request: /key, token: /token, expiresIn: /in } } }",
  ],
  ["requestBodies", "Body", "{ content: { application/json: { schema: { type: object } } } }"],
  ["requestBodies", "Gone", '{ $ref: "#/components/requestBodies/Nothing" }'],
  ["parameters", "Nameless", "{ in: query, schema: { type: string } }"],
  ["parameters", "Limit", "{ name: limit, in: query, schema: { type: integer } }"],
  ["responses", "Good", "{ description: Good. }"],
  ["responses", "Text", "a text"],
  ["responses", "Alias", '{ $ref: "#/components/responses/Nothing" }'],
  ["headers", "Header", "a text"],
  ["schemas", "Thing", "{ type: object, properties: { id: { type: string } } }"],
];

/** Paths from the seventh line on, in a document whose other operation is sound. */
function around(paths: string): string {
  const used = shared.filter(([, name]) => paths.includes(`/${name}"`) || paths.includes(`${name}: [`));
  const sections = [...new Set(used.map(([section]) => section))].map((section) => {
    const own = used.filter((one) => one[0] === section).map(([, name, value]) => `    ${name}: ${value}\n`);
    return `  ${section}:\n${own.join("")}`;
  });
  return yaml(`servers: [{ url: https://a.test }]
paths:
${paths}
  /sound: { get: { operationId: a.sound, responses: { "204": { description: Good. } } } }
components: # shared
  x-shared: true
${sections.join("")}`);
}

const operation = (what: string): string => `  /flawed:\n    get:\n      operationId: a.flawed\n${what}`;
const answered = '      responses: { "204": { description: Good. } }';
const sent = (what: string): string => operation(`${answered}\n${what}`);

interface Row {
  readonly given: string;
  /** @default GET /flawed */
  readonly lost?: readonly string[];
  /** `line code`, or `shared code` at a component: what is said, each once. */
  readonly said: readonly string[];
}

const flawed = ["GET /flawed"];
const none: readonly string[] = [];

const calls: readonly [string, Row][] = [
  [
    "parameters as an object",
    { given: sent("      parameters: { name: a, in: query }"), said: ["11 wrong-type"] },
  ],
  ["a parameter that is a text", { given: sent("      parameters: [limit]"), said: ["11 wrong-type"] }],
  [
    "a parameter without a name",
    { given: sent("      parameters: [{ in: query }]"), said: ["11 missing-key"] },
  ],
  ["a parameter in no place", { given: sent("      parameters: [{ name: a }]"), said: ["11 missing-key"] }],
  [
    "a shared parameter without a name",
    {
      given: sent('      parameters: [{ $ref: "#/components/parameters/Nameless" }]'),
      said: ["shared missing-key"],
    },
  ],
  [
    "a parameter that is not there",
    {
      given: sent('      parameters: [{ $ref: "#/components/parameters/Limt" }]'),
      said: ["11 ref-dangling"],
    },
  ],
  [
    "a schema for a parameter",
    { given: sent('      parameters: [{ $ref: "#/components/schemas/Thing" }]'), said: ["11 ref-kind"] },
  ],
  [
    "a parameter of a path that is not there",
    {
      given: `  /flawed:\n    parameters: [{ $ref: "#/components/parameters/Nope" }]\n    get: {}\n    post: {}`,
      lost: ["GET /flawed", "POST /flawed"],
      said: ["8 ref-dangling"],
    },
  ],
  [
    "explode in words",
    { given: sent('      parameters: [{ name: a, in: query, explode: "no" }]'), said: ["11 wrong-type"] },
  ],
  [
    "a style that is a list",
    { given: sent("      parameters: [{ name: a, in: query, style: [form] }]"), said: ["11 wrong-type"] },
  ],
  [
    "required in words",
    {
      given: sent('      parameters: [{ name: a, in: query, required: "yes" }]'),
      lost: none,
      said: ["11 wrong-type"],
    },
  ],
  [
    "examples of a parameter as a list",
    {
      given: sent("      parameters: [{ name: a, in: query, examples: [1] }]"),
      lost: none,
      said: ["11 wrong-type"],
    },
  ],
  ["a body that is a text", { given: sent("      requestBody: json"), said: ["11 wrong-type"] }],
  [
    "a body that is not there",
    {
      given: sent('      requestBody: { $ref: "#/components/requestBodies/Gon" }'),
      said: ["11 ref-dangling"],
    },
  ],
  [
    "a body that is another name of nothing",
    {
      given: sent('      requestBody: { $ref: "#/components/requestBodies/Gone" }'),
      said: ["shared ref-dangling"],
    },
  ],
  [
    "a body that is a response",
    { given: sent('      requestBody: { $ref: "#/components/responses/Good" }'), said: ["11 ref-kind"] },
  ],
  [
    "content as a list",
    { given: sent("      requestBody: { content: [application/json] }"), said: ["11 wrong-type"] },
  ],
  [
    "a media type that is a text",
    { given: sent("      requestBody: { content: { application/json: Thing } }"), said: ["11 wrong-type"] },
  ],
  [
    "an encoding that is a text",
    {
      given: sent("      requestBody: { content: { multipart/form-data: { encoding: { a: text } } } }"),
      said: ["11 wrong-type"],
    },
  ],
  [
    "headers of an encoding as a list",
    {
      given: sent(
        "      requestBody: { content: { multipart/form-data: { encoding: { a: { headers: [a] } } } } }",
      ),
      lost: none,
      said: ["11 wrong-type"],
    },
  ],
  ["an operation that is a text", { given: "  /flawed:\n    get: yes please", said: ["8 wrong-type"] }],
  ["an operation that is empty", { given: "  /flawed:\n    get:", said: ["8 empty-value"] }],
  ["a path item that is a text", { given: "  /flawed: text", lost: none, said: ["7 wrong-type"] }],
  ["a path item that is empty", { given: "  /flawed:", lost: none, said: ["7 empty-value"] }],
  [
    "a path item that is not there",
    { given: "  /flawed: { $ref: flawed.yaml }", lost: none, said: ["7 ref-dangling"] },
  ],
  [
    "a path without a slash",
    {
      given: "  flawed:\n    get: {}\n    post: {}",
      lost: ["GET flawed", "POST flawed"],
      said: ["7 unknown-key"],
    },
  ],
  [
    "an operationId that is a list",
    {
      given: "  /flawed:\n    get:\n      operationId: [a]\n      responses: {}",
      lost: none,
      said: ["9 wrong-type"],
    },
  ],
  ["callbacks as a list", { given: sent("      callbacks: [a]"), lost: none, said: ["11 wrong-type"] }],
  [
    "a callback whose body is not there",
    {
      given: sent(
        '      callbacks: { done: { "{$url}": { post: { requestBody: { $ref: "#/components/requestBodies/Nope" } } } } }',
      ),
      lost: none,
      said: ["11 ref-dangling"],
    },
  ],
];

const answers: readonly [string, Row & { readonly want: unknown }][] = [
  [
    "a response that is a body",
    {
      given: operation('      responses: { "200": { $ref: "#/components/requestBodies/Body" } }'),
      want: "unknown",
      said: ["10 ref-kind"],
    },
  ],
  [
    "a response that is not there",
    {
      given: operation('      responses: { "200": { $ref: "#/components/responses/Nope" } }'),
      want: "unknown",
      said: ["10 ref-dangling"],
    },
  ],
  [
    "a shared response that is a text",
    {
      given: operation('      responses: { "200": { $ref: "#/components/responses/Text" } }'),
      want: "unknown",
      said: ["shared wrong-type"],
    },
  ],
  [
    "a response that is another name of nothing",
    {
      given: operation('      responses: { "200": { $ref: "#/components/responses/Alias" } }'),
      want: "unknown",
      said: ["shared ref-dangling"],
    },
  ],
  [
    "a response that is a text",
    { given: operation('      responses: { "200": Good. }'), want: "unknown", said: ["10 wrong-type"] },
  ],
  [
    "content of a response as a text",
    {
      given: operation('      responses: { "200": { content: json } }'),
      want: "unknown",
      said: ["10 wrong-type"],
    },
  ],
  [
    "a media type of a response that is a text",
    {
      given: operation('      responses: { "200": { content: { application/json: Thing } } }'),
      want: "unknown",
      said: ["10 wrong-type"],
    },
  ],
  [
    "responses as a list",
    { given: operation("      responses: [200]"), want: "unknown", said: ["10 wrong-type"] },
  ],
  [
    "a word for a status",
    {
      given: operation("      responses: { ok: { description: Good. } }"),
      want: "unknown",
      said: ["10 unknown-key"],
    },
  ],
  [
    "a status of two digits",
    {
      given: operation("      responses: { 20: { description: Good. }, 404: { description: No. } }"),
      want: "unknown",
      said: ["10 unknown-key"],
    },
  ],
  [
    "a status that is a number",
    {
      given: operation(
        "      responses: { 200: { content: { application/json: { schema: { type: string } } } } }",
      ),
      want: "string",
      said: [],
    },
  ],
  [
    "a range in small letters",
    {
      given: operation(
        "      responses: { 2xx: { content: { application/json: { schema: { type: string } } } } }",
      ),
      want: "string",
      said: ["10 unknown-key"],
    },
  ],
  [
    "a header that is a text",
    {
      given: operation(
        '      responses: { "200": { content: { application/json: { schema: { type: string } } }, headers: { X-A: { $ref: "#/components/headers/Header" }, X-B: text } } }',
      ),
      want: "string",
      said: ["10 wrong-type", "shared wrong-type"],
    },
  ],
  [
    "a link that is not there",
    {
      given: operation(
        '      responses: { "200": { content: { application/json: { schema: { type: string } } }, links: { a: { $ref: "#/components/links/Nope" } } } }',
      ),
      want: "string",
      said: ["10 ref-dangling"],
    },
  ],
  [
    "examples that are a list, or not there",
    {
      given: operation(
        '      responses: { "200": { content: { application/json: { schema: { type: string }, examples: { a: { $ref: "#/components/examples/Nope" }, b: text } } } } }',
      ),
      want: "string",
      said: ["10 ref-dangling", "10 wrong-type"],
    },
  ],
];

const guarded: readonly [string, Row][] = [
  [
    "security of an operation that is a text",
    { given: sent("      security: key"), said: ["11 wrong-type"] },
  ],
  [
    "security of an operation that is an object",
    { given: sent("      security: { key: [] }"), said: ["11 wrong-type"] },
  ],
  ["an alternative that is a text", { given: sent("      security: [key]"), said: ["11 wrong-type"] }],
  ["an alternative that is empty", { given: sent("      security:\n        -"), said: ["12 empty-value"] }],
  ["scopes that are a text", { given: sent("      security: [{ key: [{}] }]"), said: ["11 wrong-type"] }],
  [
    "a scheme that is not there",
    { given: sent("      security: [{ kee: [] }]"), said: ["11 security-unknown"] },
  ],
  [
    "a scheme that is not there, beside nobody",
    { given: sent("      security: [{}, { kee: [] }]"), said: ["11 security-unknown"] },
  ],
  [
    "a scheme of no known type",
    { given: sent("      security: [{ odd: [] }]"), said: ["shared security-scheme"] },
  ],
  [
    "servers of an operation as an object",
    { given: sent("      servers: { url: https://b.test }"), said: ["11 wrong-type"] },
  ],
  ["a server that is a text", { given: sent("      servers: [https://b.test]"), said: ["11 wrong-type"] }],
  [
    "a server without an address",
    { given: sent("      servers: [{ description: B. }]"), said: ["11 missing-key"] },
  ],
  [
    "a second server that is a text",
    { given: sent("      servers: [{ url: https://b.test }, text]"), lost: none, said: ["11 wrong-type"] },
  ],
];

describe("a flaw in a part of a call", () => {
  it.each([...calls, ...guarded])("%s", async (_, row) => {
    const text = around(row.given);
    const { leftOut, diagnostics, document } = await read({ "openapi.yaml": text });
    expect(leftOut).toEqual(row.lost ?? flawed);
    expect(told(diagnostics, text)).toEqual(row.said);
    for (const call of leftOut) expect(diagnostics.some(({ message }) => message.includes(call))).toBe(true);
    expect(Object.keys(document.paths as object)).toContain("/sound");
  });

  it.each(answers)("%s", async (_, row) => {
    const text = around(row.given);
    const loaded = await read({ "openapi.yaml": text });
    expect(loaded.leftOut).toEqual([]);
    expect(told(loaded.diagnostics, text)).toEqual(row.said);
    const found = modelOf(loaded).operations.find(({ id }) => id === "a.flawed");
    expect(found?.result.type).toMatchObject({ name: row.want });
  });

  it("leaves packages that compile", { timeout: 120_000 }, async () => {
    const models: Model[] = [];
    for (const [, { given }] of [...calls, ...guarded, ...answers]) {
      models.push(modelOf(await read({ "openapi.yaml": around(given) })));
    }
    expect(await typeCheck(models)).toEqual([]);
  });
});

/** `line code` of what is said. */
function told(diagnostics: Parameters<typeof brief>[0], text = ""): readonly string[] {
  const end = text.split("\n").findIndex((line) => line.startsWith("components: # shared"));
  return diagnostics.map(
    ({ location: { line }, code }) => `${end >= 0 && line > end ? "shared" : line} ${code}`,
  );
}

function modelOf(loaded: Awaited<ReturnType<typeof read>>): Model {
  return buildModel(loaded, undefined, { folder: "flaws" });
}

const whole: readonly [
  string,
  { readonly given: string; readonly lost: readonly string[]; readonly said: string },
][] = [
  [
    "servers as an object",
    { given: "servers: { url: https://b.test }", lost: ["GET /a"], said: "5 wrong-type" },
  ],
  [
    "a first server that is a text",
    { given: "servers: [text, { url: https://b.test }]", lost: ["GET /a"], said: "5 wrong-type" },
  ],
  ["a server without an address", { given: "servers: [{}]", lost: ["GET /a"], said: "5 missing-key" }],
  [
    "a variable of a server without its default",
    {
      given: 'servers: [{ url: "https://{a}.test", variables: { a: { enum: [b] } } }]',
      lost: ["GET /a"],
      said: "5 missing-key",
    },
  ],
  [
    "security as an object",
    { given: "security: { key: [] }", lost: ["GET /a", "GET /own"], said: "5 wrong-type" },
  ],
  [
    "an unknown scheme",
    { given: "security: [{ kee: [] }]", lost: ["GET /a", "GET /own"], said: "5 security-unknown" },
  ],
];

describe("a flaw in where calls go, or as whom", () => {
  const rest = `paths:
  /a: { get: { operationId: a.get, responses: { "204": { description: Good. } } } }
  /own: { get: { operationId: own.get, servers: [{ url: https://own.test }], responses: { "204": { description: Good. } } } }
  /open: { get: { operationId: open.get, security: [], servers: [{ url: https://own.test }], responses: { "204": { description: Good. } } } }
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
`;

  it.each(whole)("%s costs each operation that has no better", async (_, { given, lost, said }) => {
    const { leftOut, diagnostics, document } = await read({ "openapi.yaml": yaml(`${given}\n${rest}`) });
    expect(leftOut).toEqual(lost);
    expect(told(diagnostics)).toEqual([said]);
    expect(document).not.toHaveProperty(given.split(":")[0] ?? "");
  });

  it("says how a variable gets its default", async () => {
    const given = 'servers: [{ url: "https://{a}.test", variables: { a: {} } }]';
    const { diagnostics } = await read({ "openapi.yaml": yaml(`${given}\n${rest}`) });
    expect(diagnostics).toMatchObject([
      {
        message: expect.stringMatching(/^"a" of "variables" .* has no "default"; GET \/a is left out$/),
        location: { file: expect.stringMatching(/openapi\.yaml$/), line: 5 },
        hint: expect.stringMatching(/overlay .* update: \{ default: … \}/),
      },
    ]);
  });

  it("costs a relative server that begins with it", async () => {
    const paths =
      'paths: { /a: { get: { servers: [{ url: /v2 }], responses: { "204": { description: Good. } } } } }\n';
    expect(await read({ "openapi.yaml": yaml(`servers: [text]\n${paths}`) })).toMatchObject({
      leftOut: ["GET /a"],
    });
  });

  it("costs the scheme that trades a key by an operation that is left out", async () => {
    const text = around(
      `  /flawed: { post: { operationId: a.flawed, parameters: [a] } }\n  /other: { get: { security: [{ traded: [] }] } }`,
    );
    const { leftOut, document } = await read({ "openapi.yaml": text });
    expect(leftOut).toEqual(["POST /flawed", "GET /other"]);
    expect(Object.keys((document.components as { securitySchemes: object }).securitySchemes)).toEqual([]);
  });

  it("makes a package of a document without a sound operation", async () => {
    const folder = await folderOf({
      "openapi.yaml": yaml(`security: key\n${rest.replace("security: [], ", "")}`),
    });
    const made = await makePackage(inputOf(`${folder}/openapi.yaml`), async (files) => files);
    expect(made).toMatchObject({ operations: 0, leftOut: 3 });
  });
});

const infos: readonly [string, string][] = [
  ["no title", 'info: { version: "1" }'],
  ["no version", "info: { title: T }"],
  ["a title that is a list", 'info: { title: [T], version: "1" }'],
  ["info that is a text", "info: T"],
  ["no info", "x-a: 1"],
];

describe("a flaw in what a document says of itself", () => {
  it.each(infos)("%s costs nothing", async (_, info) => {
    const text = `openapi: 3.1.0\n${info}\nservers: [{ url: https://a.test }]\npaths: { /a: { get: { operationId: a.get } } }\n`;
    const folder = await folderOf({ "openapi.yaml": text });
    const made = await makePackage(inputOf(`${folder}/openapi.yaml`), async (files) => files);
    expect(made).toMatchObject({ operations: 1, leftOut: 0 });
    expect(made.diagnostics[0]?.location.line).toBeLessThan(3);
    expect(made.diagnostics[0]?.code).toMatch(/missing-key|wrong-type/);
  });
});

describe("what is not safe", () => {
  const refs = ["../a.yaml", "https://x.test/a.yaml", "/etc/passwd", "file:///etc/passwd", "//x.test/a"];
  it.each(refs)("a parameter at %s refuses the document", async (ref) => {
    const text = around(sent(`      parameters: [{ $ref: "${ref}" }]`));
    await expect(read({ "openapi.yaml": text })).rejects.toThrow(DocumentError);
  });
});
