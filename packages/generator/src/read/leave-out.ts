import {
  hasMethodKey,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  operationsOfItem,
  readExtension,
} from "@trunkline/document";
import type { BundleContext } from "./bundle-context.ts";
import type { Flaw } from "./losses.ts";
import { suggest } from "./nearest.ts";
import { Reach } from "./reach.ts";
import { Writing } from "./writing.ts";

/** What of a document cannot be called, is not in it. */
export interface Left {
  readonly document: JsonObject;
  /** `GET /programs` */
  readonly leftOut: readonly string[];
}

/**
 * Takes out of a bundled document each operation that something is part of which cannot be read, and that something: the
 * rest is sound. Reports each flaw with the operations that it costs.
 */
export function leaveOut(context: BundleContext, document: JsonObject): Left {
  return new LeavingOut(context, document).run();
}

/** What is wrong with the servers and the security of the document itself. */
interface Inherited {
  readonly ofServers: readonly Flaw[];
  readonly ofSecurity: readonly Flaw[];
}

class LeavingOut {
  readonly #context: BundleContext;
  readonly #document: JsonObject;
  #reach: Reach;
  readonly #leftOut: string[] = [];

  constructor(context: BundleContext, document: JsonObject) {
    this.#context = context;
    this.#document = document;
    this.#reach = new Reach(context, document);
  }

  run(): Left {
    const { losses, faults } = this.#context;
    this.#loseExchanges();
    const paths = this.#paths();
    const webhooks = this.#items(this.#document.webhooks, (name) => `the webhook ${name}`);
    if (losses.isEmpty) return { document: this.#document, leftOut: [] };
    const written = this.#change(this.#document, (key, value) => {
      if (key === "paths") return paths;
      if (key === "webhooks") return webhooks;
      if (key === "components") return this.#components(value);
      if (key === "servers") return this.#servers(value);
      if (key === "security") return this.#security(value).length > 0 ? undefined : value;
      return value;
    });
    losses.report(faults);
    return { document: written, leftOut: this.#leftOut };
  }

