import { formatPointer, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { type BundleContext, type Here, nothing } from "./bundle-context.ts";
import { formatComponentRef } from "./component-ref.ts";
import { isComponent } from "./components.ts";
import { bundleMapping } from "./discriminator-mapping.ts";
import { costsCalls, isIdle, isPartOfCalls, isWidening } from "./flaw-cost.ts";
import { inertData } from "./inert-data.ts";
import { type Flaw, isFlaw } from "./losses.ts";
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
import { readScalar, scalarWords } from "./scalars.ts";
import { checkSchemaKeywords } from "./schema-keywords.ts";
import { schemeFlaw } from "./scheme-flaw.ts";
import { Writing } from "./writing.ts";

const emptyValues: Partial<Record<Shape["is"], JsonValue>> = { string: "", list: [], data: null };
const schemaNames: ReadonlySet<string> = new Set(["$id", "$anchor", "$dynamicAnchor"]);
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
      const flaw = {
        at: here.at,
        code: "empty-value",
        message: `${what} is empty`,
        hint: "give it a value or delete the line",
      };
      if (isNoEmpty(shape, here)) return this.#lost(shape, flaw, here);
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
        return read ?? this.#wrongType(shape, here, `${what} must be ${scalarWords[shape.is]}`);
      }
    }
  }

  #list(of: Shape, value: JsonValue, here: Here, what: string): JsonValue | undefined {
    if (isRef(value)) return this.#misplacedRef(value, { is: "list", of }, here, what);
    if (!Array.isArray(value)) return this.#wrongType({ is: "list", of }, here, `${what} must be a list`);
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
    if (!isObject(value)) return this.#wrongType({ is: "map", of }, here, `${what} must be an object`);
    // A schema's property may be called "$ref", but then it is a schema and no text.
    if (isRef(value) && of.is !== "string") return this.#misplacedRef(value, { is: "map", of }, here, what);
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

  #wrongType(shape: Shape, here: Here, message: string): JsonValue | undefined {
    return this.#lost(shape, { at: here.at, code: "wrong-type", message }, here);
  }

  /**
   * Stands for a value that cannot be read: what nothing is known of, or what no call can be made with.
   *
   * @returns `undefined` where the value is left out alone
   */
  #lost(shape: Shape, flaw: Flaw, here: Here): JsonValue | undefined {
    const { faults, losses } = this.#context;
    const kind = shape.is === "object" ? shape.kind : undefined;
    const unknown = kind === undefined ? undefined : this.#unknown(kind, here.at);
    const what =
      unknown === undefined
        ? ", and is ignored"
        : `; the ${kind === "schema" ? "schema" : "answer"} is read as unknown`;
    if (unknown !== undefined || here.spared === true) {
      faults.warning(flaw.at, flaw.code, flaw.message + what, flaw.hint);
      return unknown;
    }
    const mark = new Writing(this.#context.positions, here.at).done();
    losses.mark(mark, flaw);
    return mark;
  }

  /** An object that says nothing, where that is possible. */
  #unknown(kind: Kind, at: Position): JsonObject | undefined {
    const { positions } = this.#context;
    if (kind === "schema") return new Writing(positions, at).done();
    if (kind === "responses") {
      const out = new Writing(positions, at);
      out.set("2XX", this.#unknown("response", at) ?? nothing, at);
      return out.done();
    }
    if (kind !== "response") return undefined;
    const media = new Writing(positions, at);
    media.set("application/json", nothing, at);
    const out = new Writing(positions, at);
    out.set("description", "", at);
    out.set("content", media.done(), at);
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
      return this.#wrongType(shape, here, `${what ?? `the ${rule.title}`} must be an object`);
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
      return this.object(kind, this.#withoutDynamicRef(value, value.$dynamicRef, here), here, what);
    }
    if (Object.hasOwn(value, "$ref")) {
      if (isRef(value)) return this.#reference(kind, value, here);
      const at = positions.child(value, "$ref") ?? here.at;
      const hint = 'write "#/components/…" or "./file.yaml#/…"';
      return this.#lost(shape, { at, code: "ref-malformed", message: "a $ref must be a text", hint }, here);
    }
    const out = new Writing(positions, positions.at(value) ?? here.at);
    const isWhole = this.#fields(kind, rule, value, here, out);
    this.#context.count.add(1, here.at);
    if (!isWhole) return this.#unknown(kind, here.at) ?? nothing;
    const missing = (rule.required ?? []).filter((key) => !out.has(key));
    const flaws = missing.map((key): Flaw => {
      const message = `${what ?? `this ${rule.title}`} has no ${JSON.stringify(key)}`;
      return { at: here.at, code: "missing-key", message };
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
    for (const flaw of own === undefined ? flaws : [own]) losses.mark(done, flaw);
    return done;
  }

  /** Which schema it leads to is decided by whoever refers to this one; a bundled document has the one that is here. */
  #withoutDynamicRef(schema: JsonObject, ref: string, here: Here): JsonObject {
    const { faults, positions } = this.#context;
    const at = positions.child(schema, "$dynamicRef") ?? here.at;
    faults.warning(
      at,
      "schema-keyword",
      "the $dynamicRef is read as a $ref: it leads to the schema of this document",
    );
    const out = new Writing(positions, positions.at(schema) ?? here.at);
    out.copy(schema);
    out.set("$ref", ref, at);
    return out.without("$dynamicRef");
  }

  /** @returns `false` where nothing is known of an object without what could not be read */
  #fields(kind: Kind, rule: ObjectRule, value: JsonObject, here: Here, out: Writing): boolean {
    const { positions } = this.#context;
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
      const key = kind === "responses" ? this.#status(given, at) : given;
      const shape =
        key === undefined || (key !== given && out.has(key)) ? undefined : this.#shapeOf(kind, rule, key, at);
      if (key === undefined || shape === undefined) continue;
      let written = this.#value(shape, field, next, name);
      if (written !== undefined && isSaidOtherwise(kind, key)) {
        sayOtherwise(this.#context, out, { kind, key, written, at }, value);
        continue;
      }
      if (kind === "discriminator" && key === "mapping")
        written = bundleMapping(this.#context, written, next);
      if (kind === "paths" && !key.startsWith("/")) this.#markPath(key, written, at);
      if (written !== undefined) out.set(key, written, at);
      else if (field !== null && isWidening(kind, key)) isWhole = false;
    }
    if (kind === "responses" && isWithoutSuccess(value, out)) {
      out.set("2XX", this.#unknown("response", here.at) ?? nothing, here.at);
    }
    return kind === "schema" ? checkSchemaKeywords(this.#context, value, here) && isWhole : isWhole;
  }

  /** A status in capitals; `undefined` where it is none, which is reported. */
  #status(key: string, at: Position): string | undefined {
    if (key.startsWith("x-") || objectModel.responses.rest?.pattern.test(key)) return key;
    const read = /^[1-5]xx$/i.test(key) ? key.toUpperCase() : /^default$/i.test(key) ? "default" : undefined;
    if (read === key) return key;
    const message = `${JSON.stringify(key)} is no status`;
    const how = read === undefined ? ", and is ignored" : `; it is read as ${JSON.stringify(read)}`;
    this.#context.faults.warning(at, "unknown-key", message + how, objectModel.responses.rest?.hint);
    return read;
  }

  #markPath(path: string, item: JsonValue | undefined, at: Position): void {
    if (path.startsWith("x-") || !isObject(item)) return;
    const message = `the path ${JSON.stringify(path)} does not begin with a slash`;
    this.#context.losses.mark(item, {
      at,
      code: "unknown-key",
      message,
      hint: `write it as ${JSON.stringify(`/${path}`)}`,
    });
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
        const spared = !isPartOfCalls(kind);
        const inside = { file: here.file, at, depth: here.depth + 1, spared };
        const what = `the component ${JSON.stringify(name)}`;
        const written = isFlaw(content)
          ? this.#lost({ is: "object", kind }, content, inside)
          : this.object(kind, content.value, { ...inside, file: content.file, at: content.at }, what);
        out.set(name, written ?? nothing, at);
      }
    }
    return out.done();
  }

  #reference(kind: Kind, value: JsonObject & { readonly $ref: string }, here: Here): JsonValue | undefined {
    const { positions } = this.#context;
    const at = positions.child(value, "$ref") ?? here.at;
    const shape: Shape = { is: "object", kind };
    const target = this.#context.resolver.resolve(value.$ref, here.file, at);
    if (target === undefined) return nothing;
    if (isFlaw(target)) return this.#lost(shape, target, here);
    if (!componentSections.has(kind)) return this.#inline(kind, value, target, here);
    const home = this.#context.components.homeOf(kind, target, at);
    if (home === undefined) return nothing;
    if (isFlaw(home)) return this.#lost(shape, home, here);
    const out = new Writing(positions, positions.at(value) ?? here.at);
    out.set("$ref", formatComponentRef(home.section, home.name), at);
    const siblings = meaningfulSiblings(this.#context, kind, value, here);
    if (siblings !== undefined) this.#fields(kind, objectModel[kind], siblings, here, out);
    this.#context.count.add(1, here.at);
    return out.done();
  }

  #inline(kind: Kind, value: JsonObject, target: Target, here: Here): JsonValue | undefined {
    const { positions } = this.#context;
    const id = `${kind} ${target.file}#${formatPointer(target.tokens)}`;
    if (this.#inlining.has(id)) {
      const message = `the $ref goes in a circle, and a ${objectModel[kind].title} cannot`;
      return this.#lost({ is: "object", kind }, { at: here.at, code: "ref-cycle", message }, here);
    }
    this.#inlining.add(id);
    const depth = here.depth + 1;
    const inlined = this.object(kind, target.value, { ...here, file: target.file, at: target.at, depth });
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
    if (isFlaw(target)) return this.#lost(shape, target, here);
    const id = `${shape.is} ${target.file}#${formatPointer(target.tokens)}`;
    if (this.#inlining.has(id)) {
      return this.#lost(shape, { at, code: "ref-cycle", message: "the $ref goes in a circle" }, here);
    }
    this.#inlining.add(id);
    const inside = { ...here, file: target.file, at: target.at, depth: here.depth + 1 };
    const inlined = this.#value(shape, target.value, inside, what);
    this.#inlining.delete(id);
    return inlined;
  }
}

/** What is empty there says less than it seems: no server, no credentials, no operation. */
function isNoEmpty(shape: Shape, { spared }: Here): boolean {
  if (spared === true) return false;
  if (shape.is === "object") return shape.kind === "operation" || shape.kind === "server";
  return shape.is === "map" && shape.of.is === "list";
}

/** Answers of which only some can be read, none of them a success. */
function isWithoutSuccess(given: JsonObject, read: Writing): boolean {
  const isLost = Object.keys(given).some(
    (key) => !key.startsWith("x-") && !read.has(key) && !read.has(key.toUpperCase()),
  );
  return isLost && !read.keys.some((key) => key.startsWith("2") || key === "default");
}
