import { describe, expect, it } from "vitest";
import { generatePackage } from "../../src/generate.ts";
import { brief, faultsOf, folderOf, read, yaml } from "../support/documents.ts";
import { modelOf } from "../support/emit.ts";
import { typeCheck } from "../support/type-check.ts";

interface Row {
  /** The schema of a field, in a document whose rest is sound. */
  readonly given: string;
  /** What it is read as. */
  readonly want: unknown;
  readonly said: string;
}

const unknown = {};
const schemas: readonly [string, Row][] = [
  ["a type of Swagger 2.0", { given: "{ type: file }", want: unknown, said: "schema-type" }],
  ["a format as type", { given: "{ type: date }", want: unknown, said: "schema-type" }],
  ["a list of types for a schema", { given: "[string, money]", want: unknown, said: "wrong-type" }],
  ["types, one of them bad", { given: "{ type: [string, money] }", want: unknown, said: "schema-type" }],
  ["a type that is a number", { given: "{ type: 3 }", want: unknown, said: "schema-type" }],
  ["a text for a schema", { given: "string", want: unknown, said: "wrong-type" }],
  ["a number for a schema", { given: "3", want: unknown, said: "wrong-type" }],
  [
    "required of a property",
    { given: "{ type: string, required: true }", want: { type: "string" }, said: "wrong-type" },
  ],
  [
    "deprecated in words",
    { given: '{ type: string, deprecated: "yes" }', want: { type: "string" }, said: "wrong-type" },
  ],
  [
    "an enum that is a text",
    { given: "{ type: string, enum: a }", want: { type: "string" }, said: "wrong-type" },
  ],
  [
    "a length in words",
    { given: "{ type: string, maxLength: many }", want: { type: "string" }, said: "wrong-type" },
  ],
  [
    "properties as a list, in an object that is closed",
    {
      given: "{ type: object, additionalProperties: false, properties: [a] }",
      want: unknown,
      said: "wrong-type",
    },
  ],
  [
    "one property that is a text",
    {
      given: "{ type: object, properties: { a: text, b: { type: string } } }",
      want: { type: "object", properties: { a: unknown, b: { type: "string" } } },
      said: "wrong-type",
    },
  ],
  [
    "items as a list",
    {
      given: "{ type: array, items: [{ type: string }] }",
      want: { type: "array", items: unknown },
      said: "wrong-type",
    },
  ],
  [
    "one alternative that is a text",
    {
      given: "{ oneOf: [text, { type: string }] }",
      want: { oneOf: [unknown, { type: "string" }] },
      said: "wrong-type",
    },
  ],
  [
    "a ref to nothing",
    { given: '{ $ref: "#/components/schemas/Gone" }', want: unknown, said: "ref-dangling" },
  ],
  [
    "a ref to nothing in a list",
    {
      given: '{ type: array, items: { $ref: "#/definitions/Gone" } }',
      want: { type: "array", items: unknown },
      said: "ref-dangling",
    },
  ],
  ["a ref that is an object", { given: "{ $ref: {} }", want: unknown, said: "ref-malformed" }],
  [
    "a discriminator without a name",
    { given: "{ type: object, discriminator: {} }", want: { type: "object" }, said: "missing-key" },
  ],
  [
    "a discriminator that is a text",
    { given: "{ type: object, discriminator: kind }", want: { type: "object" }, said: "wrong-type" },
  ],
  [
    "a mapping that leads nowhere",
    {
      given:
        '{ type: object, discriminator: { propertyName: k, mapping: { a: Gone, b: "#/components/schemas/Lost" } } }',
      want: { type: "object", discriminator: { propertyName: "k", mapping: {} } },
      said: "discriminator-mapping",
    },
  ],
];

const given = (schema: string): string =>
  `servers: [{ url: https://a.test }]
paths:
  /flawed: { get: { operationId: a.flawed, responses: { "200": { description: Good., content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } } } }
  /sound: { get: { operationId: a.sound, responses: { "204": { description: Good. } } } }
components:
  schemas:
    A: { type: object, properties: { field: ${schema} } }
    Alias: { $ref: "#/components/schemas/A" }
`;

describe("a flaw in a schema", () => {
  it.each(schemas)("%s", async (_, row) => {
    const { document, diagnostics } = await read({ "openapi.yaml": yaml(given(row.given)) });
    expect(JSON.parse(JSON.stringify(document)).components.schemas.A.properties.field).toEqual(row.want);
    expect(diagnostics[0]).toMatchObject({
      severity: "warning",
      code: row.said,
      location: { file: "openapi.yaml", line: 11 },
    });
  });

  it("leaves packages that compile", { timeout: 60_000 }, async () => {
    expect(await typeCheck(schemas.map(([, row]) => modelOf(given(row.given))))).toEqual([]);
  });

  it("is an error where warnings are, and in the house's own documents", async () => {
    const folder = await folderOf({ "openapi.yaml": yaml(given("{ type: file }")) });
    const options = {
      spec: `${folder}/openapi.yaml`,
      target: `${folder}/out`,
      packageName: "@acme/t",
      check: true,
    };
    expect(await generatePackage(options)).toMatchObject({ operations: 2, leftOut: 0 });
    await expect(generatePackage({ ...options, strict: true })).rejects.toThrow("error schema-type");
    await expect(generatePackage({ ...options, house: true })).rejects.toThrow("error schema-type");
  });

  it("that a component only repeats costs what refers to it", async () => {
    const text = yaml(
      'components:\n  schemas:\n    A: { $ref: "#/components/schemas/Gone" }\n    B: { properties: { a: { $ref: "#/components/schemas/A" } } }\n',
    );
    const { document, diagnostics } = await read({ "openapi.yaml": text });
    expect(JSON.parse(JSON.stringify(document)).components.schemas.A).toEqual({});
    expect(brief(diagnostics)).toEqual(["openapi.yaml:7 warning ref-dangling | valid here: A, B"]);
  });
});

const words: readonly [string, { readonly given: string; readonly want: string }][] = [
  [
    "a tag whose description is a ref",
    {
      given: "tags: [{ name: a, description: { $ref: a.md } }]\n",
      want: "openapi.yaml:5 warning wrong-type",
    },
  ],
  [
    "a tag without a name",
    { given: "tags: [{ description: A. }]\n", want: "openapi.yaml:5 warning missing-key" },
  ],
  [
    "tags of an operation that are objects",
    {
      given: "paths:\n  /a:\n    get:\n      tags: [{ name: a }]\n",
      want: "openapi.yaml:8 warning wrong-type",
    },
  ],
  [
    "an operation deprecated in words",
    {
      given: 'paths:\n  /a:\n    get:\n      deprecated: "yes"\n',
      want: "openapi.yaml:8 warning wrong-type",
    },
  ],
  [
    "examples as a list",
    {
      given:
        'paths:\n  /a:\n    get:\n      responses:\n        "200":\n          content: { application/json: { examples: [1] } }\n',
      want: "openapi.yaml:10 warning wrong-type",
    },
  ],
  [
    "a description that is a list",
    { given: "paths:\n  /a:\n    get:\n      description: [a]\n", want: "openapi.yaml:8 warning wrong-type" },
  ],
];

describe("a flaw in words", () => {
  it.each(words)("%s", async (_, { given, want }) => {
    expect(brief(await faultsOf({ "openapi.yaml": yaml(given) }))).toEqual([want]);
  });
});
