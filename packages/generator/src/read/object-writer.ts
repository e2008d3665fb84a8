import { formatPointer, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { type BundleContext, type Here, nothing } from "./bundle-context.ts";
import { formatComponentRef } from "./component-ref.ts";
import { isComponent } from "./components.ts";
import { bundleMapping } from "./discriminator-mapping.ts";
import { isIdle, isSpared, isWidening } from "./flaw-cost.ts";
import { inertData } from "./inert-data.ts";
import { suggest } from "./nearest.ts";
import {
  componentSections,
  type Kind,
  keysOfThreeTwo,
  type ObjectRule,
  objectModel,
  type Shape,
} from "./object-model.ts";
import type { Position } from "./positions.ts";
import { meaningfulSiblings } from "./ref-siblings.ts";
import { isRef, type Target } from "./resolve.ts";
import { isSaidOtherwise, sayOtherwise } from "./said-otherwise.ts";
import { readScalar, wrongType } from "./scalars.ts";
import { checkSchemaKeywords } from "./schema-keywords.ts";
import { Writing } from "./writing.ts";

const emptyValues: Partial<Record<Shape["is"], JsonValue>> = { string: "", list: [], data: null };
const sections: ReadonlySet<string> = new Set(componentSections.values());

/** Writes objects of the model anew, along the object model, with refs as a bundled document has them. */
export class ObjectWriter {
  readonly #context: BundleContext;
  /** Places that are being copied to where they are referred to. */
  readonly #inlining = new Set<string>();

  constructor(context: BundleContext) {
    this.#context = context;
  }

  /** A value of any shape; `undefined` where there is none, or none that can be used. */
  #value(shape: Shape, value: JsonValue, here: Here, what: string): JsonValue | undefined {
    if (shape.is === "data") {
      this.#context.count.addData(value, here.at);
      return inertData(value, here.at, this.#context);
    }
    if (value === null) {
      const hint = "give it a value or delete the line";
      this.#context.faults.warning(here.at, "empty-value", `${what} is empty`, hint);
      return undefined;
    }
    switch (shape.is) {
      case "object":
        return this.object(shape.kind, value, here, what);
      case "map":
        return this.#map(shape.of, value, here, what);
      case "list":
        return this.#list(shape.of, value, here, what);
      default:
        return readScalar(shape.is, value, here, what, this.#context.faults);
    }
  }

  #list(of: Shape, value: JsonValue, here: Here, what: string): JsonValue | undefined {
    if (isRef(value)) return this.#misplacedRef(value, { is: "list", of }, here, what);
    if (!Array.isArray(value)) {
      wrongType(this.#context.faults, here, `${what} must be a list`);
      return undefined;
    }
    const list: JsonValue[] = [];
    const places: Position[] = [];
    for (const [index, item] of value.entries()) {
      const at = this.#context.positions.child(value, index) ?? here.at;
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
    this.#context.count.add(1, here.at);
    this.#context.positions.set(list, this.#context.positions.at(value) ?? here.at, places);
    return list;
  }

  #map(of: Shape, value: JsonValue, here: Here, what: string): JsonValue | undefined {
    if (!isObject(value)) {
      wrongType(this.#context.faults, here, `${what} must be an object`);
      return undefined;
    }
    // A schema's property may be called "$ref", but then it is a schema and no text.
    if (isRef(value) && of.is !== "string") return this.#misplacedRef(value, { is: "map", of }, here, what);
    const out = new Writing(this.#context.positions, this.#context.positions.at(value) ?? here.at);
    for (const [index, key] of Object.keys(value).entries()) {
      const at = this.#context.positions.childAt(value, index) ?? here.at;
      const next = { ...here, at, depth: here.depth + 1 };
      const written = this.#value(of, value[key] ?? null, next, `${JSON.stringify(key)} of ${what}`);
      out.set(key, written ?? emptyValues[of.is] ?? nothing, at);
    }
    this.#context.count.add(1, here.at);
    return out.done();
  }

  /**
   * An object of the model, or the ref that stands for it.
   *
   * @param what names it in messages
   * @returns `undefined` where it cannot be used, which is reported
   */
  object(kind: Kind, value: JsonValue, here: Here, what?: string): JsonValue | undefined {
    const { faults, limits, positions } = this.#context;
    const rule = objectModel[kind];
    if (kind === "schema" && typeof value === "boolean") return value;
    if (!isObject(value)) {
      const message = `${what ?? `the ${rule.title}`} must be an object`;
      if (kind === "schema") return this.#unknown(here.at, "wrong-type", message);
      wrongType(faults, here, message);
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
      const hint = 'write "#/components/…" or "./file.yaml#/…"';
      if (kind === "schema") return this.#unknown(at, "ref-malformed", "a $ref must be a text", hint);
      faults.error(at, "ref-malformed", "a $ref must be a text", hint);
      return undefined;
    }
    const out = new Writing(positions, positions.at(value) ?? here.at);
    const isWhole = this.#fields(kind, rule, value, here, out);
    for (const key of rule.required ?? []) {
      if (out.has(key)) continue;
      const message = `${what ?? `this ${rule.title}`} has no ${JSON.stringify(key)}`;
      if (isIdle(kind)) {
        faults.warning(here.at, "missing-key", `${message}, and is ignored`);
        return undefined;
      }
      faults.error(here.at, "missing-key", message);
    }
    if (!isWhole) return new Writing(positions, positions.at(value) ?? here.at).done();
    this.#context.count.add(1, here.at);
    return out.done();
  }

  /** @returns `false` where nothing is known of a schema without what could not be read */
  #fields(kind: Kind, rule: ObjectRule, value: JsonObject, here: Here, out: Writing): boolean {
    const { positions } = this.#context;
    let isWhole = true;
    for (const [index, key] of Object.keys(value).entries()) {
      if (key === "$ref") continue;
      const at = positions.childAt(value, index) ?? here.at;
      const next = { file: here.file, at, depth: here.depth + 1, spared: isSpared(kind, key) };
      const field = value[key] ?? null;
      const name = `${JSON.stringify(key)} of this ${rule.title}`;
      const section = kind === "components" ? this.#section(key, next) : undefined;
      if (section !== undefined) {
        out.set(key, section, at);
        continue;
      }
      const shape = this.#shapeOf(kind, rule, key, at);
      if (shape === undefined) continue;
      let written = this.#value(shape, field, next, name);
      if (written !== undefined && isSaidOtherwise(kind, key)) {
        sayOtherwise(this.#context, out, { kind, key, written, at }, value);
        continue;
      }
      if (kind === "discriminator" && key === "mapping")
        written = bundleMapping(this.#context, written, next);
      if (written !== undefined) out.set(key, written, at);
      else if (kind === "schema" && field !== null && isWidening(key)) isWhole = false;
    }
    return kind === "schema" ? checkSchemaKeywords(this.#context, value, here) && isWhole : true;
  }

  /** A schema that nothing is known of, in place of one that cannot be read. */
  #unknown(at: Position, code: string, message: string, hint?: string): JsonObject {
    this.#context.faults.warning(at, code, `${message}; the schema is read as unknown`, hint);
    return new Writing(this.#context.positions, at).done();
  }

  #shapeOf(kind: Kind, rule: ObjectRule, key: string, at: Position): Shape | undefined {
    const { faults, version } = this.#context;
    if (version !== "3.2" && keysOfThreeTwo.get(kind)?.has(key)) {
      const message = `${JSON.stringify(key)} is no key of a ${rule.title} in OpenAPI ${version}, and is ignored`;
      faults.warning(at, "unknown-key", message, 'it is one of OpenAPI 3.2: write "openapi: 3.2.0"');
      return undefined;
    }
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

  /** A section of components, where the content of other files comes home. */
  #section(section: string, here: Here): JsonObject | undefined {
    if (!sections.has(section)) return undefined;
    const listed = this.#context.components.listed(section);
    if (listed.length === 0) return undefined;
    const { positions } = this.#context;
    const out = new Writing(positions, here.at);
    for (const { kind, name, at, content } of listed) {
      if (isComponent(content)) {
        const alias = new Writing(positions, at);
        alias.set("$ref", formatComponentRef(content.section, content.name), at);
        out.set(name, alias.done(), at);
      } else {
        const inside = { file: content.file, at: content.at, depth: here.depth + 1 };
        const what = `the component ${JSON.stringify(name)}`;
        out.set(name, this.object(kind, content.value, inside, what) ?? nothing, at);
      }
    }
    return out.done();
  }

  #reference(kind: Kind, value: JsonObject & { readonly $ref: string }, here: Here): JsonValue | undefined {
    const { positions } = this.#context;
    const at = positions.child(value, "$ref") ?? here.at;
    const isSchema = kind === "schema";
    const target = this.#context.resolver.resolve(value.$ref, here.file, at, { spared: isSchema });
    if (target === undefined) return isSchema ? new Writing(positions, at).done() : nothing;
    if (!componentSections.has(kind)) return this.#inline(kind, value, target, here);
    const home = this.#context.components.homeOf(kind, target, at);
    if (home === undefined) return nothing;
    const out = new Writing(positions, positions.at(value) ?? here.at);
    out.set("$ref", formatComponentRef(home.section, home.name), at);
    const siblings = meaningfulSiblings(this.#context, kind, value, here);
    if (siblings !== undefined) this.#fields(kind, objectModel[kind], siblings, here, out);
    this.#context.count.add(1, here.at);
    return out.done();
  }

  #inline(kind: Kind, value: JsonObject, target: Target, here: Here): JsonValue | undefined {
    const { faults, positions } = this.#context;
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
    const inlined = this.object(kind, target.value, { file: target.file, at: target.at, depth });
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
    const { faults, positions } = this.#context;
    const at = positions.child(value, "$ref") ?? here.at;
    faults.warning(at, "ref-place", `${what} cannot be a $ref in OpenAPI; it is copied here`);
    const target = this.#context.resolver.resolve(value.$ref, here.file, at);
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
}
