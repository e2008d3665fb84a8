import type { JsonObject, JsonValue } from "../json.ts";
import { Components, isComponent } from "./components.ts";
import type { Faults } from "./faults.ts";
import { suggest } from "./nearest.ts";
import { componentSections, type Kind, type ObjectRule, objectModel, type Shape } from "./object-model.ts";
import { formatComponentRef, formatPointer } from "./pointer.ts";
import { type Position, type PositionTable, position } from "./positions.ts";
import { isObject, isRef, type ParsedFile, Resolver, type Target } from "./resolve.ts";
import type { ReadLimits } from "./types.ts";
import { ValueCount } from "./value-count.ts";

export interface BundleInput {
  readonly entry: string;
  readonly files: ReadonlyMap<string, ParsedFile | undefined>;
  readonly version: "3.0" | "3.1";
  readonly positions: PositionTable;
  readonly faults: Faults;
  readonly limits: ReadLimits;
}

export interface BundleResult {
  readonly document: JsonObject;
  /** Files that have to be read before the bundle is whole. */
  readonly missing: ReadonlyMap<string, Position>;
}

/** One document of many files: what is shared stands in components, everything else where it is used. */
export function bundle(input: BundleInput): BundleResult {
  const resolver = new Resolver(input.files, input.positions, input.faults);
  const bundler = new Bundler(input, resolver);
  return { document: bundler.run(), missing: resolver.missing };
}

/** Where the walk is in the sources. */
interface Here {
  readonly file: string;
  readonly at: Position;
  readonly depth: number;
}

const nothing: JsonObject = Object.create(null);

class Bundler {
  readonly #input: BundleInput;
  readonly #resolver: Resolver;
  readonly #components: Components;
  readonly #root: Target;
  readonly #count: ValueCount;
  /** Places that are being copied to where they are referred to. */
  readonly #inlining = new Set<string>();

