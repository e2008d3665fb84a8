import { describe, expect, it } from "vitest";
import { brief, yaml } from "../support/documents.ts";
import { check } from "../support/mutations.ts";

const dialect = "jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema\n";
const schema = (text: string): string =>
  yaml(`${dialect}paths: {}\ncomponents:\n  schemas:\n    A: ${text}\n`);
const inert = "a validator would accept everything here";

const table: readonly [string, { given: string; want: readonly string[] }][] = [
  [
    "a pattern that is not valid under the u flag",
    {
      given: schema('{ type: string, pattern: "^\\\\-$" }'),
      want: [
        "openapi.yaml:9 error schema-pattern | escape only what has a meaning, and write characters beyond U+FFFF as \\u{…}",
      ],
    },
  ],
  [
    "the same deep in a schema",
    {
      given: schema('{ items: { properties: { a: { patternProperties: { "[": {} } } } } }'),
      want: [
        "openapi.yaml:9 error schema-pattern | escape only what has a meaning, and write characters beyond U+FFFF as \\u{…}",
      ],
    },
  ],
  [
    "a bound that is not a bound",
    {
      given: schema("{ type: string, minLength: -1 }"),
      want: [`openapi.yaml:9 error schema-inert | ${inert}`],
    },
  ],
  [
    "a 3.0 bound in 3.1",
    {
      given: schema("{ type: integer, minimum: 1, exclusiveMinimum: true }"),
      want: [`openapi.yaml:9 error schema-inert | ${inert}`],
    },
  ],
  [
    "required that is not a list",
    {
      given: schema("{ items: { required: true } }"),
      want: ["openapi.yaml:9 warning wrong-type"],
    },
  ],
  [
    "a schema that is itself",
    {
      given: schema('{ $ref: "#/components/schemas/A", type: object }'),
      want: ["openapi.yaml:9 error schema-endless | delete one of the refs"],
    },
  ],
  [
    "a schema that is itself by way of others",
    {
      given: yaml(`${dialect}paths: {}
components:
  schemas:
    First: { $ref: "#/components/schemas/A" }
    A: { allOf: [{ title: none }, { allOf: [{ $ref: "#/components/schemas/B" }] }] }
    B: { type: object, $ref: "#/components/schemas/A" }
`),
      want: ["openapi.yaml:10 error schema-endless | delete one of the refs"],
    },
  ],
  [
    "alternatives that are each other",
    {
      given: yaml(`${dialect}paths: {}
components:
  schemas:
    A: { oneOf: [{ $ref: "#/components/schemas/B" }, { type: string }] }
    B: { anyOf: [{ $ref: "#/components/schemas/A" }, { type: boolean }] }
`),
      want: ["openapi.yaml:9 error schema-endless | delete one of the refs"],
    },
  ],
  [
    "schemas that hold themselves, and parents that are one of their children: nothing",
    {
      given: yaml(`${dialect}paths: {}
components:
  schemas:
    Tree: { type: object, properties: { children: { type: array, items: { $ref: "#/components/schemas/Tree" } } } }
    Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] }
    Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }] }
    Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }] }
`),
      want: [],
    },
  ],
  [
    "nullable in 3.1",
    {
      given: schema("{ type: string, nullable: true }"),
      want: ['openapi.yaml:9 warning schema-nullable | write type: [string, "null"]'],
    },
  ],
  [
    "the dialect of OpenAPI: nothing",
    {
      given: yaml("jsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base\npaths: {}\n"),
      want: [],
    },
  ],
  [
    "a keyword of 2020-12 where nothing is said: nothing",
    {
      given: yaml("components:\n  schemas:\n    A: { type: object, unevaluatedProperties: false }\n"),
      want: [],
    },
  ],
  [
    "another dialect, and a keyword that draft-07 passes over",
    {
      given: yaml(
        "jsonSchemaDialect: http://json-schema.org/draft-07/schema#\ncomponents:\n  schemas:\n    A: { type: object, unevaluatedProperties: false }\n",
      ),
      want: [
        "openapi.yaml:5 error schema-dialect | write https://json-schema.org/draft/2020-12/schema",
        "openapi.yaml:8 error schema-inert-keyword | write at the root: jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema",
      ],
    },
  ],
  [
    "a 3.0 bound in 3.0: nothing",
    {
      given: yaml(
        "components:\n  schemas:\n    A: { type: integer, minimum: 1, exclusiveMinimum: true, nullable: true }\n",
        "3.0.3",
      ),
      want: [],
    },
  ],
  [
    "a property called pattern: nothing",
    {
      given: schema(
        '{ properties: { pattern: { type: string }, $ref: { type: string } }, default: { pattern: "[" } }',
      ),
      want: [],
    },
  ],
  [
    "recursion: nothing",
    { given: schema("{ properties: { a: { $ref: '#/components/schemas/A' } } }"), want: [] },
  ],
  ["a format that nobody knows: nothing", { given: schema("{ type: string, format: shoe-size }"), want: [] }],
];

describe("schemas that would be inert", () => {
  it.each(table)("finds %s", async (_, { given, want }) => {
    const found = await check(given, { house: true }).catch(
      (error: { diagnostics: [] }) => error.diagnostics,
    );
    expect(brief(found).filter((line) => !/no-operations|house-words/.test(line))).toEqual(want);
  });

  it("are a warning in documents of others", async () => {
    const [first] = await check(schema('{ pattern: "[" }'));
    expect([first?.severity, first?.code]).toEqual(["warning", "no-operations"]);
    const found = await check(schema('{ pattern: "[" }'));
    expect(found.find(({ code }) => code === "schema-pattern")?.severity).toBe("warning");
  });
});
