import { createHash } from "node:crypto";
import type { LoadedDocument } from "@trunkline/generator";

/** `#/components/schemas/Thing` -> what stands in its place where something is digested. */
export type Digests = ReadonlyMap<string, string>;

/**
 * Digests of all components of a bundled document, each with what it refers to. Those that refer to each other in a circle
 * have one digest in common, and their names in it. Each is looked at once, however many refer to it.
 */
export function componentDigests(document: LoadedDocument["document"]): Digests {
  const components = listComponents(document);
  const targets = new Map<string, readonly string[]>();
  for (const [ref, value] of components) {
    targets.set(
      ref,
      [...new Set(refsIn(value))].filter((target) => components.has(target)),
    );
  }
  const digests = new Map<string, string>();
  for (const circle of circlesOf(targets)) {
    const hash = createHash("sha256");
    for (const ref of circle.sort()) hash.update(stableText(components.get(ref), digests)).update("\n");
    const digest = hash.digest("hex");
    for (const ref of circle) digests.set(ref, circle.length === 1 ? digest : `${digest} ${ref}`);
  }
  return digests;
}

/** JSON with sorted keys; a `$ref` to a component that has a digest is that digest. */
export function stableText(value: unknown, digests: Digests): string {
  const text = JSON.stringify(value, (key, child: unknown) => {
    if (key === "$ref" && typeof child === "string") return digests.get(child) ?? child;
    if (typeof child !== "object" || child === null || Array.isArray(child)) return child;
    return Object.fromEntries(Object.entries(child).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return text ?? "null";
}

function listComponents({ components }: LoadedDocument["document"]): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [section, list] of Object.entries(components ?? {})) {
    if (typeof list !== "object" || list === null) continue;
    for (const [name, value] of Object.entries(list)) {
      found.set(`#/components/${pointerToken(section)}/${pointerToken(name)}`, value);
    }
  }
  return found;
}

function pointerToken(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

function refsIn(value: unknown): readonly string[] {
  const refs: string[] = [];
  const pending = [value];
  while (pending.length > 0) {
    const node = pending.pop();
    if (typeof node !== "object" || node === null) continue;
    for (const [key, child] of Object.entries(node)) {
      if (key === "$ref" && typeof child === "string") refs.push(child);
      else pending.push(child);
    }
  }
  return refs;
}

interface Visit {
  readonly ref: string;
  readonly targets: Iterator<string>;
}

/**
 * Components that refer to each other, those that others refer to first (Tarjan 1972). A stack of its own, because a chain
 * of references may be longer than the stack is deep.
 */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): readonly string[][] {
  const circles: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const visits: Visit[] = [];
  const lower = (ref: string, to: number): void => {
    lowest.set(ref, Math.min(lowest.get(ref) ?? to, to));
  };
  const enter = (ref: string): void => {
    order.set(ref, order.size);
    lower(ref, order.size - 1);
    open.push(ref);
    isOpen.add(ref);
    visits.push({ ref, targets: (graph.get(ref) ?? []).values() });
  };
  const leave = ({ ref }: Visit): void => {
    visits.pop();
    const above = visits.at(-1);
    if (above !== undefined) lower(above.ref, lowest.get(ref) ?? 0);
    if (lowest.get(ref) !== order.get(ref)) return;
    const circle = open.splice(open.lastIndexOf(ref));
    for (const one of circle) isOpen.delete(one);
    circles.push(circle);
  };
  for (const start of graph.keys()) {
    if (order.has(start)) continue;
    enter(start);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const next = visit.targets.next();
      if (next.done === true) leave(visit);
      else if (!order.has(next.value)) enter(next.value);
      else if (isOpen.has(next.value)) lower(visit.ref, order.get(next.value) ?? 0);
    }
  }
  return circles;
}