  constructor(input: BundleInput, resolver: Resolver) {
    const file = input.files.get(input.entry);
    this.#input = input;
    this.#resolver = resolver;
    this.#root = {
      file: input.entry,
      tokens: [],
      value: file?.value ?? null,
      at: position(file?.fileIndex ?? 0, 0),
    };
    this.#components = new Components(this.#root, resolver, input.faults);
    this.#count = new ValueCount(input.limits.values, input.faults);
  }

  run(): JsonObject {
    const { file, at, value } = this.#root;
    const document = this.#object("document", value, { file, at, depth: 0 });
    if (!isObject(document)) return nothing;
    const components = isObject(document.components) ? document.components : nothing;
    const hoisted = this.#hoisted(components);
    if (hoisted === components) return document;
    const out = new Writing(this.#input.positions, this.#input.positions.at(document) ?? at);
    out.copy(document);
    out.set("components", hoisted, this.#input.positions.at(hoisted) ?? at);
    return out.done();
  }

  /** Components of places outside of the entry's components; writing one may ask for others. */
  #hoisted(components: JsonObject): JsonObject {
    const { positions } = this.#input;
    const sections = new Map<string, Writing>();
    for (
      let component = this.#components.nextHoisted();
      component !== undefined;
      component = this.#components.nextHoisted()
    ) {
      if (isComponent(component.content)) continue;
      let section = sections.get(component.section);
      if (section === undefined) {
        section = new Writing(positions, component.at);
        const listed = components[component.section];
        if (isObject(listed)) section.copy(listed);
        sections.set(component.section, section);
      }
      const { content } = component;
      const here = { file: content.file, at: content.at, depth: 3 };
      section.set(component.name, this.#object(component.kind, content.value, here) ?? nothing, component.at);
    }
    if (sections.size === 0) return components;
    const out = new Writing(positions, positions.at(components) ?? this.#root.at);
    out.copy(components);
    for (const [name, section] of sections) out.set(name, section.done(), section.at);
    return out.done();
  }

  #value(shape: Shape, value: JsonValue, here: Here, what: string): JsonValue | undefined {
    if (shape.is === "data") {
      this.#count.addData(value, here.at);
      return value;
    }
    if (value === null) {
      const hint = "give it a value or delete the line";
      this.#input.faults.warning(here.at, "empty-value", `${what} is empty`, hint);
      return undefined;
    }
    switch (shape.is) {
      case "object":
        return this.#object(shape.kind, value, here, what);
      case "map":
        return this.#map(shape.of, value, here, what);
      case "list":
        return this.#list(shape.of, value, here, what);
      default:
        return this.#scalar(shape.is, value, here, what);
    }
  }

  #scalar(
    type: "string" | "number" | "boolean",
    value: JsonValue,
    here: Here,
    what: string,
  ): JsonValue | undefined {
    if (typeof value === type) return value;
    const converted = typeof value === "object" ? undefined : convert(type, value);
    const wanted = `${type === "string" ? "a text" : `a ${type}`}`;
    if (converted === undefined) {
      this.#input.faults.error(here.at, "wrong-type", `${what} must be ${wanted}`);
      return undefined;
    }
    this.#input.faults.warning(
      here.at,
      "wrong-type",
      `${what} must be ${wanted}; ${JSON.stringify(value)} is read as ${JSON.stringify(converted)}`,
      type === "string" ? "put it in quotes" : "write it without quotes",
    );
    return converted;
  }

  #list(of: Shape, value: JsonValue, here: Here, what: string): JsonValue | undefined {
    if (isRef(value)) return this.#misplacedRef(value, { is: "list", of }, here, what);
    if (!Array.isArray(value)) {
      this.#input.faults.error(here.at, "wrong-type", `${what} must be a list`);
      return undefined;
    }
    const list: JsonValue[] = [];
    const places: Position[] = [];
    for (const [index, item] of value.entries()) {
      const at = this.#input.positions.child(value, index) ?? here.at;
      const written = this.#value(
        of,
        item,
        { ...here, at, depth: here.depth + 1 },
        `item ${index} of ${what}`,
      );
      if (written === undefined) continue;
      list.push(written);
      places.push(at);
    }
    this.#count.add(1, here.at);
    this.#input.positions.set(list, this.#input.positions.at(value) ?? here.at, places);
    return list;
  }

  #map(of: Shape, value: JsonValue, here: Here, what: string): JsonValue | undefined {
    if (!isObject(value)) {
      this.#input.faults.error(here.at, "wrong-type", `${what} must be an object`);
      return undefined;
    }
    // A schema's property may be called "$ref", but then it is a schema and no text.
    if (isRef(value) && of.is !== "string") return this.#misplacedRef(value, { is: "map", of }, here, what);
    const out = new Writing(this.#input.positions, this.#input.positions.at(value) ?? here.at);
    for (const [index, key] of Object.keys(value).entries()) {
      const at = this.#input.positions.childAt(value, index) ?? here.at;
      const next = { file: here.file, at, depth: here.depth + 1 };
      const written = this.#value(of, value[key] ?? null, next, `${JSON.stringify(key)} of ${what}`);
      out.set(key, written ?? emptyValues[of.is] ?? nothing, at);
    }
    this.#count.add(1, here.at);
    return out.done();
  }

  #object(kind: Kind, value: JsonValue, here: Here, what?: string): JsonValue | undefined {
    const { faults, limits, positions } = this.#input;
    const rule = objectModel[kind];
    if (kind === "schema" && typeof value === "boolean") return value;
    if (!isObject(value)) {
      faults.error(here.at, "wrong-type", `${what ?? `the ${rule.title}`} must be an object`);
      return undefined;
    }
    if (here.depth > limits.depth) {
      faults.error(
        here.at,
        "too-deep",
        `nested deeper than ${limits.depth} levels`,
        "move inner schemas to components and refer to them",
      );
      return undefined;
    }
    if (Object.hasOwn(value, "$ref")) {
      if (isRef(value)) return this.#reference(kind, value, here);
      const at = positions.child(value, "$ref") ?? here.at;
      faults.error(
        at,
        "ref-malformed",
        "a $ref must be a text",
        'write "#/components/…" or "./file.yaml#/…"',
      );
      return undefined;
    }
    const out = new Writing(positions, positions.at(value) ?? here.at);
    this.#fields(kind, rule, value, here, out);
    for (const key of rule.required ?? []) {
      if (out.has(key)) continue;
      faults.error(here.at, "missing-key", `${what ?? `this ${rule.title}`} has no ${JSON.stringify(key)}`);
    }
    this.#count.add(1, here.at);
    return out.done();
  }

  #fields(kind: Kind, rule: ObjectRule, value: JsonObject, here: Here, out: Writing): void {
    const { faults, positions } = this.#input;
    for (const [index, key] of Object.keys(value).entries()) {
      if (key === "$ref") continue;
      const at = positions.childAt(value, index) ?? here.at;
      const next = { file: here.file, at, depth: here.depth + 1 };
      const field = value[key] ?? null;
      const name = `${JSON.stringify(key)} of this ${rule.title}`;
      const section = kind === "components" ? this.#section(key, next) : undefined;
      if (section !== undefined) {
        out.set(key, section, at);
        continue;
      }
      const shape = this.#shapeOf(rule, key, at);
      if (shape === undefined) continue;
      let written = this.#value(shape, field, next, name);
      if (kind === "discriminator" && key === "mapping") written = this.#mapping(written, next);
      if (written !== undefined) out.set(key, written, at);
    }
    if (kind === "schema") this.#schemaKeywords(value, here, faults);
  }

  #shapeOf(rule: ObjectRule, key: string, at: Position): Shape | undefined {
    const { faults } = this.#input;
    if (Object.hasOwn(rule.fields, key)) return rule.fields[key];
    if (key.startsWith("x-") || rule.open) return { is: "data" };
    if (rule.rest?.pattern.test(key)) return rule.rest.shape;
    if (rule.rest !== undefined) {
      faults.error(at, "unknown-key", `${JSON.stringify(key)} is no key of a ${rule.title}`, rule.rest.hint);
      return undefined;
    }
    faults.warning(
      at,
      "unknown-key",
      `${JSON.stringify(key)} is no key of a ${rule.title}, and is ignored`,
      suggest(key, Object.keys(rule.fields)),
    );
    return undefined;
  }

  #schemaKeywords(value: JsonObject, here: Here, faults: Faults): void {
    const { type } = value;
    const types = Array.isArray(type) ? type : [type];
    if (type !== undefined && types.some((one) => typeof one !== "string" || !typeNames.has(one))) {
      const at = this.#input.positions.child(value, "type") ?? here.at;
      const bad = types.find((one) => typeof one !== "string" || !typeNames.has(one));
      const hint = suggest(String(bad), typeNames);
      faults.error(at, "schema-type", `${JSON.stringify(bad)} is no type of a schema`, hint);
    }
    for (const keyword of ["$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef"]) {
      if (!Object.hasOwn(value, keyword)) continue;
      const at = this.#input.positions.child(value, keyword) ?? here.at;
      const hint = 'refer to schemas by "$ref" and a JSON pointer';
      faults.warning(at, "schema-keyword", `${keyword} is not followed`, hint);
    }
  }

  /** A section of components, where the content of other files comes home. */
  #section(section: string, here: Here): JsonObject | undefined {
    if (!sections.has(section)) return undefined;
    const listed = this.#components.listed(section);
    if (listed.length === 0) return undefined;
    const out = new Writing(this.#input.positions, here.at);
    for (const { kind, name, at, content } of listed) {
      if (isComponent(content)) {
        const alias = new Writing(this.#input.positions, at);
        alias.set("$ref", formatComponentRef(content.section, content.name), at);
        out.set(name, alias.done(), at);
      } else {
        const inside = { file: content.file, at: content.at, depth: here.depth + 1 };
        const what = `the component ${JSON.stringify(name)}`;
        out.set(name, this.#object(kind, content.value, inside, what) ?? nothing, at);
      }
    }
    return out.done();
  }

  #reference(kind: Kind, value: JsonObject & { readonly $ref: string }, here: Here): JsonValue | undefined {
    const { faults, positions } = this.#input;
    const at = positions.child(value, "$ref") ?? here.at;
    const target = this.#resolver.resolve(value.$ref, here.file, at);
    if (target === undefined) return nothing;
    if (!componentSections.has(kind)) return this.#inline(kind, value, target, here);
    const home = this.#components.homeOf(kind, target, at);
    if (home === undefined) return nothing;
    const out = new Writing(positions, positions.at(value) ?? here.at);
    out.set("$ref", formatComponentRef(home.section, home.name), at);
    const siblings = this.#siblings(kind, value, here, faults);
    if (siblings !== undefined) this.#fields(kind, objectModel[kind], siblings, here, out);
    this.#count.add(1, here.at);
    return out.done();
  }

  /** What stands beside a `$ref` and has a meaning there. */
  #siblings(kind: Kind, value: JsonObject, here: Here, faults: Faults): JsonObject | undefined {
    const names = Object.keys(value).filter((key) => key !== "$ref");
    if (names.length === 0) return undefined;
    const { positions, version } = this.#input;
    if (kind === "schema" && version === "3.1") return value;
    const allowed =
      kind === "schema" ? annotations : version === "3.1" ? new Set(["summary", "description"]) : none;
    const kept = new Writing(positions, positions.at(value) ?? here.at);
    for (const key of names) {
      if (allowed.has(key)) {
        kept.set(key, value[key] ?? null, positions.child(value, key) ?? here.at);
        continue;
      }
      const at = positions.child(value, key) ?? here.at;
      const message = `${JSON.stringify(key)} beside a $ref has no effect in OpenAPI ${version}`;
      const hint = kind === "schema" ? 'put the $ref into "allOf"' : "put it where the $ref leads";
      if (key === "x-trunkline") faults.error(at, "ref-sibling", message, hint);
      else faults.warning(at, "ref-sibling", message, hint);
    }
    return kept.done();
  }

  #inline(kind: Kind, value: JsonObject, target: Target, here: Here): JsonValue | undefined {
    const { faults, positions } = this.#input;
    const id = `${kind} ${target.file}#${formatPointer(target.tokens)}`;
    if (this.#inlining.has(id)) {
      faults.error(
        here.at,
        "ref-cycle",
        `the $ref goes in a circle, and a ${objectModel[kind].title} cannot`,
      );
      return nothing;
    }
    this.#inlining.add(id);
    const depth = here.depth + 1;
    const inlined = this.#object(kind, target.value, { file: target.file, at: target.at, depth });
    this.#inlining.delete(id);
    const names = Object.keys(value).filter((key) => key !== "$ref");
    if (names.length === 0 || !isObject(inlined)) return inlined;
    const out = new Writing(positions, positions.at(inlined) ?? here.at);
    out.copy(inlined);
    this.#fields(kind, objectModel[kind], value, here, out);
    return out.done();
  }

  /** A list or a map cannot be a ref, but the meaning is plain. */
  #misplacedRef(
    value: JsonObject & { readonly $ref: string },
    shape: Shape,
    here: Here,
    what: string,
  ): JsonValue | undefined {
    const { faults, positions } = this.#input;
    const at = positions.child(value, "$ref") ?? here.at;
    faults.warning(at, "ref-place", `${what} cannot be a $ref in OpenAPI; it is copied here`);
    const target = this.#resolver.resolve(value.$ref, here.file, at);
    if (target === undefined) return undefined;
    const id = `${shape.is} ${target.file}#${formatPointer(target.tokens)}`;
    if (this.#inlining.has(id)) {
      faults.error(at, "ref-cycle", "the $ref goes in a circle");
      return undefined;
    }
    this.#inlining.add(id);
    const inside = { file: target.file, at: target.at, depth: here.depth + 1 };
    const inlined = this.#value(shape, target.value, inside, what);
    this.#inlining.delete(id);
    return inlined;
  }

  /** Values of a mapping are names of schemas or refs, without saying which. */
  #mapping(mapping: JsonValue | undefined, here: Here): JsonValue | undefined {
    if (!isObject(mapping)) return mapping;
    const { positions, faults } = this.#input;
    const out = new Writing(positions, positions.at(mapping) ?? here.at);
    for (const [key, value] of Object.entries(mapping)) {
      const at = positions.child(mapping, key) ?? here.at;
      if (typeof value !== "string" || this.#components.hasSchema(value)) {
        out.set(key, value, at);
      } else if (/[#/]|\.(ya?ml|json)$/i.test(value)) {
        const target = this.#resolver.resolve(value, here.file, at);
        const home = target === undefined ? undefined : this.#components.homeOf("schema", target, at);
        if (home !== undefined) out.set(key, formatComponentRef(home.section, home.name), at);
      } else {
        faults.error(
          at,
          "discriminator-mapping",
          `the mapping names the schema ${JSON.stringify(value)}, which is not in components`,
          suggest(
            value,
            this.#components.listed("schemas").map((component) => component.name),
          ),
        );
      }
    }
    return out.done();
  }
}

