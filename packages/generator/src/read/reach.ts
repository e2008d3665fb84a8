import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import type { BundleContext } from "./bundle-context.ts";
import { parseComponentRef } from "./component-ref.ts";
import { isIdle } from "./flaw-cost.ts";
import type { Flaw } from "./losses.ts";
import { componentSections, objectModel } from "./object-model.ts";
import type { Kind, Shape } from "./object-shapes.ts";

const kinds: ReadonlyMap<string, Kind> = new Map(
  [...componentSections].map(([kind, section]) => [section, kind]),
);

/** What is wrong with an object, with what it holds, or with the components that it refers to. */
export class Reach {
  readonly #losses: BundleContext["losses"];
  readonly #components: JsonObject;
  readonly #known = new Map<string, readonly Flaw[]>();

  constructor({ losses }: Pick<BundleContext, "losses">, { components }: JsonObject) {
    this.#losses = losses;
    this.#components = isObject(components) ? components : {};
  }

  /** @param keys of the object that count @default all of them, and the object itself */
  of(kind: Kind, value: JsonValue, keys?: readonly string[]): readonly Flaw[] {
    // Most documents have no flaw.
    if (this.#losses.isEmpty) return [];
    const found = new Set<Flaw>();
    this.#object(kind, value, found, keys);
    return [...found];
  }

  ofComponent(section: string, name: string): readonly Flaw[] {
    const id = `${section}/${name}`;
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    // Of a component that refers to itself.
    this.#known.set(id, []);
    const kind = kinds.get(section);
    const entries = this.#components[section];
    const value = isObject(entries) && Object.hasOwn(entries, name) ? entries[name] : undefined;
    const found = kind === undefined || value === undefined ? [] : this.of(kind, value);
    this.#known.set(id, found);
    return found;
  }

  #object(kind: Kind, value: JsonValue, found: Set<Flaw>, keys?: readonly string[]): void {
    if (keys === undefined) this.#note(value, found);
    if (!isObject(value) || kind === "schema" || isIdle(kind)) return;
    const component = typeof value.$ref === "string" ? parseComponentRef(value.$ref) : undefined;
    if (component !== undefined) {
      for (const flaw of this.ofComponent(component.section, component.name)) found.add(flaw);
      return;
    }
    const { fields, rest } = objectModel[kind];
    for (const [key, field] of Object.entries(value)) {
      if (keys !== undefined && !keys.includes(key)) continue;
      const shape = Object.hasOwn(fields, key) ? fields[key] : key.startsWith("x-") ? undefined : rest?.shape;
      if (shape !== undefined) this.#shape(shape, field, found);
    }
  }

  #shape(shape: Shape, value: JsonValue, found: Set<Flaw>): void {
    if (shape.is === "object") {
      this.#object(shape.kind, value, found);
      return;
    }
    this.#note(value, found);
    if (shape.is === "list" && isArray(value)) for (const item of value) this.#shape(shape.of, item, found);
    if (shape.is === "map" && isObject(value))
      for (const item of Object.values(value)) this.#shape(shape.of, item, found);
  }

  #note(value: JsonValue, found: Set<Flaw>): void {
    const flaw = typeof value === "object" && value !== null ? this.#losses.of(value) : undefined;
    if (flaw !== undefined) found.add(flaw);
  }
}
