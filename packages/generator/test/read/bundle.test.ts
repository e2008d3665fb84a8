import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { read, yaml } from "../support/documents.ts";

const pet = "type: object\nproperties:\n  parent: { $ref: './Pet.yaml' }\n";
const answer = (schema: string): string => `
  get:
    responses:
      "200":
        description: Fine.
        content:
          application/json:
            schema: ${schema}
`;
const list = answer("{ $ref: '../openapi.yaml#/components/schemas/Pet' }");

const table: readonly [string, { given: Readonly<Record<string, string>>; want: unknown }][] = [
  [
    "a component that is a file becomes that file",
    {
      given: {
        "openapi.yaml": yaml("components:\n  schemas:\n    Pet: { $ref: './schemas/Pet.yaml' }\n"),
        "schemas/Pet.yaml": pet,
      },
      want: {
        components: {
          schemas: { Pet: { type: "object", properties: { parent: { $ref: "#/components/schemas/Pet" } } } },
        },
      },
    },
  ],
  [
    "path items are inlined, and refs back to the entry become local",
    {
      given: {
        "openapi.yaml": yaml(
          "paths:\n  /pets: { $ref: './paths/pets.yaml#/~1pets' }\ncomponents:\n  schemas:\n    Pet: { type: object }\n",
        ),
        "paths/pets.yaml": `/pets:${list}`,
      },
      want: {
        paths: { "/pets": parse(answer("{ $ref: '#/components/schemas/Pet' }")) },
        components: { schemas: { Pet: { type: "object" } } },
      },
    },
  ],
  [
    "what has no home in components gets one, under the name of its place",
    {
      given: {
        "openapi.yaml": yaml(
          `paths:\n  /a:${answer("{ $ref: 'common.yaml#/definitions/Fault' }").replaceAll("\n", "\n  ")}\n`,
        ),
        "common.yaml":
          "definitions:\n  Fault: { type: object, properties: { code: { $ref: '#/definitions/Code' } } }\n  Code: { type: string }\n",
      },
      want: {
        paths: { "/a": parse(answer("{ $ref: '#/components/schemas/Fault' }")) },
        components: {
          schemas: {
            Fault: { type: "object", properties: { code: { $ref: "#/components/schemas/Code" } } },
            Code: { type: "string" },
          },
        },
      },
    },
  ],
  [
    "a name that is taken is told apart by the file",
    {
      given: {
        "openapi.yaml": yaml(
          "components:\n  schemas:\n    Fault: { type: object, properties: { a: { $ref: 'common.yaml#/Fault' }, b: { $ref: 'Fault.yaml' } } }\n",
        ),
        "common.yaml": "Fault: { type: string }\n",
        "Fault.yaml": "{ type: number }\n",
      },
      want: {
        components: {
          schemas: {
            Fault: {
              type: "object",
              properties: {
                a: { $ref: "#/components/schemas/common_Fault" },
                b: { $ref: "#/components/schemas/Fault_2" },
              },
            },
            common_Fault: { type: "string" },
            Fault_2: { type: "number" },
          },
        },
      },
    },
  ],
  [
    "two names for one file are one component and its alias",
    {
      given: {
        "openapi.yaml": yaml(
          "components:\n  schemas:\n    A: { $ref: 'x.yaml' }\n    B: { $ref: 'x.yaml' }\n    C: { $ref: '#/components/schemas/B' }\n",
        ),
        "x.yaml": "{ type: string }\n",
      },
      want: {
        components: {
          schemas: {
            A: { type: "string" },
            B: { $ref: "#/components/schemas/A" },
            C: { $ref: "#/components/schemas/B" },
          },
        },
      },
    },
  ],
  [
    "siblings of a ref stay beside it where 3.1 gives them a meaning",
    {
      given: {
        "openapi.yaml": yaml(
          "components:\n  schemas:\n    A: { $ref: '#/components/schemas/B', description: d, maxLength: 3 }\n    B: { type: string }\n  responses:\n    R: { $ref: '#/components/responses/S', description: d }\n    S: { description: s }\n",
        ),
      },
      want: {
        components: {
          schemas: {
            A: { $ref: "#/components/schemas/B", description: "d", maxLength: 3 },
            B: { type: "string" },
          },
          responses: { R: { $ref: "#/components/responses/S", description: "d" }, S: { description: "s" } },
        },
      },
    },
  ],
  [
    "a ref beside other keys of a path item adds to them",
    {
      given: {
        "openapi.yaml": yaml("paths:\n  /a: { $ref: 'a.yaml', summary: mine }\n"),
        "a.yaml": "summary: theirs\ndescription: theirs\n",
      },
      want: { paths: { "/a": { summary: "mine", description: "theirs" } } },
    },
  ],
  [
    "$ref in examples, defaults and extensions is data that nobody is to follow, and a property may be called so",
    {
      given: {
        "openapi.yaml": yaml(
          "x-any: { $ref: 'https://x.test/' }\ncomponents:\n  schemas:\n    A:\n      default: { $ref: /etc/passwd }\n      enum: [{ $ref: nowhere }]\n      properties:\n        $ref: { type: string }\n  examples:\n    E: { value: { $ref: nowhere } }\n",
        ),
      },
      want: {
        "x-any": { "x-ref": "https://x.test/" },
        components: {
          schemas: {
            A: {
              default: { "x-ref": "/etc/passwd" },
              enum: [{ "x-ref": "nowhere" }],
              properties: { $ref: { type: "string" } },
            },
          },
          examples: { E: { value: { "x-ref": "nowhere" } } },
        },
      },
    },
  ],
  [
    "a discriminator's mapping follows its schemas",
    {
      given: {
        "openapi.yaml": yaml(
          "components:\n  schemas:\n    A: { discriminator: { propertyName: kind, mapping: { b: B, c: './c.yaml', d: '#/components/schemas/B' } } }\n    B: { type: object }\n",
        ),
        "c.yaml": "{ type: object }\n",
      },
      want: {
        components: {
          schemas: {
            A: {
              discriminator: {
                propertyName: "kind",
                mapping: { b: "B", c: "#/components/schemas/c", d: "#/components/schemas/B" },
              },
            },
            B: { type: "object" },
            c: { type: "object" },
          },
        },
      },
    },
  ],
  [
    "pointers go through refs, and places inside of components get a name",
    {
      given: {
        "openapi.yaml": yaml(
          "components:\n  schemas:\n    A: { $ref: 'a.yaml' }\n    B: { $ref: '#/components/schemas/A/properties/x', description: d }\n",
        ),
        "a.yaml": "{ type: object, properties: { x: { type: string } } }\n",
      },
      want: {
        components: {
          schemas: {
            A: { type: "object", properties: { x: { type: "string" } } },
            B: { $ref: "#/components/schemas/x", description: "d" },
            x: { type: "string" },
          },
        },
      },
    },
  ],
  [
    "names of components may hold anything",
    {
      given: {
        "openapi.yaml": yaml(
          'components:\n  schemas:\n    "a/b~c%d e": { type: string }\n    X: { items: { $ref: "#/components/schemas/a~1b~0c%25d e" } }\n    Y: { items: { $ref: "#/components/schemas/a~1b~0c%25d%20e" } }\n',
        ),
      },
      want: {
        components: {
          schemas: {
            "a/b~c%d e": { type: "string" },
            X: { items: { $ref: "#/components/schemas/a~1b~0c%25d%20e" } },
            Y: { items: { $ref: "#/components/schemas/a~1b~0c%25d%20e" } },
          },
        },
      },
    },
  ],
  [
    "YAML aliases and merge keys are resolved, and statuses are texts",
    {
      given: {
        "openapi.yaml": yaml(
          "x-base: &base { type: object, title: base }\ncomponents:\n  schemas:\n    A: *base\n    B: { <<: *base, title: own }\npaths:\n  /a:\n    get:\n      responses:\n        200: { description: Fine. }\n",
        ),
      },
      want: {
        "x-base": { type: "object", title: "base" },
        components: {
          schemas: { A: { type: "object", title: "base" }, B: { type: "object", title: "own" } },
        },
        paths: { "/a": { get: { responses: { "200": { description: "Fine." } } } } },
      },
    },
  ],
  [
    "a list or a map that is a ref is copied",
    {
      given: {
        "openapi.yaml": yaml("paths:\n  $ref: paths.yaml\ncomponents:\n  schemas:\n    $ref: schemas.yaml\n"),
        "paths.yaml": "/a:\n  get:\n    responses: {}\n    parameters: { $ref: 'parameters.yaml' }\n",
        "parameters.yaml":
          "- { name: q, in: query, schema: { $ref: 'openapi.yaml#/components/schemas/A' } }\n",
        "schemas.yaml": "A: { items: { $ref: '#/A' } }\n",
      },
      want: {
        paths: {
          "/a": {
            get: {
              responses: {},
              parameters: [{ name: "q", in: "query", schema: { $ref: "#/components/schemas/A" } }],
            },
          },
        },
        components: { schemas: { A: { items: { $ref: "#/components/schemas/A" } } } },
      },
    },
  ],
];