  #paths(): JsonValue | undefined {
    return this.#items(this.#document.paths, (path) => path, this.#inherited());
  }

  #inherited(): Inherited {
    const { servers, security } = this.#document;
    return { ofServers: this.#firstServer(servers), ofSecurity: this.#security(security) };
  }

  /** A scheme whose tokens come from an operation that is left out has none. */
  #loseExchanges(): void {
    const { losses } = this.#context;
    const { paths } = this.#document;
    const schemes = this.#schemes();
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      const inherited = this.#inherited();
      for (const [name, scheme] of Object.entries(schemes)) {
        const id = isObject(scheme) ? readExtension("securityScheme", scheme).exchange?.operation : undefined;
        if (
          !isObject(scheme) ||
          id === undefined ||
          this.#reach.ofComponent("securitySchemes", name).length > 0
        )
          continue;
        for (const item of objectsIn(paths)) {
          const operations = operationsOfItem(item).map(({ operation }) => operation);
          const operation = operations.filter(isObject).find((one) => one.operationId === id);
          const [flaw] = operation === undefined ? [] : this.#flawsOf(item, operation, inherited);
          if (flaw === undefined) continue;
          losses.mark(scheme, flaw);
          this.#reach = new Reach(this.#context, this.#document);
          isChanged = true;
        }
      }
    }
  }

  /** What an operation cannot be called for; of a webhook, nothing is inherited. */
  #flawsOf(item: JsonObject, operation: JsonObject, inherited?: Inherited): readonly Flaw[] {
    const parts = [
      ...this.#own(item),
      ...this.#reach.of("pathItem", item, ["parameters"]),
      ...this.#own(operation),
      ...this.#reach.of("operation", operation, ["parameters", "requestBody"]),
    ];
    if (inherited === undefined) return parts;
    const { ofServers, ofSecurity } = inherited;
    return [
      ...parts,
      ...this.#addressed(item, operation, ofServers),
      ...this.#secured(operation, ofSecurity),
    ];
  }

  /** Path items by name, without what cannot be called. */
  #items(
    items: JsonValue | undefined,
    nameOf: (key: string) => string,
    inherited?: Inherited,
  ): JsonValue | undefined {
    if (!isObject(items)) return items;
    return this.#change(items, (name, item) => {
      if (!isObject(item) || name.startsWith("x-")) return item;
      const isLost = this.#reach.of("pathItem", item, ["parameters"]).length > 0;
      const sound = (method: string, operation: JsonValue): JsonObject | undefined => {
        if (!isObject(operation)) return undefined;
        const found = this.#flawsOf(item, operation, inherited);
        const call = inherited === undefined ? nameOf(name) : `${method} ${nameOf(name)}`;
        if (found.length === 0) return this.#operation(operation, call);
        for (const flaw of found) this.#context.losses.cost(flaw, call);
        if (inherited !== undefined) this.#leftOut.push(call);
        return undefined;
      };
      const soundItem = this.#change(item, (key, value) => {
        if (key === "servers") return this.#servers(value);
        if (key === "parameters") return isLost ? undefined : value;
        if (key !== "additionalOperations")
          return hasMethodKey(key) ? sound(key.toUpperCase(), value) : value;
        if (!isObject(value)) return undefined;
        for (const flaw of this.#own(value))
          this.#context.losses.cost(flaw, `additionalOperations of ${nameOf(name)}`);
        return this.#own(value).length > 0 ? undefined : this.#change(value, sound);
      });
      const isEmptied = operationsOfItem(item).length > 0 && operationsOfItem(soundItem).length === 0;
      return isEmptied || this.#own(item).length > 0 ? undefined : soundItem;
    });
  }

  /** An operation that can be called, without servers and callbacks that cannot be read. */
  #operation(operation: JsonObject, call: string): JsonObject {
    return this.#change(operation, (key, value) => {
      if (key === "servers") return this.#servers(value);
      if (key !== "callbacks") return value;
      return isObject(value) ? this.#callbacks(value, call) : value;
    });
  }

  #callbacks(callbacks: JsonObject, of: string): JsonObject {
    return this.#change(callbacks, (name, callback) =>
      isObject(callback) && callback.$ref === undefined
        ? this.#items(callback, () => `the callback ${name} of ${of}`)
        : callback,
    );
  }

  #components(components: JsonValue): JsonValue {
    if (!isObject(components)) return components;
    return this.#change(components, (section, entries) => {
      if (!isObject(entries)) return entries;
      if (section === "callbacks") return this.#callbacks(entries, "components");
      if (section === "pathItems") return this.#items(entries, (name) => `the path item ${name}`);
      return this.#change(entries, (name, value) =>
        this.#reach.ofComponent(section, name).length > 0 ? undefined : value,
      );
    });
  }

  /** What is wrong with where an operation is: with the first of its servers, or with what a relative one begins with. */
  #addressed(item: JsonObject, operation: JsonObject, inherited: readonly Flaw[]): readonly Flaw[] {
    const own = operation.servers ?? item.servers;
    const [first] = isArray(own) ? own : [];
    if (own === undefined || (isArray(own) && first === undefined)) return inherited;
    const flaws = this.#firstServer(own);
    const url = isObject(first) && typeof first.url === "string" ? first.url : "";
    return /^[a-z][a-z0-9+.-]*:|^\{/i.test(url) ? flaws : [...flaws, ...inherited];
  }

  #secured({ security }: JsonObject, inherited: readonly Flaw[]): readonly Flaw[] {
    return security === undefined ? inherited : this.#security(security);
  }

  #firstServer(servers: JsonValue | undefined): readonly Flaw[] {
    if (servers === undefined) return [];
    if (!isArray(servers)) return this.#own(servers);
    const [first] = servers;
    return first === undefined ? [] : this.#reach.of("server", first);
  }

  /** Servers that can be asked; none where the first cannot, for the next would stand in its place. */
  #servers(servers: JsonValue): JsonValue | undefined {
    if (!isArray(servers) || this.#firstServer(servers).length > 0) return undefined;
    const isSound = (server: JsonValue): boolean => this.#reach.of("server", server).length === 0;
    if (servers.every(isSound)) return servers;
    const { positions } = this.#context;
    const sound = servers.filter(isSound);
    const places = sound.map((server) => positions.child(servers, servers.indexOf(server)) ?? 0);
    positions.set(sound, positions.at(servers) ?? 0, places);
    return sound;
  }

  /** What is wrong with the alternatives, or with a scheme that one of them names. */
  #security(security: JsonValue | undefined): readonly Flaw[] {
    if (security === undefined) return [];
    if (!isArray(security)) return this.#own(security);
    return security.flatMap((alternative) => {
      if (!isObject(alternative)) return [];
      const ofSchemes = Object.entries(alternative).flatMap(([name, scopes]) => [
        ...[scopes, ...(isArray(scopes) ? scopes : [])].flatMap((one) => this.#own(one)),
        ...this.#scheme(alternative, name),
      ]);
      return [...this.#own(alternative), ...ofSchemes];
    });
  }

  #scheme(alternative: JsonObject, name: string): readonly Flaw[] {
    const { losses, positions } = this.#context;
    const schemes = this.#schemes();
    if (Object.hasOwn(schemes, name)) return this.#reach.ofComponent("securitySchemes", name);
    const at = positions.child(alternative, name) ?? positions.at(alternative) ?? 0;
    const message = `there is no security scheme ${JSON.stringify(name)}`;
    const hint = suggest(name, Object.keys(schemes));
    return [losses.add({ at, code: "security-unknown", message, hint })];
  }

  #schemes(): JsonObject {
    const { components } = this.#document;
    return isObject(components) && isObject(components.securitySchemes) ? components.securitySchemes : {};
  }

  #own(value: JsonValue | undefined): readonly Flaw[] {
    const flaw = typeof value === "object" && value !== null ? this.#context.losses.of(value) : undefined;
    return flaw === undefined ? [] : [flaw];
  }

  /** The same object where nothing is changed; a key whose value becomes `undefined` is gone. */
  #change(object: JsonObject, change: (key: string, value: JsonValue) => JsonValue | undefined): JsonObject {
    const { positions } = this.#context;
    const out = new Writing(positions, positions.at(object) ?? 0);
    let isChanged = false;
    for (const [index, [key, value]] of Object.entries(object).entries()) {
      const next = change(key, value);
      if (next !== value) isChanged = true;
      if (next !== undefined) out.set(key, next, positions.childAt(object, index) ?? out.at);
    }
    return isChanged ? out.done() : object;
  }
}

function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return isObject(value) ? Object.values(value).filter(isObject) : [];
}
