import { formatPointer, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { type BundleContext, type Here, nothing } from "./bundle-context.ts";
import { formatComponentRef } from "./component-ref.ts";
import { isFlaw } from "./losses.ts";
import { lost } from "./lost-values.ts";
import { componentSections, objectModel } from "./object-model.ts";
import type { Kind, Shape } from "./object-shapes.ts";
import { meaningfulSiblings } from "./ref-siblings.ts";
import type { Target } from "./resolve.ts";
import { Writing } from "./writing.ts";

type Ref = JsonObject & { readonly $ref: string };

/** Writes what a ref leads to, where it is copied. */
export interface WriteObjects {
  value(shape: Shape, value: JsonValue, here: Here, what: string): JsonValue | undefined;
  object(kind: Kind, value: JsonValue, here: Here, what?: string): JsonValue | undefined;
  /** @returns `false` where nothing is known of an object without what could not be read */
  fields(kind: Kind, value: JsonObject, here: Here, out: Writing): boolean;
}

/** Writes refs as a bundled document has them: to components, and else a copy of what they lead to. */
export class RefWriter {
  readonly #context: BundleContext;
  readonly #write: WriteObjects;
  /** Places that are being copied to where they are referred to. */
  readonly #inlining = new Set<string>();

  constructor(context: BundleContext, write: WriteObjects) {
    this.#context = context;
    this.#write = write;
  }

  /** The ref that a bundled document has in the place of this one, or the object that it leads to. */
  reference(kind: Kind, value: Ref, here: Here): JsonValue | undefined {
    const { positions } = this.#context;
    const at = positions.child(value, "$ref") ?? here.at;
    const shape: Shape = { is: "object", kind };
    const target = this.#context.resolver.resolve(value.$ref, here.file, at);
    if (target === undefined) return nothing;
    if (isFlaw(target)) return lost(this.#context, shape, target, here);
    if (!componentSections.has(kind)) return this.#inline(kind, value, target, here);
    const home = this.#context.components.homeOf(kind, target, at);
    if (home === undefined) return nothing;
    if (isFlaw(home)) return lost(this.#context, shape, home, here);
    const out = new Writing(positions, positions.at(value) ?? here.at);
    out.set("$ref", formatComponentRef(home.section, home.name), at);
    const siblings = meaningfulSiblings(this.#context, kind, value, here);
    if (siblings !== undefined) this.#write.fields(kind, siblings, here, out);
    this.#context.count.add(1, here.at);
    return out.done();
  }

  #inline(kind: Kind, value: JsonObject, target: Target, here: Here): JsonValue | undefined {
    const { positions } = this.#context;
    const id = `${kind} ${target.file}#${formatPointer(target.tokens)}`;
    if (this.#inlining.has(id)) {
      const message = `the $ref goes in a circle, and a ${objectModel[kind].title} cannot`;
      return lost(this.#context, { is: "object", kind }, { at: here.at, code: "ref-cycle", message }, here);
    }
    this.#inlining.add(id);
    const depth = here.depth + 1;
    const inlined = this.#write.object(kind, target.value, {
      ...here,
      file: target.file,
      at: target.at,
      depth,
    });
    this.#inlining.delete(id);
    const names = Object.keys(value).filter((key) => key !== "$ref");
    if (names.length === 0 || !isObject(inlined)) return inlined;
    const out = new Writing(positions, positions.at(inlined) ?? here.at);
    out.copy(inlined);
    this.#write.fields(kind, value, here, out);
    return out.done();
  }

  /** A list or a map cannot be a ref, but the meaning is plain. */
  misplaced(value: Ref, shape: Shape, here: Here, what: string): JsonValue | undefined {
    const { faults, positions } = this.#context;
    const at = positions.child(value, "$ref") ?? here.at;
    faults.warning(at, "ref-place", `${what} cannot be a $ref in OpenAPI; it is copied here`);
    const target = this.#context.resolver.resolve(value.$ref, here.file, at);
    if (target === undefined) return undefined;
    if (isFlaw(target)) return lost(this.#context, shape, target, here);
    const id = `${shape.is} ${target.file}#${formatPointer(target.tokens)}`;
    if (this.#inlining.has(id)) {
      return lost(
        this.#context,
        shape,
        { at, code: "ref-cycle", message: "the $ref goes in a circle" },
        here,
      );
    }
    this.#inlining.add(id);
    const inside = { ...here, file: target.file, at: target.at, depth: here.depth + 1 };
    const inlined = this.#write.value(shape, target.value, inside, what);
    this.#inlining.delete(id);
    return inlined;
  }
}
