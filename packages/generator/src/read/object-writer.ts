import { isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { type BundleContext, type Here, nothing } from "./bundle-context.ts";
import { formatComponentRef } from "./component-ref.ts";
import { isComponent } from "./components.ts";
import { bundleMapping } from "./discriminator-mapping.ts";
import { withoutDynamicRef } from "./dynamic-ref.ts";
import { costsCalls, isIdle, isPartOfCalls, isWidening } from "./flaw-cost.ts";
import { inertData } from "./inert-data.ts";
import { type Flaw, isFlaw } from "./losses.ts";
import { lacksSuccess, lost, mayNotBeEmpty, unknownOf, wrongType } from "./lost-values.ts";
import { markPath, readStatus, shapeOf } from "./object-keys.ts";
import { componentSections, objectModel } from "./object-model.ts";
import type { Kind, Shape } from "./object-shapes.ts";
import type { Position } from "./positions.ts";
import { RefWriter } from "./ref-writer.ts";
import { isRef } from "./resolve.ts";
import { isSaidOtherwise, sayOtherwise } from "./said-otherwise.ts";
import { readScalar, scalarWords } from "./scalars.ts";
import { checkSchemaKeywords } from "./schema-keywords.ts";
import { schemeFlaw } from "./scheme-flaw.ts";
import { Writing } from "./writing.ts";

const emptyValues: Partial<Record<Shape["is"], JsonValue>> = { string: "", list: [], data: null };
const schemaNames: ReadonlySet<string> = new Set(["$id", "$anchor", "$dynamicAnchor"]);
const sections: ReadonlySet<string> = new Set(componentSections.values());

const defaultHint =
  "OpenAPI requires it; where the document is not yours, an overlay beside it gives it: { target: $.servers[0].variables.<name>, update: { default: … } }";

/** Writes objects of the model anew, along the object model, with refs as a bundled document has them. */
export class ObjectWriter {
  readonly #context: BundleContext;
  readonly #refs: RefWriter;

  constructor(context: BundleContext) {
    this.#context = context;
    this.#refs = new RefWriter(context, {
      value: (...given) => this.#value(...given),
      object: (...given) => this.object(...given),
      fields: (...given) => this.#fields(...given),
    });
  }

  /** A value of any shape; `undefined` where there is none, or none that can be used. */
  #value(shape: Shape, value: JsonValue, here: Here, what: string): JsonValue | undefined {
    if (shape.is === "data") {
      this.#context.count.addData(value, here.at);
      return inertData(value, here.at, this.#context);
    }
    if (value === null) {
      const flaw = {
        at: here.at,
        code: "empty-value",
        message: `${what} is empty`,
        hint: "give it a value or delete the line",
      };
      if (mayNotBeEmpty(shape, here)) return lost(this.#context, shape, flaw, here);
      this.#context.faults.warning(flaw.at, flaw.code, flaw.message, flaw.hint);
      return undefined;
    }
    switch (shape.is) {
      case "object":
        return this.object(shape.kind, value, here, what);
      case "map":
        return this.#map(shape.of, value, here, what);
      case "list":
        return this.#list(shape.of, value, here, what);
      default: {
        const read = readScalar(shape.is, value, here.at, what, this.#context.faults);
        return read ?? wrongType(this.#context, shape, here, `${what} must be ${scalarWords[shape.is]}`);
      }
    }
  }

  #list(of: Shape, value: JsonValue, here: Here, what: string): JsonValue | undefined {
    if (isRef(value)) return this.#refs.misplaced(value, { is: "list", of }, here, what);
    if (!Array.isArray(value))
      return wrongType(this.#context, { is: "list", of }, here, `${what} must be a list`);
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
    if (!isObject(value))
      return wrongType(this.#context, { is: "map", of }, here, `${what} must be an object`);
    // A schema's property may be called "$ref", but then it is a schema and no text.
    if (isRef(value) && of.is !== "string") return this.#refs.misplaced(value, { is: "map", of }, here, what);
    const out = new Writing(this.#context.positions, this.#context.positions.at(value) ?? here.at);
    for (const [index, key] of Object.keys(value).entries()) {
      const at = this.#context.positions.childAt(value, index) ?? here.at;
      const next = { ...here, at, depth: here.depth + 1 };
      const written = this.#value(of, value[key] ?? null, next, `${JSON.stringify(key)} of ${what}`);
      // What a media type cannot say is unknown; what only describes is gone.
      const isGone =
        written === undefined && value[key] !== null && of.is === "object" && of.kind !== "mediaType";
      if (!isGone) out.set(key, written ?? emptyValues[of.is] ?? nothing, at);
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
    const { faults, limits, losses, positions } = this.#context;
    const rule = objectModel[kind];
    const shape: Shape = { is: "object", kind };
    if (kind === "schema" && typeof value === "boolean") return value;
    if (!isObject(value))
      return wrongType(this.#context, shape, here, `${what ?? `the ${rule.title}`} must be an object`);
    if (here.depth > limits.depth) {
      faults.error(
        here.at,
        "too-deep",
        `nested deeper than ${limits.depth} levels`,
        "move inner schemas to components and refer to them",
      );
      return undefined;
    }
    if (kind === "schema" && typeof value.$dynamicRef === "string" && !Object.hasOwn(value, "$ref")) {
      return this.object(kind, withoutDynamicRef(this.#context, value, value.$dynamicRef, here), here, what);
    }
    if (Object.hasOwn(value, "$ref")) {
      if (isRef(value)) return this.#refs.reference(kind, value, here);
      const at = positions.child(value, "$ref") ?? here.at;
      const hint = 'write "#/components/…" or "./file.yaml#/…"';
      return lost(
        this.#context,
        shape,
        { at, code: "ref-malformed", message: "a $ref must be a text", hint },
        here,
      );
    }
    const out = new Writing(positions, positions.at(value) ?? here.at);
    const isWhole = this.#fields(kind, value, here, out);
    this.#context.count.add(1, here.at);
    if (!isWhole) return unknownOf(kind, here.at, this.#context.positions) ?? nothing;
    const missing = (rule.required ?? []).filter((key) => !out.has(key));
    const flaws = missing.map((key): Flaw => {
      const message = `${what ?? `this ${rule.title}`} has no ${JSON.stringify(key)}`;
      const hint = kind === "serverVariable" ? defaultHint : undefined;
      return { at: here.at, code: "missing-key", message, hint };
    });
    if (kind === "document" || kind === "info") {
      for (const { at, code, message } of flaws) faults.warning(at, code, message);
      return out.done();
    }
    if (flaws.length > 0 && (isIdle(kind) || here.isIdle === true)) {
      for (const { at, code, message } of flaws) faults.warning(at, code, `${message}, and is ignored`);
      return undefined;
    }
    const done = out.done();
    const own =
      kind === "securityScheme" && flaws.length === 0 ? schemeFlaw(done, here.at, positions) : undefined;
    const known = this.#context.flawed.get(value);
    for (const flaw of known ? [known] : own === undefined ? flaws : [own]) losses.mark(done, flaw);
    return done;
  }

  /** @returns `false` where nothing is known of an object without what could not be read */
  #fields(kind: Kind, value: JsonObject, here: Here, out: Writing): boolean {
    const { positions } = this.#context;
    const rule = objectModel[kind];
    let isWhole = true;
    for (const [index, given] of Object.keys(value).entries()) {
      // Every $ref of a bundled document is a pointer, so that nothing is relative to these.
      if (given === "$ref" || (kind === "schema" && schemaNames.has(given))) continue;
      const at = positions.childAt(value, index) ?? here.at;
      const inside = isIdle(kind, given) || here.isIdle === true;
      const next = {
        file: here.file,
        at,
        depth: here.depth + 1,
        spared: inside || !costsCalls(kind, given),
        isIdle: inside,
      };
      const field = value[given] ?? null;
      const name = `${JSON.stringify(given)} of this ${rule.title}`;
      const section = kind === "components" ? this.#section(given, next) : undefined;
      if (section !== undefined) {
        out.set(given, section, at);
        continue;
      }
      const key = kind === "responses" ? readStatus(this.#context, given, at) : given;
      const shape =
        key === undefined || (key !== given && out.has(key))
          ? undefined
          : shapeOf(this.#context, kind, key, at);
      if (key === undefined || shape === undefined) continue;
      let written = this.#value(shape, field, next, name);
      if (written !== undefined && isSaidOtherwise(kind, key)) {
        sayOtherwise(this.#context, out, { kind, key, written, at }, value);
        continue;
      }
      if (kind === "discriminator" && key === "mapping")
        written = bundleMapping(this.#context, written, next);
      if (kind === "paths" && !key.startsWith("/")) markPath(this.#context, key, written, at);
      if (written !== undefined) out.set(key, written, at);
      else if (field !== null && isWidening(kind, key)) isWhole = false;
    }
    if (kind === "responses" && lacksSuccess(value, out)) {
      out.set("2XX", unknownOf("response", here.at, positions) ?? nothing, here.at);
    }
    return kind === "schema" ? checkSchemaKeywords(this.#context, value, here) && isWhole : isWhole;
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
        const spared = !isPartOfCalls(kind);
        const inside = { file: here.file, at, depth: here.depth + 1, spared };
        const what = `the component ${JSON.stringify(name)}`;
        const written = isFlaw(content)
          ? lost(this.#context, { is: "object", kind }, content, inside)
          : this.object(kind, content.value, { ...inside, file: content.file, at: content.at }, what);
        out.set(name, written ?? nothing, at);
      }
    }
    return out.done();
  }
}
