import { posix } from "node:path";
import { formatPointer, isObject } from "@trunkline/document";
import { type Flaw, isFlaw } from "./losses.ts";
import { componentSections, objectModel } from "./object-model.ts";
import type { Kind } from "./object-shapes.ts";
import type { Position } from "./positions.ts";
import { isPureRef, isTarget, type Resolver, type Target } from "./resolve.ts";

/** A component of the bundled document. */
export interface Component {
  readonly kind: Kind;
  readonly section: string;
  readonly name: string;
  /** Place of its name in the sources. */
  readonly at: Position;
  /** Its content, the component that it is another name of, or why it has neither. */
  readonly content: Target | Component | Flaw;
}

interface Declared {
  readonly kind: Kind;
  readonly section: string;
  readonly name: string;
  readonly target: Target;
}

const MAX_ALIASES = 100;

/** Which component stands for which place of which file. */
export class Components {
  readonly #resolver: Resolver;
  /** Components as the entry lists them, by the place where they are listed. */
  readonly #declared = new Map<string, Declared>();
  /** Component by the place of its content. */
  readonly #homes = new Map<string, Component>();
  readonly #components = new Map<Declared, Component>();
  readonly #open = new Set<Declared>();
  readonly #taken = new Set<string>();
  readonly #hoisted: Component[] = [];

  constructor(entry: Target, resolver: Resolver) {
    this.#resolver = resolver;
    for (const [kind, section] of componentSections) {
      for (const target of this.#list(entry, section)) {
        const name = target.tokens.at(-1) ?? "";
        this.#declared.set(keyOf(target), { kind, section, name, target });
        this.#taken.add(`${section}/${name}`);
      }
    }
    // All of them before any other ref is followed: a file that a component names is that component.
    for (const declared of this.#declared.values()) this.#component(declared);
  }

  /** Components of a section that the entry lists, in its order. */
  listed(section: string): readonly Component[] {
    return [...this.#declared.values()]
      .filter((declared) => declared.section === section)
      .flatMap((declared) => this.#component(declared) ?? []);
  }

  /** Next component that was made for a place outside of components, and is not written yet. */
  nextHoisted(): Component | undefined {
    return this.#hoisted.shift();
  }

  hasSchema(name: string): boolean {
    return this.#taken.has(`schemas/${name}`);
  }

  /**
   * The component that stands for a target; one is made where there is none.
   *
   * @returns what is wrong where there can be none; `undefined` for what is not there yet
   */
  homeOf(kind: Kind, first: Target, at: Position): Component | Flaw | undefined {
    const target = this.#chase(first, at);
    if (!isTarget(target)) return target;
    const declared = this.#declared.get(keyOf(target));
    if (declared !== undefined) return this.#declaredHome(kind, declared, at);
    const section = componentSections.get(kind) ?? "";
    const id = `${section} ${keyOf(target)}`;
    const known = this.#homes.get(id);
    if (known !== undefined) return known;
    const name = this.#freeName(section, target);
    const component: Component = { kind, section, name, at: target.at, content: target };
    this.#homes.set(id, component);
    this.#hoisted.push(component);
    return component;
  }

  #declaredHome(kind: Kind, declared: Declared, at: Position): Component | Flaw | undefined {
    if (declared.kind === kind) return this.#component(declared);
    const message = `the $ref leads to components.${declared.section}, but a ${objectModel[kind].title} is expected here`;
    return { at, code: "ref-kind", message };
  }

  #component(declared: Declared): Component | undefined {
    const { kind, section, name, target } = declared;
    const known = this.#components.get(declared);
    if (known !== undefined) return known;
    const at = target.at;
    const content = this.#isCircular(declared)
      ? { at, code: "ref-cycle", message: `the component ${JSON.stringify(name)} refers to itself` }
      : this.#contentOf(declared);
    if (content === undefined) return undefined;
    const component: Component = { kind, section, name, at, content };
    this.#components.set(declared, component);
    if (isTarget(content)) this.#homes.set(`${section} ${keyOf(content)}`, component);
    return component;
  }

  #isCircular(declared: Declared): boolean {
    return this.#open.has(declared) || this.#open.size > MAX_ALIASES;
  }

