import { splitId } from "../names/operation-id.ts";
import type { Context } from "./context.ts";
import { noDocs } from "./docs.ts";
import { entriesBelow, printPointer, stepsOf } from "./document.ts";
import { isInput } from "./name-types.ts";
import { referencesOf, renameShape } from "./nodes.ts";
import type { OperationModel } from "./operation-model.ts";
import type { Draft } from "./schemas/types.ts";
import type { Declaration, Docs, Shape, TypeNode } from "./type-nodes.ts";
import type { DraftWebhooks } from "./webhooks.ts";

/** A type that belongs to one operation: its params, its page. */
export interface Owned {
  readonly name: string;
  readonly resource: string;
  readonly pointer: readonly (string | number)[];
  readonly text: string;
  readonly input: boolean;
  readonly shape: Shape;
}

interface Parts {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly rename: (key: string) => string;
  readonly owned: readonly Owned[];
  readonly operations: readonly OperationModel[];
  readonly webhooks: DraftWebhooks | undefined;
  readonly callbacks: DraftWebhooks | undefined;
}

type Order = readonly (number | string)[];

/** All declarations, each with the file that it stands in and in the order in which they are read best. */
export function declarationsOf(context: Context, parts: Parts): Declaration[] {
  const { drafts, rename, owned } = parts;
  const shapes = new Map<string, Shape>(owned.map(({ name, shape }) => [name, shape]));
  for (const draft of drafts.values()) shapes.set(rename(draft.key), renameShape(draft.shape, rename));
  const homes = usesOf(parts, shapes);
  const inputs = reach(
    owned.filter(({ input }) => input).map(({ name }) => name),
    shapes,
  );
  const order = orderOf(context, parts);
  const found: { readonly order: Order; readonly declaration: Declaration }[] = [];
  const add = (name: string, pointer: string, place: Order, docs: Docs): void => {
    const users = homes.get(name) ?? new Set();
    const [only] = users;
    const resource = users.size === 1 && only !== SHARED ? only : undefined;
    const shape = shapes.get(name) as Shape;
    found.push({
      order: place,
      declaration: { name, resource, pointer, input: inputs.has(name), docs, shape },
    });
  };
  for (const draft of drafts.values()) add(rename(draft.key), draft.pointer, order(draft), draft.docs);
  for (const one of owned)
    add(one.name, printPointer(one.pointer), order(one), { ...noDocs, text: one.text });
  return found.sort((a, b) => compareOrder(a.order, b.order)).map(({ declaration }) => declaration);
}

const SHARED = "";

/** Name of a type -> resources whose files need it. */
function usesOf(
  { operations, owned, webhooks, callbacks, rename, drafts }: Parts,
  shapes: ReadonlyMap<string, Shape>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const roots = new Map<string, string[]>();
  const use = (resource: string, names: readonly string[]): void => {
    const own = roots.get(resource) ?? [];
    for (const name of names) own.push(name);
    roots.set(resource, own);
  };
  const typeNames = (types: readonly (TypeNode | undefined)[]): string[] =>
    types.flatMap((type) => (type === undefined ? [] : referencesOf(type)));
  for (const { resource, name } of owned) use(resource, [name]);
  for (const { resource, aliases, parameters, result, params, page, errors } of operations) {
    const direct = typeNames([
      ...parameters.filter((one) => one.in === "path").map(({ type }) => type),
      result.type,
    ]);
    use(resource, [...direct, ...typeNames([page?.item])]);
    use(SHARED, typeNames(errors.map(({ body }) => body)));
    for (const alias of aliases) {
      const other = splitId(alias).resource;
      // The alias only refers to the operation's own types, and imports them from where they are.
      if (other !== resource)
        use(
          other,
          direct.filter((name) => name !== params?.name),
        );
    }
  }
  const events = [webhooks, callbacks].flatMap((map) => map?.events ?? []);
  use(SHARED, typeNames(events.map(({ type }) => type)).map(rename));
  const users = new Map<string, Set<string>>();
  for (const [resource, names] of roots) {
    for (const name of reach(names, shapes)) users.set(name, (users.get(name) ?? new Set()).add(resource));
  }
  // The two types of one schema stand together.
  for (const draft of drafts.values()) {
    const twin = isInput(draft) ? drafts.get(draft.pointer) : undefined;
    if (twin === undefined) continue;
    const both = new Set([...(users.get(rename(draft.key)) ?? []), ...(users.get(rename(twin.key)) ?? [])]);
    users.set(rename(draft.key), both).set(rename(twin.key), both);
  }
  return users;
}

function reach(names: readonly string[], shapes: ReadonlyMap<string, Shape>): ReadonlySet<string> {
  const seen = new Set(names);
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const shape = shapes.get(name);
    for (const next of shape === undefined ? [] : referencesOf(shape)) {
      if (!seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
    }
  }
  return seen;
}

/** Components in the document's order, then what belongs to operations: params before answers. */
function orderOf({ document }: Context, { drafts, operations }: Parts): (one: Draft | Owned) => Order {
  const components = new Map(
    entriesBelow({ value: document, pointer: [] }, "components", "schemas").map(([name], index) => [
      name,
      index,
    ]),
  );
  // Of a route in several forms, its own method says where it stands.
  const routes = new Map(
    operations.map(({ pointer }, index): [string, number] => [printPointer(pointer), index]).reverse(),
  );
  const sequence = new Map([...drafts.keys()].map((key, index) => [key, index]));
  return (one) => {
    if (!("key" in one)) return [1, routes.get(printPointer(one.pointer)) ?? 0, one.input ? 0 : 2, 0];
    const path = stepsOf(one.pointer);
    const first = sequence.get(one.key) ?? 0;
    if (path[0] === "components" && path[1] === "schemas") {
      const name = (path[2] ?? "").replace(/!(?:base|form)$/, "");
      return [0, components.get(name) ?? 0, Number(isInput(one)), path.length === 3 ? -1 : first];
    }
    const route = routes.get(printPointer(path.slice(0, 3)));
    if (route !== undefined) return [1, route, path[3] === "responses" ? 3 : 1, first];
    return [2, 0, 0, first];
  };
}

function compareOrder(a: Order, b: Order): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? 0;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