const emptyValues: Partial<Record<Shape["is"], JsonValue>> = { string: "", list: [], data: null };
const none: ReadonlySet<string> = new Set();
const sections: ReadonlySet<string> = new Set(componentSections.values());
const typeNames: ReadonlySet<string> = new Set([
  ...["string", "number", "integer", "boolean", "object", "array", "null"],
]);
/** OpenAPI 3.0 ignores what stands beside a ref; these say nothing about values and are too good to lose. */
const annotations: ReadonlySet<string> = new Set(["title", "summary", "description", "deprecated"]);

function convert(
  type: "string" | "number" | "boolean",
  value: string | number | boolean,
): JsonValue | undefined {
  if (type === "string") return String(value);
  if (type === "boolean") return value === "true" ? true : value === "false" ? false : undefined;
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** An object in the making, with the places of its keys. */
class Writing {
  readonly at: Position;
  readonly #positions: PositionTable;
  readonly #entries: Record<string, JsonValue> = Object.create(null);
  readonly #keys: string[] = [];
  readonly #places: Position[] = [];

  constructor(positions: PositionTable, at: Position) {
    this.#positions = positions;
    this.at = at;
  }

  has(key: string): boolean {
    return key in this.#entries;
  }

  set(key: string, value: JsonValue, at: Position): void {
    if (key in this.#entries) {
      this.#places[this.#keys.indexOf(key)] = at;
    } else {
      this.#keys.push(key);
      this.#places.push(at);
    }
    this.#entries[key] = value;
  }

  copy(from: JsonObject): void {
    for (const [index, key] of Object.keys(from).entries()) {
      this.set(key, from[key] ?? null, this.#positions.childAt(from, index) ?? this.at);
    }
  }

  done(): JsonObject {
    this.#positions.setEntries(this.#entries, this.at, this.#keys, this.#places);
    return this.#entries;
  }
}
