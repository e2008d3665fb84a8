import { formatPointer, isObject, type JsonObject, type JsonValue, objectOf } from "@trunkline/document";
import { formatLocalRef } from "../component-ref.ts";
import type { Position } from "../positions.ts";
import { isRef, isTarget, type Target } from "../resolve.ts";
import { Writing } from "../writing.ts";
import { changed, listed, type Place, type SwaggerContext, withKeys } from "./context.ts";

const maps: ReadonlySet<string> = new Set(["properties", "patternProperties"]);
const lists: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf"]);
const single: ReadonlySet<string> = new Set(["items", "additionalProperties", "not"]);

/** Writes schemas anew so that each reference leads to a definition of the document itself. */
export class Schemas {
  readonly #context: SwaggerContext;
  readonly #entry: string;
  readonly #names: Set<string>;
  /** Name of a definition by the place of its content. */
  readonly #homes = new Map<string, string>();
  readonly #waiting: { readonly name: string; readonly target: Target }[] = [];

  constructor(context: SwaggerContext, entry: string, definitions: JsonObject) {
    this.#context = context;
    this.#entry = entry;
    this.#names = new Set(Object.keys(definitions));
  }

  schema({ file, value, at }: Place): JsonValue {
    if (!isObject(value)) return value;
    if (isRef(value)) return this.#reference({ file, value, at });
    const out = changed(this.#context, { value, at }, (child, key, place) => {
      if (maps.has(key) && isObject(child)) {
        return changed(this.#context, { value: child, at: place }, (one, _, where) =>
          this.schema({ file, value: one, at: where }),
        );
      }
      if (lists.has(key) && Array.isArray(child)) {
        const items = child.map((item, index) => {
          const where = this.#context.positions.child(child, index) ?? place;
          return { value: this.schema({ file, value: item, at: where }), at: where };
        });
        return listed(this.#context, items, place);
      }
      return single.has(key) ? this.schema({ file, value: child, at: place }) : child;
    });
    return this.#nullable(out, at);
  }

  /** Further definitions that references led to; writing one may ask for others. */
  addTo(definitions: JsonObject, at: Position): JsonObject {
    const out = new Writing(this.#context.positions, at);
    out.copy(definitions);
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      out.set(next.name, this.schema(next.target), next.target.at);
    }
    return out.done();
  }

  /** A list of types is not of Swagger 2.0, but "this or null" is what many mean by one. */
  #nullable(schema: JsonObject, at: Position): JsonObject {
    if (!Array.isArray(schema.type)) return schema;
    const types = schema.type.filter((type) => type !== "null");
    if (types.length !== 1) return schema;
    const isNullable = types.length < schema.type.length;
    return withKeys(this.#context, schema, at, {
      type: types[0],
      ...(isNullable ? { "x-nullable": true } : {}),
    });
  }

  #reference({ file, value, at }: Place<JsonObject & { readonly $ref: string }>): JsonValue {
    const place = this.#context.resolver.placeOf(value, at);
    const target = this.#context.resolver.resolve(value.$ref, file, place);
    const out = new Writing(this.#context.positions, this.#context.positions.at(value) ?? at);
    if (!isTarget(target)) {
      if (target !== undefined) {
        const { code, message, hint } = target;
        this.#context.faults.warning(target.at, code, `${message}; the schema is read as unknown`, hint);
      }
      return out.done();
    }
    const { $ref: _, ...siblings } = value;
    const $ref = this.#refTo(target);
    if (siblings["x-nullable"] !== true) {
      out.set("$ref", $ref, place);
      return out.done();
    }
    // Beside a reference nothing counts.
    out.set("allOf", listed(this.#context, [{ value: { $ref }, at: place }], place), place);
    out.set("x-nullable", true, place);
    return out.done();
  }

  #refTo({ file, tokens, value, at }: Target): string {
    const isOwn = file === this.#entry && tokens[0] === "definitions" && tokens.length === 2;
    if (isOwn) return formatLocalRef(tokens);
    const id = `${file}#${formatPointer(tokens)}`;
    let name = this.#homes.get(id);
    if (name === undefined) {
      name = this.#freeName(tokens.at(-1) ?? file.replace(/^.*\/|\.\w+$/g, ""));
      this.#homes.set(id, name);
      this.#waiting.push({ name, target: { file, tokens, value, at } });
    }
    return formatLocalRef(["definitions", name]);
  }

  #freeName(wanted: string): string {
    const stem = wanted.replace(/[^A-Za-z0-9._-]+/g, "_").replace(/^_+|_+$/g, "") || "Unnamed";
    let name = stem;
    for (let round = 2; this.#names.has(name); round++) name = `${stem}_${round}`;
    this.#names.add(name);
    return name;
  }
}

/** Definitions of a document. */
export function definitionsOf(document: JsonObject): JsonObject {
  return objectOf(document.definitions);
}
