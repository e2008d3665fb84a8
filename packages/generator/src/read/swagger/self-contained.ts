import { formatPointer, isObject, type JsonObject, type JsonValue, objectOf } from "@trunkline/document";
import { type Flaw, isFlaw } from "../losses.ts";
import type { Position } from "../positions.ts";
import { isRef, type Target } from "../resolve.ts";
import { changed, listed, type Place, type SwaggerContext, withKeys } from "./context.ts";
import { formTypes, mediaTypes, plainParameter } from "./parameters.ts";
import { plainResponse } from "./responses.ts";
import { definitionsOf, Schemas } from "./schemas.ts";
import { type Home, holdObject, homeOf, serversOf } from "./servers.ts";

const METHODS: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch"]);
const isExtension = (key: string): boolean => key.startsWith("x-");

type PlacedObject = Place<JsonObject>;

/** Stands for what cannot be read. */
const unread: JsonObject = Object.freeze({});
const anyAnswer: JsonObject = { description: "", schema: unread };

/**
 * A Swagger 2.0 document that says itself all that its converter has to know: no reference leads to another file or to a
 * parameter, and what the version takes for granted is written.
 */
export class SelfContained {
  readonly #context: SwaggerContext;
  readonly #root: Target & { readonly value: JsonObject };
  readonly #schemas: Schemas;
  readonly #home: Home;
  readonly #consumes: readonly string[] | undefined;
  readonly #produces: readonly string[] | undefined;
  /** Places of path items that are being copied to where they are referred to. */
  readonly #inlining = new Set<string>();
  /** What is wrong with the operation that is being read. */
  #flaw: Flaw | undefined;

  constructor(context: SwaggerContext, root: Target & { readonly value: JsonObject }) {
    const { value, at } = root;
    this.#context = context;
    this.#root = root;
    this.#schemas = new Schemas(context, root.file, definitionsOf(value));
    this.#home = homeOf(context, value, at);
    this.#consumes = mediaTypes(context, value, "consumes", at);
    this.#produces = mediaTypes(context, value, "produces", at);
  }

