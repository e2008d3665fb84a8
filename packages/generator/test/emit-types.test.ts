import { describe } from "vitest";
import type { Model } from "../src/model/types.ts";
import { dedent, modelOf, under } from "./support/emit.ts";
import { testEmitted } from "./support/emitted-rows.ts";

interface Row {
  /** `components.schemas`; the schema `In` is sent, `Out` is answered. */
  readonly given: string;
  readonly want: string;
  readonly version?: string;
}

const family = `
        Pet:
          type: object
          required: [kind]
          properties: { kind: { type: string }, friend: { $ref: "#/components/schemas/Pet" } }
          discriminator: { propertyName: kind }
        Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { lives: { type: integer } } }] }
        Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { name: { type: string } } }] }
        Puppy: { allOf: [{ $ref: "#/components/schemas/Dog" }, { type: object, properties: { age: { type: integer } } }] }
`.trim();

const rows: [name: string, row: Row][] = [
  [
    "required, optional and nullable properties",
    {
      given: `
        Out:
          description: An agent.
          type: object
          required: [id, lang]
          properties:
            id: { type: integer, description: ID of the agent. }
            lang: { type: [string, "null"], description: "Language code" }
            tags: { type: array, items: { type: string } }
      `,
      want: `
        /** An agent. */
        export interface Out {
          /** ID of the agent. */
          id: number;
          /** Language code. */
          lang: string | null;
          tags?: string[] | undefined;
        }
      `,
    },
  ],
  [
    "nullable of OpenAPI 3.0",
    {
      version: "3.0.3",
      given: "Out: { type: object, properties: { a: { type: string, nullable: true } } }",
      want: "a?: string | null | undefined;",
    },
  ],
  [
    "enums are open in answers",
    {
      given:
        'Out: { type: object, properties: { s: { type: string, enum: [on, "off"] }, n: { enum: [1, 2] } } }',
      want: `
        s?: "on" | "off" | (string & {}) | undefined;
          n?: 1 | 2 | (number & {}) | undefined;
      `,
    },
  ],
  [
    "enums are closed in requests",
    {
      given: 'In: { type: object, properties: { s: { type: string, enum: [on, "off"] } } }',
      want: 's?: "on" | "off" | undefined;',
    },
  ],
  [
    "an enum with null",
    {
      given:
        "Out: { type: object, required: [s], properties: { s: { type: [string, 'null'], enum: [a, b, null] } } }",
      want: 's: "a" | "b" | (string & {}) | null;',
    },
  ],
  [
    "texts beside any text are suggestions, in requests too",
    {
      given:
        "In: { type: object, properties: { s: { anyOf: [{ type: string, enum: [a, b] }, { type: string }] } } }",
      want: 's?: "a" | "b" | (string & {}) | undefined;',
    },
  ],
  [
    "texts beside any text and null",
    {
      given:
        "Out: { type: object, required: [s], properties: { s: { anyOf: [{ type: string }, { const: a }, { type: 'null' }] } } }",
      want: 's: (string & {}) | "a" | null;',
    },
  ],
  [
    "const is closed either way",
    {
      given: "Out: { type: object, required: [k], properties: { k: { const: lead } } }",
      want: 'k: "lead";',
    },
  ],
  [
    "an enum of one is a const",
    {
      given: "Out: { type: object, required: [k], properties: { k: { type: string, enum: [lead] } } }",
      want: 'k: "lead";',
    },
  ],
  [
    "a type splits only where requests and answers differ",
    {
      given: `
        In: { type: object, properties: { status: { $ref: "#/components/schemas/Status" }, at: { $ref: "#/components/schemas/Place" } } }
        Out: { type: object, properties: { status: { $ref: "#/components/schemas/Status" }, at: { $ref: "#/components/schemas/Place" } } }
        Status: { type: string, enum: [a, b] }
        Place: { type: object, properties: { x: { type: number } } }
      `,
      want: `
        export type Status = "a" | "b" | (string & {});

        export type StatusInput = "a" | "b";

        export interface Place {
          x?: number | undefined;
        }
      `,
    },
  ],
  [
    "a difference far below splits all that lead to it",
    {
      given: `
        In: { type: object, properties: { a: { $ref: "#/components/schemas/A" } } }
        Out: { type: object, properties: { a: { $ref: "#/components/schemas/A" } } }
        A: { type: object, properties: { b: { $ref: "#/components/schemas/B" } } }
        B: { type: object, properties: { a: { $ref: "#/components/schemas/A" }, s: { enum: [x, y] } } }
      `,
      want: `
        export interface AInput {
          b?: BInput | undefined;
        }
      `,
    },
  ],
  [
    "readOnly is not asked for, writeOnly not answered",
    {
      given: `
        In: &a { type: object, properties: { one: { $ref: "#/components/schemas/User" } } }
        Out: *a
        User: { type: object, properties: { id: { type: string, readOnly: true }, password: { type: string, writeOnly: true } } }
      `,
      want: `
        export interface User {
          id?: string | undefined;
        }

        export interface UserInput {
          password?: string | undefined;
        }
      `,
    },
  ],
  [
    "allOf with a name and more is extends",
    {
      given: `
        Out: { description: More., allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, required: [b], properties: { b: { type: string } } }] }
        Base: { type: object, required: [a], properties: { a: { type: string } } }
      `,
      want: `
        /** More. */
        export interface Out extends Base {
          b: string;
        }
      `,
    },
  ],
  [
    "allOf that makes inherited fields required is written out",
    {
      given: `
        Out: { allOf: [{ $ref: "#/components/schemas/Base" }, { required: [a] }] }
        Base: { type: object, properties: { a: { type: string } } }
      `,
      want: `
        export interface Out {
          a: string;
        }
      `,
    },
  ],
  [
    "allOf around one ref is that type",
    {
      given: `
        Out: { type: object, properties: { b: { description: The base., allOf: [{ $ref: "#/components/schemas/Base" }] } } }
        Base: { type: object, properties: { a: { type: string } } }
      `,
      want: `
        /** The base. */
          b?: Base | undefined;
      `,
    },
  ],
  [
    "oneOf is a union, and its discriminator closed",
    {
      given: `
        Out:
          oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]
          discriminator: { propertyName: kind, mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" } }
        Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
        Dog: { type: object, required: [kind], properties: { kind: { type: string, enum: [dog, puppy] } } }
      `,
      want: `
        export type Out = Cat | Dog;

        export interface Cat {
          kind: "cat";
        }

        export interface Dog {
          kind: "dog";
        }
      `,
    },
  ],
  [
    "a parent's discriminator is closed in its children",
    {
      given: `
        Out: { type: array, items: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] } }
        Pet:
          type: object
          required: [kind]
          properties: { kind: { type: string } }
          discriminator: { propertyName: kind, mapping: { hound: "#/components/schemas/Dog" } }
        Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { lives: { type: integer } } }] }
        Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { name: { type: string } } }] }
      `,
      want: `
        export interface Dog extends PetBase {
          name?: string | undefined;
          kind: "hound";
        }
      `,
    },
  ],
  [
    "a parent that lists the children that are made of it",
    {
      given: `
        Out:
          type: object
          required: [kind]
          properties: { kind: { type: string } }
          discriminator: { propertyName: kind }
          oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dogs" }]
        Cat: { allOf: [{ $ref: "#/components/schemas/Out" }, { type: object, properties: { lives: { type: integer } } }] }
        Dogs: { anyOf: [{ $ref: "#/components/schemas/Dog" }] }
        Dog: { $ref: "#/components/schemas/Out", type: object, properties: { name: { type: string } } }
      `,
      want: `
        export interface Dog {
          kind: string;
          name?: string | undefined;
        }
      `,
    },
  ],
  [
    "a parent's values are its children's",
    {
      given: `
        Out: { type: object, required: [pet], properties: { pet: { allOf: [{ $ref: "#/components/schemas/Pet" }], description: The pet. } } }
        ${family}
      `,
      want: `
        export interface Out {
          /** The pet. */
          pet: Pet;
        }

        export type Pet = Cat | Dog | Puppy;

        export interface PetBase {
          kind: string;
          friend?: Pet | undefined;
        }

        export interface Cat extends PetBase {
          lives?: number | undefined;
          kind: "Cat";
        }

        export interface Dog extends PetBase {
          name?: string | undefined;
          kind: "Dog";
        }

        export interface Puppy {
          kind: "Puppy";
          friend?: Pet | undefined;
          name?: string | undefined;
          age?: number | undefined;
        }
      `,
    },
  ],
  [
    "a parent's values in requests, where they differ",
    {
      given: `
        In: { $ref: "#/components/schemas/Pet" }
        Out: { $ref: "#/components/schemas/Pet" }
        ${family.replace("lives: { type: integer }", "lives: { type: integer, readOnly: true }")}
      `,
      want: "export type PetInput = CatInput | DogInput | PuppyInput;",
    },
  ],
  [
    "a body that is one of a parent's children is given whole",
    {
      given: `
        In: { $ref: "#/components/schemas/Pet" }
        ${family}
      `,
      want: `
        export interface ThingsDoParams {
          body: In;
        }
      `,
    },
  ],
  [
    "a parent that its mapping names is a value too",
    {
      given: `
        Out: { type: array, items: { $ref: "#/components/schemas/Pet" } }
        ${family.replace("propertyName: kind", 'propertyName: kind, mapping: { pet: "#/components/schemas/Pet" }')}
      `,
      want: `
        export type Pet = PetBase | Cat | Dog | Puppy;

        export interface PetBase {
          kind: "pet";
          friend?: Pet | undefined;
        }

        export interface Cat {
          kind: "Cat";
      `,
    },
  ],
  [
    "a base that is opened stays open",
    {
      given: `
        Out: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, additionalProperties: true }] }
        Pet: { type: object, required: [kind], properties: { kind: { type: string } } }
      `,
      want: "export type Out = Pet & { [key: string]: unknown };",
    },
  ],
  [
    "a discriminator in place is closed as well",
    {
      given: `
        Out:
          type: object
          required: [pet]
          properties:
            pet:
              oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]
              discriminator: { propertyName: kind }
        Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
        Dog: { type: object, required: [kind], properties: { kind: { type: string } } }
      `,
      want: `
        export interface Dog {
          kind: "Dog";
        }
      `,
    },
  ],
  [
    "a variant that does not declare the discriminator has it all the same",
    {
      given: `
        Out:
          oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]
          discriminator: { propertyName: kind }
        Cat: { type: object, properties: { lives: { type: integer } } }
        Dog: { type: object, properties: { name: { type: string } } }
      `,
      want: `
        export interface Dog {
          name?: string | undefined;
          kind?: "Dog" | undefined;
        }
      `,
    },
  ],
  [
    "further keys beside alternatives make no object of them",
    {
      given:
        "Out: { type: object, required: [v], properties: { v: { anyOf: [{ type: string }, { type: boolean }], additionalProperties: true } } }",
      want: "v: string | boolean;",
    },
  ],
  [
    "anyOf that only combines required keys is not a union",
    {
      given:
        "Out: { type: object, properties: { a: { type: string }, b: { type: string } }, anyOf: [{ required: [a] }, { required: [b] }] }",
      want: `
        export interface Out {
          a?: string | undefined;
          b?: string | undefined;
        }
      `,
    },
  ],
  [
    "variants in place get the name of their title or constant",
    {
      given: `
        Out:
          type: object
          required: [shape]
          properties:
            shape:
              oneOf:
                - { type: object, required: [type, r], properties: { type: { const: circle }, r: { type: number } } }
                - { title: Square, type: object, required: [a], properties: { a: { type: number } } }
      `,
      want: `
        export interface Out {
          shape: OutShapeCircle | OutShapeSquare;
        }

        export interface OutShapeCircle {
          type: "circle";
          r: number;
        }

        /** Square. */
        export interface OutShapeSquare {
          a: number;
        }
      `,
    },
  ],
  [
    "objects in place get a name, items in the singular",
    {
      given: `
        Out:
          type: object
          required: [entries]
          properties:
            entries: { type: array, items: { type: object, required: [id], properties: { id: { type: string } } } }
      `,
      want: `
        export interface Out {
          entries: OutEntry[];
        }

        export interface OutEntry {
          id: string;
        }
      `,
    },
  ],
  [
    "records and free objects",
    {
      given: `
        Out:
          type: object
          required: [free, map, maps, none]
          properties:
            free: { type: object }
            map: { type: object, additionalProperties: { type: integer } }
            maps: { type: object, additionalProperties: { type: object, additionalProperties: true } }
            none: { type: object, additionalProperties: false }
      `,
      want: `
        free: Record<string, unknown>;
          map: Record<string, number>;
          maps: Record<string, Record<string, unknown>>;
          none: Record<string, never>;
      `,
    },
  ],
  [
    "an object that says it is open has an index signature",
    {
      given: "Out: { type: object, properties: { a: { type: string } }, additionalProperties: true }",
      want: `
        export interface Out {
          a?: string | undefined;
          [key: string]: unknown;
        }
      `,
    },
  ],
  [
    "a recursive alias does not go through Record",
    {
      given: `Out: { oneOf: [{ type: string }, { type: object, additionalProperties: { $ref: "#/components/schemas/Out" } }] }`,
      want: "export type Out = string | { [key: string]: Out };",
    },
  ],
  [
    "tuples",
    {
      given:
        "Out: { type: object, required: [t], properties: { t: { type: array, minItems: 1, prefixItems: [{ type: string }, { type: number }], items: false } } }",
      want: "t: [string, number?];",
    },
  ],
  [
    "texts beside any text are suggestions, when a ref names them",
    {
      given: `
        In: { type: object, properties: { model: { anyOf: [{ $ref: "#/components/schemas/Model" }, { type: string }] } } }
        Model: { type: string, enum: [gpt, claude] }
      `,
      want: "model?: Model | (string & {}) | undefined;",
    },
  ],
  [
    "texts beside any text are suggestions, when a ref names either",
    {
      given: `
        Out: { type: object, required: [model], properties: { model: { oneOf: [{ $ref: "#/components/schemas/AnyModel" }, { anyOf: [{ $ref: "#/components/schemas/Chat" }, { enum: [whisper] }] }] } } }
        AnyModel: { type: string }
        Chat: { allOf: [{ $ref: "#/components/schemas/Model" }] }
        Model: { type: string, enum: [gpt, claude] }
      `,
      want: 'model: (string & {}) | Chat | "whisper";',
    },
  ],
  [
    "texts beside any text and null are suggestions, in a list of themselves",
    {
      given: `
        In: { type: object, properties: { stop: { $ref: "#/components/schemas/Stop" } } }
        Stop: { anyOf: [{ $ref: "#/components/schemas/Word" }, { type: [string, "null"] }, { type: array, items: { $ref: "#/components/schemas/Stop" } }] }
        Word: { const: end }
      `,
      want: "export type Stop = Word | (string & {}) | Stop[] | null;",
    },
  ],
  [
    "numbers beside any number are suggestions",
    {
      given: `
        In: { type: object, properties: { a: { anyOf: [{ enum: [256, 512] }, { type: integer }] }, b: { anyOf: [{ $ref: "#/components/schemas/Size" }, { type: number }] } } }
        Size: { type: integer, enum: [1, 2] }
      `,
      want: `
        a?: 256 | 512 | (number & {}) | undefined;
          b?: Size | (number & {}) | undefined;
      `,
    },
  ],
  [
    "a type beside alternatives that name none",
    {
      given: `In: { type: object, properties: { a: { type: string, anyOf: [{ enum: [x, y] }, { pattern: "^z" }] } } }`,
      want: 'a?: "x" | "y" | (string & {}) | undefined;',
    },
  ],
  [
    "keys that match patterns, and no others",
    {
      given: `
        Out: { type: object, required: [p], properties: { p: { type: object, patternProperties: { "^x-": { type: string }, "^[0-9]+$": { type: integer } }, additionalProperties: false } } }
      `,
      want: "p: Record<string, string | number>;",
    },
  ],
  [
    "keys that match a pattern, and others",
    {
      given: `
        Out: { type: object, required: [p, q, r], properties: { p: { type: object, patternProperties: { "^x-": { type: string } }, additionalProperties: { type: boolean } }, q: { patternProperties: { "^x-": { type: string } } }, r: { type: object, patternProperties: { "^x-": { type: string } }, additionalProperties: true } } }
      `,
      want: `
        p: Record<string, string | boolean>;
          q: Record<string, string>;
          r: Record<string, unknown>;
      `,
    },
  ],
  [
    "keys that match a pattern beside named ones",
    {
      given: `Out: { type: object, required: [id], properties: { id: { type: integer } }, patternProperties: { "^x-": { type: string } }, additionalProperties: false }`,
      want: `
        export interface Out {
          id: number;
          [key: string]: unknown;
        }
      `,
    },
  ],
  [
    "keys that no keyword looked at",
    {
      given: `
        Out: { type: object, required: [un, sealed, none], properties: { un: { type: object, unevaluatedProperties: { type: string } }, sealed: { allOf: [{ $ref: "#/components/schemas/Base" }], unevaluatedProperties: false }, none: { type: object, unevaluatedProperties: false } } }
        Base: { type: object, required: [id], properties: { id: { type: integer } } }
      `,
      want: `
        un: Record<string, string>;
          sealed: OutSealed;
          none: Record<string, never>;
      `,
    },
  ],
  [
    "further keys of one type beside the fields of a base",
    {
      given: `
        Out: { allOf: [{ $ref: "#/components/schemas/Base" }], unevaluatedProperties: { type: string } }
        Base: { type: object, required: [id], properties: { id: { type: integer } } }
      `,
      want: "export type Out = Base & { [key: string]: unknown };",
    },
  ],
  [
    "keys that no alternative looked at are not a type of their own",
    {
      given: `
        Out: { unevaluatedProperties: false, oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }] }
        A: { type: object, required: [a], properties: { a: { type: integer } } }
        B: { type: object, required: [b], properties: { b: { type: integer } }, additionalProperties: false }
      `,
      want: "export type Out = A | B;",
    },
  ],
  [
    "keys of which all names are known",
    {
      given: `
        Out: { type: object, required: [names, any], properties: { names: { type: object, required: [de], propertyNames: { enum: [de, fr] }, additionalProperties: { type: string } }, any: { propertyNames: { $ref: "#/components/schemas/Lang" } }, free: { type: object, propertyNames: { pattern: "^a" }, additionalProperties: { type: integer } } } }
        Lang: { type: string, enum: [it] }
      `,
      want: `
        export interface OutNames {
          de: string;
          fr?: string | undefined;
        }
      `,
    },
  ],
  [
    "tuples of one length",
    {
      given:
        "Out: { type: object, required: [a, b, c, d, e], properties: { a: { type: array, minItems: 2, maxItems: 2, prefixItems: [{ type: number }, { type: string }] }, b: { type: array, maxItems: 2, prefixItems: [{ type: number }, { type: string }] }, c: { type: array, minItems: 3, maxItems: 3, prefixItems: [{ type: string }], items: { type: number } }, d: { type: array, maxItems: 1, prefixItems: [{ type: number }, { type: string }] }, e: { type: array, minItems: 1, prefixItems: [{ type: number }], unevaluatedItems: { type: string } } } }",
      want: `
        a: [number, string];
          b: [number?, string?];
          c: [string, number, number];
          d: [number?];
          e: [number, ...string[]];
      `,
    },
  ],
  [
    "tuples that no further element may follow",
    {
      given:
        "Out: { type: object, required: [t], properties: { t: { type: array, minItems: 1, prefixItems: [{ type: string }, { type: number }], unevaluatedItems: false } } }",
      want: "t: [string, number?];",
    },
  ],
  [
    "arrays of unions",
    {
      given:
        "Out: { type: object, required: [l], properties: { l: { type: array, items: { type: [string, integer] } } } }",
      want: "l: (string | number)[];",
    },
  ],
  [
    "keys that are not identifiers",
    {
      given: `Out: { type: object, properties: { "a-b": { type: string }, "1st": { type: string }, "__proto__": { type: string }, "😀 \\"": { type: string } } }`,
      want: `
        "a-b"?: string | undefined;
          "1st"?: string | undefined;
          __proto__?: string | undefined;
          '😀 "'?: string | undefined;
      `,
    },
  ],
  [
    "bounds and defaults where callers give the value",
    {
      given: `
        In:
          type: object
          properties:
            limit: { description: Size of a page, type: integer, minimum: 1, maximum: 100, default: 20 }
            name: { description: Name., type: string, minLength: 1, maxLength: 80, pattern: "^a", example: "anna" }
            at: { type: string, format: date-time }
            many: { description: At most 5 of them., type: array, maxItems: 5, items: {} }
      `,
      want: `
        /**
           * Size of a page. 1 to 100.
           * @default 20
           */
          limit?: number | undefined;
          /**
           * Name. 1 to 80 characters. Matches \`^a\`.
           * @example "anna"
           */
          name?: string | undefined;
          /** RFC 3339 date and time. */
          at?: string | Date | undefined;
          /** At most 5 of them. */
          many?: unknown[] | undefined;
      `,
    },
  ],
  [
    "dates are taken in requests, alone, in lists, in maps, beside null and among alternatives",
    {
      given: `
        In:
          type: object
          required: [at, many]
          properties:
            at: { type: string, format: date-time }
            many: { type: array, items: { type: string, format: date-time } }
            map: { type: object, additionalProperties: { type: string, format: date-time } }
            none: { type: [string, "null"], format: date-time }
            either: { oneOf: [{ type: string, format: date-time }, { type: integer }] }
            word: { anyOf: [{ type: string, format: date-time }, { enum: [now] }] }
      `,
      want: `
        at: string | Date;
          many: (string | Date)[];
          map?: Record<string, string | Date> | undefined;
          /** RFC 3339 date and time. */
          none?: string | Date | null | undefined;
          either?: string | Date | number | undefined;
          word?: (string & {}) | Date | "now" | undefined;
      `,
    },
  ],
  [
    "dates are text in answers, in the other of two types",
    {
      given: `
        In: { type: object, properties: { stay: { $ref: "#/components/schemas/Stay" } } }
        Out: { type: object, properties: { stay: { $ref: "#/components/schemas/Stay" } } }
        Stay: { type: object, required: [from], properties: { from: { type: string, format: date-time } } }
      `,
      want: `
        export interface Stay {
          /** RFC 3339 date and time. */
          from: string;
        }

        export interface StayInput {
          /** RFC 3339 date and time. */
          from: string | Date;
        }
      `,
    },
  ],
  [
    "dates without a time are written as their day",
    {
      given: `
        In:
          type: object
          required: [on]
          properties:
            on: { type: string, format: date }
            stay: { $ref: "#/components/schemas/Stay" }
            many: { type: array, items: { type: string, format: date } }
            either: { anyOf: [{ type: string, format: date }, { type: string, format: date-time }] }
            short: { type: string, format: date, maxLength: 8 }
        Stay: { type: object, properties: { from: { type: string, format: date }, next: { $ref: "#/components/schemas/Stay" } } }
      `,
      want: `
        dates: dates({ body: { on: true, stay: "Stay", many: { "*": true } } })
      `,
    },
  ],
  [
    "what a Date without a time is sent as",
    {
      given:
        "In: { type: object, properties: { on: { type: string, format: date, description: First day. } } }",
      want: `
        /** First day. Date (\`YYYY-MM-DD\`). Of a \`Date\` the day in UTC is sent. */
          on?: string | Date | undefined;
      `,
    },
  ],
  [
    "a named date is one of two types",
    {
      given: `
        In: { type: object, properties: { from: { $ref: "#/components/schemas/Time" } } }
        Out: { type: object, properties: { from: { $ref: "#/components/schemas/Time" } } }
        Time: { type: string, format: date-time }
      `,
      want: "export type TimeInput = string | Date;",
    },
  ],
  [
    "no Date where what it is written as would not fit",
    {
      given: `
        In:
          type: object
          properties:
            pattern: { type: string, format: date-time, pattern: "Z$" }
            short: { type: string, format: date-time, maxLength: 20 }
            other: { type: string, format: time }
            number: { type: integer, format: date-time }
      `,
      want: `
        pattern?: string | undefined;
          /** RFC 3339 date and time. At most 20 characters. */
          short?: string | undefined;
          /** RFC 3339 time. */
          other?: string | undefined;
          /** RFC 3339 date and time. */
          number?: number | undefined;
      `,
    },
  ],
  [
    "no bounds and defaults in answers",
    {
      given:
        "Out: { type: object, properties: { n: { description: Number., type: integer, minimum: 3, default: 4 } } }",
      want: `
        /** Number. */
          n?: number | undefined;
      `,
    },
  ],
  [
    "deprecated fields",
    {
      given:
        "Out: { type: object, properties: { n: { description: Old., type: string, deprecated: true } } }",
      want: `
        /**
           * Old.
           * @deprecated
           */
          n?: string | undefined;
      `,
    },
  ],
  [
    "a schema that nothing uses is exported all the same",
    { given: "Out: { type: string }\nLonely: { type: string }", want: "export type Lonely = string;" },
  ],
  [
    "a type list with keywords of some of its types",
    {
      given: `
        Out: { type: [string, number, boolean, "null", array, object], items: { $ref: "#/components/schemas/Out" }, additionalProperties: { $ref: "#/components/schemas/Out" } }
      `,
      want: "export type Out = string | number | boolean | Out[] | { [key: string]: Out } | null;",
    },
  ],
  [
    "keywords of another type say nothing",
    {
      given: `
        Out: { type: object, required: [a, b, c, d], properties: { a: { type: string, properties: { x: { type: string } } }, b: { type: [integer, array], prefixItems: [{ type: string }], minItems: 1 }, c: { type: boolean, items: { type: string } }, d: { type: [string, object], properties: { x: { type: string } } } } }
      `,
      want: `
        a: string;
          b: number | [string, ...unknown[]];
          c: boolean;
          d: string | OutD;
      `,
    },
  ],
  [
    "fields that are required of each of several forms",
    {
      given: `
        Out: { allOf: [{ oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }] }], required: [id] }
        A: { type: object, properties: { id: { type: string } } }
        B: { type: object, properties: { id: { type: integer }, x: { type: string } } }
      `,
      want: `
        export type Out = (A | B) & {
          id: string | number;
        };
      `,
    },
  ],
  [
    "a field that is required of forms of which one does not have it",
    {
      given: `
        Out: { allOf: [{ anyOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }] }, { required: [id] }] }
        A: { type: object, properties: { id: { type: string } } }
        B: { type: object, properties: { x: { type: string } } }
      `,
      want: `
        export type Out = (A | B) & {
          id: unknown;
        };
      `,
    },
  ],
  [
    "a field that is required of a base that is one of null",
    {
      version: "3.1.0",
      given: `
        Out: { type: [object, "null"], allOf: [{ anyOf: [{ $ref: "#/components/schemas/A" }, { type: "null" }] }], required: [id] }
        A: { type: object, properties: { id: { type: string } } }
      `,
      want: `
        export type Out =
          | ((A | null) & {
              id: string;
            })
          | null;
      `,
    },
  ],
  [
    "a name that is required and nowhere declared leaves a union as it is",
    {
      given: `
        Out: { allOf: [{ oneOf: [{ $ref: "#/components/schemas/A" }, { type: "null" }] }], required: [ghost] }
        A: { type: object, properties: { id: { type: string } } }
      `,
      want: "export type Out = A | null;",
    },
  ],
  [
    "numbers of 64 bits are integers, too",
    {
      given: "In: { type: object, properties: { n: { type: number, format: int64 } } }",
      want: "n?: number | bigint | undefined;",
    },
  ],
  [
    "schemas that only name each other are exported all the same",
    {
      given: `
        Out: { type: string }
        Ring: { type: array, items: { $ref: "#/components/schemas/Other" } }
        Other: { type: array, items: { $ref: "#/components/schemas/Ring" } }
      `,
      want: "export type Other = Ring[];",
    },
  ],
  [
    "a tuple of lists of itself",
    {
      given: `Out: { type: array, minItems: 1, prefixItems: [{ type: string }, { type: array, items: { $ref: "#/components/schemas/Out" } }], items: false }`,
      want: "export type Out = [item1: string, item2?: Out[]];",
    },
  ],
];

function withOperations(schemas: string, version?: string): Model {
  const snippet = dedent(schemas);
  const body = /^In:/m.test(snippet)
    ? `requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/In" } } } }`
    : "";
  const answer = /^Out:/m.test(snippet)
    ? `{ description: Good., content: { application/json: { schema: { $ref: "#/components/schemas/Out" } } } }`
    : "{ description: Good. }";
  const operation = `
    operationId: things.do
    ${body}
    responses: { "200": ${answer} }
  `;
  return modelOf(
    `${under("paths./things.post", operation)}\n${under("components.schemas", snippet)}`,
    undefined,
    version,
  );
}

describe("emitted types", () => {
  const models = new Map(rows.map(([name, { given, version }]) => [name, withOperations(given, version)]));
  testEmitted(
    models,
    rows.map(([name, { want }]) => [name, { want: [dedent(want)] }]),
  );
});
