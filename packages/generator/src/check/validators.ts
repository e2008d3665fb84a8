import { field, findTwinsOnce, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { Ajv, type ErrorObject, type Options, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parseComponentRef } from "../read/component-ref.ts";
import { isKnownToMatch, isPlain } from "./interpret.ts";
import { type Direction, type SchemaDialect, toJsonSchema } from "./json-schema.ts";
import { visit } from "./visit.ts";

/** What Prism gives to its validator: where it differs, a schema that works here may be inert there. */
const options: Options = {
  allErrors: true,
  allowUnionTypes: true,
  allowMatchingProperties: true,
  strict: false,
  logger: false,
  // Each schema is compiled once, and shared by those that refer to it.
  inlineRefs: false,
  // Done by hand, where the place of a fault is known.
  validateSchema: false,
  // Each validator runs a handful of times: compiling it well takes longer than it saves.
  code: { optimize: false },
};

function newAjv(dialect: SchemaDialect): Ajv {
  const ajv = dialect === "draft-07" ? new Ajv(options) : new Ajv2020(options);
  // The package's types describe its CommonJS face only.
  (formats as unknown as (ajv: Ajv) => void)(ajv);
  findTwinsOnce(ajv);
  return ajv;
}

/** To hold schemas against the dialect alone: no schema of a document is added to it. */
function ofDialect(dialect: SchemaDialect): Ajv {
  const known = dialects.get(dialect) ?? newAjv(dialect);
  dialects.set(dialect, known);
  return known;
}

const dialects = new Map<SchemaDialect, Ajv>();

/** Compiles the schemas of one document, each component once. */
export class Validators {
  readonly #document: JsonObject;
  readonly dialect: SchemaDialect;
  readonly #byDirection = new Map<Direction, Ajv>();
  readonly #bySchema: Readonly<Record<Direction, WeakMap<object, ValidateFunction | Error>>> = {
    request: new WeakMap(),
    response: new WeakMap(),
    both: new WeakMap(),
  };
  /** Schemas that differ in their words only are one. */
  readonly #compiled = new Map<string, ValidateFunction | Error>();
  readonly #ids = new Map<string, string>();
  /** Ids of components that were added to their validator. */
  readonly #known = new Set<string>();
  /** Whether it makes a difference in the document if a value is sent or received. */
  readonly #directed: boolean;

  constructor(document: JsonObject, dialect: SchemaDialect) {
    this.#document = document;
    this.dialect = dialect;
    let directed = false;
    visit(document, (kind, value) => {
      if (kind === "schema" && (value.readOnly === true || value.writeOnly === true)) directed = true;
    });
    this.#directed = directed;
  }

  /** @returns keywords that are not used as the dialect says, by their place in the schema */
  misuses(schema: JsonValue): readonly ErrorObject[] {
    const direction = this.#directed ? "response" : "both";
    const ajv = ofDialect(this.dialect);
    const converted = toJsonSchema(schema, this.dialect, direction, (ref) => this.#idOf(ref, direction));
    return ajv.validateSchema(converted) === true ? [] : (ajv.errors ?? []);
  }

  /** @returns what keeps a schema from being compiled, where something does */
  fault(schema: JsonValue): Error | undefined {
    if (isPlain(schema)) return undefined;
    // Which direction makes no difference to whether it can be, and this one is needed anyway.
    const compiled = this.#compile(schema, "response");
    return compiled instanceof Error ? compiled : undefined;
  }

  /** @returns what is wrong with a value, or `undefined` for a schema that cannot be compiled */
  validate(schema: JsonValue, value: JsonValue, direction: Direction): readonly ErrorObject[] | undefined {
    const { dialect } = this;
    if (isKnownToMatch(schema, value, { direction, dialect, follow: this.#follow })) return [];
    const validator = this.#compile(schema, direction);
    if (validator instanceof Error) return undefined;
    try {
      return validator(plain(value)) === true ? [] : (validator.errors ?? []);
    } catch (error) {
      // The validator trips over keys such as `toString`, which it takes for methods, and never comes to an end with a
      // schema that is itself: `{ "allOf": [{ "$ref": "#" }] }`.
      if (error instanceof TypeError || error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** Whether a schema leads to so many others, each by way of the one before, that it cannot be compiled. */
  isTooDeep(schema: JsonValue, direction: Direction): boolean {
    return this.#compile(schema, direction) instanceof RangeError;
  }

  readonly #follow = (ref: string): JsonValue | undefined => {
    const component = parseComponentRef(ref);
    return component?.section === "schemas"
      ? field(field(this.#document.components, "schemas"), component.name)
      : undefined;
  };

  #compile(schema: JsonValue, asked: Direction): ValidateFunction | Error {
    const direction = this.#directed ? asked : "both";
    if (!isObject(schema)) return this.#compileNew(schema, direction);
    const known = this.#bySchema[direction].get(schema);
    if (known !== undefined) return known;
    const compiled = this.#compileNew(schema, direction);
    this.#bySchema[direction].set(schema, compiled);
    return compiled;
  }

  #compileNew(schema: JsonValue, direction: Direction): ValidateFunction | Error {
    const converted = this.#convert(schema, direction);
    const id = `${direction} ${JSON.stringify(converted)}`;
    let compiled = this.#compiled.get(id);
    if (compiled === undefined) {
      try {
        compiled = this.#ajv(direction).compile(converted);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        compiled = error;
      }
      this.#compiled.set(id, compiled);
    }
    return compiled;
  }

  /** Makes a schema one that can be compiled: the components that it refers to, and they, are known then. */
  #convert(schema: JsonValue, direction: Direction): ReturnType<typeof toJsonSchema> {
    const wanted: string[] = [];
    const convert = (one: JsonValue): ReturnType<typeof toJsonSchema> =>
      toJsonSchema(one, this.dialect, direction, (ref) => {
        const component = parseComponentRef(ref);
        if (component?.section === "schemas") wanted.push(component.name);
        return this.#idOf(ref, direction);
      });
    const converted = convert(schema);
    const ajv = this.#ajv(direction);
    for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
      const id = this.#nameId(name, direction);
      if (this.#known.has(id)) continue;
      this.#known.add(id);
      const component = field(field(this.#document.components, "schemas"), name);
      if (component !== undefined) ajv.addSchema(convert(component), id, undefined, false);
    }
    return converted;
  }

  #ajv(direction: Direction): Ajv {
    const ajv = this.#byDirection.get(direction) ?? newAjv(this.dialect);
    this.#byDirection.set(direction, ajv);
    return ajv;
  }

  #idOf(ref: string, direction: Direction): string {
    const component = parseComponentRef(ref);
    return component?.section === "schemas" ? this.#nameId(component.name, direction) : ref;
  }

  /** Numbers, because names may hold what an address cannot. */
  #nameId(name: string, direction: Direction): string {
    const key = `${direction}/${name}`;
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = `urn:schema:${this.#ids.size}`;
      this.#ids.set(key, id);
    }
    return id;
  }
}

/** The validator compares objects by their constructor, which the document's have none of. */
function plain(value: JsonValue): unknown {
  return typeof value === "object" && value !== null ? structuredClone(value) : value;
}
