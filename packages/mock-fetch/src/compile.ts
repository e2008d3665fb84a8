import { isObject, type JsonObject, type JsonValue, listOf, objectOf, type Read } from "@trunkline/document";
import {
  type DocumentContent,
  type DocumentOperation,
  documentExtension,
  MockUsageError,
} from "@trunkline/document/mock";
import { type Described, describeDocument } from "./described.ts";

/** The parts of a document that are needed to answer some of its operations. It can be written as JSON. */
export interface CompiledDocument {
  /** Version of OpenAPI, dialect of the schemas, servers, security schemes, and the schemas that others refer to. */
  readonly root: JsonObject;
  /** The document's `x-trunkline`. */
  readonly said: Read<"document">;
  readonly operations: readonly DocumentOperation[];
}

/** Options of {@link compileDocument}. */
export interface CompileOptions {
  /** The parsed names.lock of the document. */
  readonly names?: unknown;
  /** operationIds or routes (`GET /programs/{id}`) of the operations to keep. @default all */
  readonly operations?: readonly string[];
}

/**
 * Reduces a document to the parts that `compiledFetch` needs to answer some of its operations, so that a web page loads
 * less. It leaves out descriptions, and the schemas and examples of other operations.
 *
 * @throws MockUsageError if it is not an OpenAPI 3 document, or has no such operation
 *
 * @example
 * writeFileSync("leads.json", JSON.stringify(compileDocument(document, { operations: ["leads.create"] })));
 */
export function compileDocument(document: unknown, options: CompileOptions = {}): CompiledDocument {
  const described = describeDocument(document, options.names);
  const chosen = (options.operations ?? described.operations.map(({ route }) => route)).map((wanted) => {
    const found = described.operations.find(({ id, route }) => id === wanted || route === wanted);
    if (found === undefined) throw new MockUsageError(`The document has no operation "${wanted}".`);
    return found;
  });
  const schemas = new Schemas(described);
  const operations = chosen.map((operation) => compiledOperation(operation, schemas));
  const { openapi = null, jsonSchemaDialect, servers, components } = described.root;
  const names = new Set(operations.flatMap(({ security }) => security.flat()));
  const schemes = Object.entries(objectOf(objectOf(components).securitySchemes)).flatMap(([name, scheme]) =>
    names.has(name) ? [[name, withoutWords(described.resolve(scheme) ?? null)] as const] : [],
  );
  return plain({
    root: {
      openapi,
      ...(jsonSchemaDialect === undefined ? {} : { jsonSchemaDialect }),
      servers: listOf(servers).map(withoutWords),
      components: { securitySchemes: Object.fromEntries(schemes), schemas: schemas.named },
    },
    said: documentExtension(described),
    operations,
  });
}

function compiledOperation(operation: DocumentOperation, schemas: Schemas): DocumentOperation {
  return {
    ...operation,
    parameters: operation.parameters.map(({ example: _, ...parameter }) => ({
      ...parameter,
      example: undefined,
      schema: schemas.copied(parameter.schema),
    })),
    body: operation.body && {
      ...operation.body,
      content: operation.body.content.map((content) => ({
        ...content,
        schema: schemas.copied(content.schema),
        examples: [],
      })),
    },
    responses: operation.responses.map((response) => ({
      ...response,
      content: response.content.map((content) => shown(content, schemas)),
    })),
  };
}

/** An answer is its example; its schema says what there would be where there is none. */
function shown(content: DocumentContent, schemas: Schemas): DocumentContent {
  const schema = content.examples.length === 0 || content.type.includes("*") ? content.schema : undefined;
  return { ...content, schema: schemas.copied(schema) };
}

/** Members of schemas that are words, or show something. */
const WORDS: ReadonlySet<string> = new Set(
  "description summary title example examples externalDocs xml deprecated $comment".split(" "),
);
const NAMES: ReadonlySet<string> = new Set(
  "properties patternProperties dependentSchemas $defs definitions".split(" "),
);
const DATA: ReadonlySet<string> = new Set(["enum", "const", "required", "dependentRequired"]);

function withoutWords(node: JsonValue): JsonValue {
  if (!isObject(node)) return node;
  return Object.fromEntries(Object.entries(node).filter(([key]) => !WORDS.has(key) && !key.startsWith("x-")));
}

/** Schemas, and those that they refer to, by short names. */
class Schemas {
  readonly named: Record<string, JsonValue> = {};
  readonly #names = new Map<JsonValue, string>();
  readonly #document: Described;

  constructor(document: Described) {
    this.#document = document;
  }

  copied(node: JsonValue | undefined): JsonValue | undefined {
    return node === undefined ? undefined : this.#copied(node);
  }

  #copied(node: JsonValue): JsonValue {
    if (Array.isArray(node)) return node.map((one) => this.#copied(one));
    if (!isObject(node)) return node;
    const isReference = typeof node.$ref === "string";
    const entries = Object.entries(objectOf(withoutWords(node))).flatMap(([key, value]) => {
      if (value === undefined) return [];
      if (isReference && key === "$ref") return [[key, this.#reference(node)] as const];
      if (DATA.has(key)) return [[key, value] as const];
      return [[key, NAMES.has(key) ? this.#each(objectOf(value)) : this.#copied(value)] as const];
    });
    return Object.fromEntries(entries);
  }

  #each(named: JsonObject): JsonObject {
    return Object.fromEntries(
      Object.entries(named).map(([name, schema]) => [name, this.#copied(schema ?? null)]),
    );
  }

  #reference(node: JsonObject): string {
    const target = this.#document.resolve(node) ?? true;
    let name = this.#names.get(target);
    if (name === undefined) {
      name = `s${this.#names.size}`;
      this.#names.set(target, name);
      this.named[name] = this.#copied(target);
    }
    return `#/components/schemas/${name}`;
  }
}

function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