  document(): JsonObject {
    const { value, at, file } = this.#root;
    const { host, basePath, scheme } = this.#home;
    const parts = changed(this.#context, { value, at }, (child, key, place) => {
      const here = { file, value: child, at: place };
      switch (key) {
        case "paths":
          return this.#each(here, '"paths"', (one, path) =>
            isExtension(path) ? undefined : this.#pathItem(one, path),
          );
        case "definitions":
          return this.#each(here, '"definitions"', (one) => this.#schemas.schema(one));
        case "responses":
          return this.#each(here, '"responses"', (one, name) =>
            this.#response(one, `the response ${JSON.stringify(name)}`, this.#produces),
          );
        case "securityDefinitions":
          return this.#each(here, '"securityDefinitions"', (one, name) =>
            holdObject(this.#context, one.value, one.at, `the security definition ${JSON.stringify(name)}`)
              ? one.value
              : undefined,
          );
        default:
          return child;
      }
    });
    const document = withKeys(this.#context, parts, at, {
      swagger: "2.0",
      parameters: undefined,
      host,
      basePath: basePath === "" || basePath === "/" ? undefined : basePath.replace(/(?<!\/)\/+$/, ""),
      schemes: host === undefined ? undefined : [scheme],
      consumes: this.#consumes,
      produces: this.#produces,
    });
    const definitions = this.#schemas.addTo(definitionsOf(document), at);
    if (Object.keys(definitions).length === 0) return document;
    return withKeys(this.#context, document, at, { definitions });
  }

  #each(
    { file, value, at }: Place,
    what: string,
    change: (one: Place, key: string) => JsonValue | undefined,
  ): JsonValue | undefined {
    if (!holdObject(this.#context, value, at, what)) return undefined;
    return changed(this.#context, { value, at }, (child, key, place) =>
      change({ file, value: child, at: place }, key),
    );
  }

  #pathItem({ file, value, at }: Place, path: string): JsonObject | undefined {
    if (!holdObject(this.#context, value, at, `the path ${JSON.stringify(path)}`)) return undefined;
    if (!isRef(value)) return this.#operations({ file, value, at }, path);
    const target = this.#follow({ file, value, at });
    if (isFlaw(target)) return this.#ignored(target, "the path is left out");
    const id = target === undefined ? "" : `${target.file}#${formatPointer(target.tokens)}`;
    if (target === undefined || this.#inlining.has(id)) return undefined;
    this.#inlining.add(id);
    const item = this.#pathItem(target, path);
    this.#inlining.delete(id);
    return item;
  }

  /** Told, and left out. */
  #ignored({ at, code, message, hint }: Flaw, what: string): undefined {
    this.#context.faults.warning(at, code, `${message}; ${what}`, hint);
  }

  #operations({ file, value, at }: PlacedObject, path: string): JsonObject {
    this.#flaw = undefined;
    const shared = this.#parameters({ file, value, at });
    const ofAll = this.#flaw;
    const operations = changed(this.#context, { value, at }, (child, key, place) => {
      if (!METHODS.has(key)) return isExtension(key) ? undefined : child;
      this.#flaw = ofAll;
      const isOperation = this.#holds(child, place, `the operation ${JSON.stringify(key)}`);
      const written = isOperation ? this.#operation({ file, value: child, at: place }, shared) : undefined;
      if (this.#flaw !== undefined) this.#context.lost.set(`${key} ${path}`, this.#flaw);
      return this.#flaw === undefined
        ? written
        : withKeys(this.#context, unread, place, { responses: unread });
    });
    const plain = shared.filter(({ value: { in: place } }) => place !== "body" && place !== "formData");
    return withKeys(this.#context, operations, at, {
      parameters: plain.length === 0 ? undefined : listed(this.#context, plain, at),
    });
  }

  /** @param shared parameters of the path: what of them is a body stands in each operation that has none of its own */
  #operation({ file, value, at }: PlacedObject, shared: readonly PlacedObject[]): JsonObject {
    const own = this.#parameters({ file, value, at });
    const isBody = ({ value: { in: place } }: PlacedObject): boolean =>
      place === "body" || place === "formData";
    const all = own.some(isBody) ? own : [...own, ...shared.filter(isBody)];
    const fields = all.filter(({ value: parameter }) => parameter.in === "formData").map((one) => one.value);
    const produces = mediaTypes(this.#context, value, "produces", at) ?? this.#produces;
    const consumes = mediaTypes(this.#context, value, "consumes", at) ?? this.#consumes;
    const { responses } = value;
    const place = this.#context.positions.child(value, "responses") ?? at;
    return withKeys(this.#context, value, at, {
      parameters:
        all.length === 0
          ? undefined
          : listed(this.#context, all, this.#context.positions.child(value, "parameters") ?? at),
      consumes: fields.length > 0 ? formTypes(fields, consumes ?? []) : consumes,
      produces,
      schemes: undefined,
      servers: serversOf(this.#home, value),
      responses:
        responses === undefined
          ? undefined
          : this.#each(
              { file, value: responses, at: place },
              '"responses" of this operation',
              (one, status) =>
                isExtension(status)
                  ? undefined
                  : this.#response(one, `the response ${JSON.stringify(status)}`, produces),
            ),
    });
  }

  #parameters({ file, value, at }: PlacedObject): readonly PlacedObject[] {
    const { parameters } = value;
    if (parameters === undefined) return [];
    const place = this.#context.positions.child(value, "parameters") ?? at;
    if (!Array.isArray(parameters)) {
      this.#flaw ??= { at: place, code: "wrong-type", message: '"parameters" must be a list' };
      return [];
    }
    return parameters.flatMap((parameter, index) => {
      const where = this.#context.positions.child(parameters, index) ?? place;
      return this.#parameter({ file, value: parameter, at: where }) ?? [];
    });
  }

  #parameter({ file, value, at }: Place): PlacedObject | undefined {
    if (!this.#holds(value, at, "a parameter")) return undefined;
    if (isRef(value)) {
      const target = this.#follow({ file, value, at });
      if (isFlaw(target)) this.#flaw ??= target;
      return target === undefined || isFlaw(target) ? undefined : this.#parameter(target);
    }
    if (value.in !== "body") return { file, at, value: plainParameter(this.#context, value, at) };
    const place = this.#context.positions.child(value, "schema") ?? at;
    const schema = this.#schemas.schema({ file, value: value.schema ?? {}, at: place });
    return { file, at, value: withKeys(this.#context, value, at, { schema, collectionFormat: undefined }) };
  }

  /** Whether it is an object; what is not is a flaw of the operation. */
  #holds(value: JsonValue, at: Position, what: string): value is JsonObject {
    const isOther = !isObject(value) && value !== null;
    if (isOther) this.#flaw ??= { at, code: "wrong-type", message: `${what} must be an object` };
    return !isOther && holdObject(this.#context, value, at, what);
  }

  #response(
    { file, value, at }: Place,
    what: string,
    produces: readonly string[] | undefined,
  ): JsonObject | undefined {
    const unknown = (flaw: Flaw): JsonObject => {
      this.#ignored(flaw, "the answer is read as unknown");
      return plainResponse(this.#context, withKeys(this.#context, unread, at, anyAnswer), at, produces);
    };
    if (!isObject(value) && value !== null)
      return unknown({ at, code: "wrong-type", message: `${what} must be an object` });
    if (!holdObject(this.#context, value, at, what)) return undefined;
    if (isRef(value)) {
      const target = this.#follow({ file, value, at });
      if (isFlaw(target)) return unknown(target);
      return target === undefined ? undefined : this.#response(target, what, produces);
    }
    const place = this.#context.positions.child(value, "schema") ?? at;
    const isFile = objectOf(value.schema).type === "file";
    const schema =
      value.schema === undefined || isFile
        ? value.schema
        : this.#schemas.schema({ file, value: value.schema, at: place });
    return plainResponse(this.#context, withKeys(this.#context, value, at, { schema }), at, produces);
  }

  /** To the end of a chain of references. */
  #follow(from: Place<JsonObject & { readonly $ref: string }>): Target | Flaw | undefined {
    let here: Place<JsonObject & { readonly $ref: string }> = from;
    for (let hops = 0; ; hops++) {
      const place = this.#context.resolver.placeOf(here.value, here.at);
      const target = this.#context.resolver.resolve(here.value.$ref, here.file, place, hops);
      if (target === undefined || isFlaw(target) || !isRef(target.value)) return target;
      here = { file: target.file, value: target.value, at: target.at };
    }
  }
}

/** Whether a value is a Swagger document. */
export function isSwagger(value: JsonValue): value is JsonObject {
  return isObject(value) && Object.hasOwn(value, "swagger") && !Object.hasOwn(value, "openapi");
}