describe("bundling", () => {
  it.each(table)("%s", async (_, { given, want }) => {
    const { document, text } = await read(given);
    const whole = { openapi: "3.1.0", info: { title: "T", version: "1" }, ...(want as object) };
    expect(document).toEqual(whole);
    expect(parse(text)).toEqual(whole);
  });

  it("keeps the order of keys", async () => {
    const { document } = await read({ "openapi.yaml": yaml("x-z: 1\nx-a: 2\npaths: {}\n") });
    expect(Object.keys(document)).toEqual(["openapi", "info", "x-z", "x-a", "paths"]);
  });

  it("takes prototype keys for names like any other", async () => {
    const text = yaml(
      "components:\n  schemas:\n    __proto__: { type: string }\n    constructor: { properties: { __proto__: { $ref: '#/components/schemas/__proto__' } } }\nx-data: { __proto__: { polluted: true } }\n",
    );
    const { document } = await read({ "openapi.yaml": text });
    const schemas = JSON.parse(JSON.stringify(document)).components.schemas;
    expect(Object.keys(schemas)).toEqual(["__proto__", "constructor"]);
    expect(JSON.stringify(schemas)).toContain('"__proto__":{"$ref":"#/components/schemas/__proto__"}');
    expect(Object.getPrototypeOf(document)).toBeNull();
    expect("polluted" in {}).toBe(false);
  });

  it("reads JSON", async () => {
    const given = { openapi: "3.0.3", info: { title: "T", version: "1" }, paths: {} };
    const { document } = await read({ "openapi.yaml": JSON.stringify(given, null, "\t") });
    expect(document).toEqual(given);
  });

  it("copies what 3.0 puts beside a ref only if it says nothing about values", async () => {
    const { document, diagnostics } = await read({
      "openapi.yaml": yaml(
        "components:\n  schemas:\n    A: { $ref: '#/components/schemas/B', description: d, nullable: true }\n    B: { type: string }\n",
        "3.0.3",
      ),
    });
    expect(document).toMatchObject({ components: { schemas: { A: { description: "d" } } } });
    expect(JSON.stringify(document)).not.toContain("nullable");
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "ref-sibling", location: { line: 7 } }]);
  });
});
