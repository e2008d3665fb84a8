import { describe, expect, it } from "vitest";
import { emitSources } from "../src/emit/typescript/sources.ts";
import { dedent, modelOf, under } from "./support/emit.ts";
import { typeCheckFiles } from "./support/type-check.ts";

/** Bodies and parameters whose own examples, or those that are made, do not fit their types. */
const rows: [name: string, operation: string, schemas?: string][] = [
  [
    "a required parameter without a value",
    "parameters: [{ name: filter, in: query, required: true, schema: { type: object, required: [at], properties: { at: { type: string, format: date-time } } } }]",
  ],
  [
    "an alternative of text and names, without one",
    body(
      "{ type: object, required: [model], properties: { model: { anyOf: [{ type: string }, { type: string, enum: [gpt, claude] }] } } }",
    ),
  ],
  [
    "the same by refs, with null as its example",
    body(
      "{ type: object, required: [model], properties: { model: { $ref: '#/components/schemas/Model' } } }",
      "{ model: null }",
    ),
    "Model: { anyOf: [{ type: string, enum: [gpt] }, { $ref: '#/components/schemas/Name' }] }\nName: { type: string }",
  ],
  [
    "an empty object where fields are required",
    body(
      "{ type: object, required: [add_on], properties: { add_on: { allOf: [{ $ref: '#/components/schemas/AddOn' }, { type: object, required: [code] }] } } }",
      "{ add_on: {} }",
    ),
    "AddOn: { type: object, properties: { code: { type: string }, price: { type: number } } }",
  ],
  [
    "an example with less and more than the schema has",
    body(
      "{ type: object, required: [a, b], properties: { a: { type: string }, b: { type: integer }, id: { type: string, readOnly: true } } }",
      "{ a: 1, id: x, other: true }",
    ),
  ],
  [
    "tuples, maps and keys that are listed",
    body(
      "{ type: object, required: [t, m, k], properties: { t: { type: array, minItems: 2, maxItems: 2, prefixItems: [{ type: number }, { type: string }] }, m: { type: object, additionalProperties: { type: array, items: { type: integer } } }, k: { type: object, required: [de], propertyNames: { enum: [de, fr] }, additionalProperties: { type: string } } } }",
      "{ t: [], m: { a: x } }",
    ),
  ],
  [
    "a union that its discriminator tells apart",
    body("{ $ref: '#/components/schemas/Pet' }", "{ kind: dog }"),
    "Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } } }\nCat: { type: object, required: [kind, lives], properties: { kind: { type: string }, lives: { type: integer } } }\nDog: { type: object, required: [kind, name], properties: { kind: { type: string }, name: { type: string } } }",
  ],
  [
    "a kind of a parent with a discriminator",
    body("{ $ref: '#/components/schemas/Cat' }"),
    "Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } } }\nCat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, required: [lives], properties: { lives: { type: integer } } }] }\nDog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { name: { type: string } } }] }",
  ],
  [
    "a value that holds itself",
    body("{ $ref: '#/components/schemas/Expr' }"),
    "Expr: { oneOf: [{ type: object, required: [all], properties: { all: { type: array, items: { $ref: '#/components/schemas/Expr' } } } }, { type: string }] }",
  ],
  [
    "files in a form, and one within a body that is given whole",
    "requestBody: { required: true, content: { multipart/form-data: { schema: { oneOf: [{ type: object, required: [file], properties: { file: { type: string, format: binary }, more: { type: array, items: { type: string, format: binary } } } }, { type: object, required: [url], properties: { url: { type: string } } }] }, example: { file: photo.jpg, more: [a, b] } } } }",
  ],
  [
    "several path parameters of odd types",
    "parameters: [{ name: a, in: path, required: true, schema: { type: integer, format: int64 }, example: x }, { name: b, in: path, required: true, schema: { type: array, items: { type: string, enum: [x, y] } } }]",
  ],
];

function body(schema: string, example?: string): string {
  const shown = example === undefined ? "" : `, example: ${example}`;
  return `requestBody: { required: true, content: { application/json: { schema: ${schema}${shown} } } }`;
}

/** The samples of an emitted package, each as a function of a file beside it. */
function withSamples(given: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const imports = new Set<string>();
  const samples = [...given.values()].flatMap((file) =>
    [...file.matchAll(/@example\n\s*\* ```ts\n([\s\S]*?)\n\s*\* ```/g)].map(([, text = ""]) =>
      text
        .split("\n")
        .map((line) => line.replace(/^\s*\* ?/, ""))
        .join("\n")
        .replace(/^import .*\n/gm, (line) => {
          imports.add(line);
          return "";
        }),
    ),
  );
  expect(samples.length).toBeGreaterThan(1);
  const functions = samples.map((text, index) => {
    const parameter = text.includes("const client = ") ? "" : "client: Shop";
    return `export async function sample${index}(${parameter}): Promise<void> {\n${text}\n}`;
  });
  const head = `import { Shop } from "./client.js";\ndeclare const console: { log(...values: unknown[]): void };\n${[...imports].join("")}`;
  return new Map([
    ...given,
    ["src/version.ts", 'export const VERSION: string = "0";\n'],
    ["src/samples.ts", `${head}\n${functions.join("\n").replace(/const \w+ = await/g, "await")}`],
  ]);
}

describe("samples in doc comments", () => {
  it("compile, whatever a document shows", async () => {
    const files = new Map<string, string>();
    for (const [index, [, operation, schemas]] of rows.entries()) {
      const path = operation.includes("in: path") ? "/things/{a}/{b}" : "/things";
      const text = `operationId: things.send\n${operation}\nresponses: { "204": { description: Done. } }`;
      const more = schemas === undefined ? "" : `\n${under("components.schemas", dedent(schemas))}`;
      const model = modelOf(
        `servers: [{ url: https://a.test }]\n${under(`paths.${path}.post`, text)}${more}`,
      );
      for (const [file, content] of withSamples(emitSources(model))) files.set(`${index}/${file}`, content);
    }
    expect(await typeCheckFiles(files)).toEqual([]);
  });
});