  #contentOf(declared: Declared): Component["content"] | undefined {
    const { kind, section, target } = declared;
    if (!isPureRef(target.value)) return target;
    const at = this.#resolver.placeOf(target.value, target.at);
    const next = this.#resolver.resolve(target.value.$ref, target.file, at);
    const end = isTarget(next) ? this.#chase(next, at) : next;
    if (!isTarget(end)) return end;
    const other = this.#declared.get(keyOf(end));
    if (other === undefined) return this.#homes.get(`${section} ${keyOf(end)}`) ?? end;
    this.#open.add(declared);
    const home = this.#declaredHome(kind, other, at);
    this.#open.delete(declared);
    return isComponent(home) && isFlaw(home.content) ? home.content : home;
  }

  /** To the end of a chain of refs, or to a component on the way. */
  #chase(first: Target, at: Position): Target | Flaw | undefined {
    let target = first;
    const seen = new Set<string>();
    while (!this.#declared.has(keyOf(target)) && isPureRef(target.value)) {
      const key = keyOf(target);
      if (seen.has(key))
        return { at, code: "ref-cycle", message: `the $ref goes in a circle through ${key}` };
      seen.add(key);
      const here = this.#resolver.placeOf(target.value, target.at);
      const next = this.#resolver.resolve(target.value.$ref, target.file, here);
      if (!isTarget(next)) return next;
      target = next;
    }
    return target;
  }

  #list(entry: Target, section: string): readonly Target[] {
    const list = this.#child(this.#child(entry, "components"), section);
    if (list === undefined || !isObject(list.value)) return [];
    const names = Object.keys(list.value);
    return names
      .map((name) => this.#resolver.walk(list, [name], { ref: "", at: list.at, hops: 0 }))
      .filter(isTarget);
  }

  #child(parent: Target | undefined, name: string): Target | undefined {
    if (parent === undefined || !isObject(parent.value) || !Object.hasOwn(parent.value, name))
      return undefined;
    const child = this.#resolver.walk(parent, [name], { ref: "", at: parent.at, hops: 0 });
    if (!isTarget(child)) return undefined;
    if (!isPureRef(child.value)) return child;
    const at = this.#resolver.placeOf(child.value, child.at);
    const next = this.#resolver.resolve(child.value.$ref, child.file, at);
    const end = isTarget(next) ? this.#chase(next, child.at) : undefined;
    return isTarget(end) ? end : undefined;
  }

  #freeName(section: string, target: Target): string {
    const stem = posix.basename(target.file).replace(/\.(ya?ml|json)$/i, "");
    const short = meaningful(target.tokens).join("_");
    const candidates = short === "" ? [stem] : [short, `${stem}_${short}`];
    candidates.push([target.file.replace(/\.(ya?ml|json)$/i, ""), ...target.tokens].join("_"));
    for (let round = 1; ; round++) {
      for (const candidate of candidates) {
        const name = clean(round === 1 ? candidate : `${candidate}_${round}`);
        if (this.#taken.has(`${section}/${name}`)) continue;
        this.#taken.add(`${section}/${name}`);
        return name;
      }
    }
  }
}

const structural = new Set([
  ...["components", "definitions", "$defs", "properties", "content", "schema", "application/json", "paths"],
  ...componentSections.values(),
]);

function meaningful(tokens: readonly string[]): readonly string[] {
  const telling = tokens.filter((token) => !structural.has(token));
  return telling.length === 0 ? tokens : telling;
}

/** Names of components are limited to these characters by OpenAPI. */
function clean(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, "_").replace(/^_+|_+$/g, "") || "Unnamed";
}

function keyOf(target: { readonly file: string; readonly tokens: readonly string[] }): string {
  return `${target.file}#${formatPointer(target.tokens)}`;
}

export function isComponent(content: object | undefined): content is Component {
  return content !== undefined && "section" in content;
}
