import { createHash } from "node:crypto";
import { isObject, type JsonObject, operationsOfItem } from "@trunkline/document";
import type { LoadedDocument } from "@trunkline/generator";
import { componentDigests, type Digests, stableText } from "./component-digests.ts";

/** `GET /programs/{id}` -> digest of all that a document says about the operation, its schemas among it. */
export type OperationDigests = Readonly<Record<string, string>>;

/**
 * Digests of a document's operations. What they refer to counts as if it stood in them, so that a change of a shared
 * schema shows at every operation that has it; neither the order of keys counts, nor what a component is called. The work
 * grows with the document, whatever refers to what.
 *
 * @param document - bundled, as it is read
 */
export function digestOperations(document: LoadedDocument["document"]): OperationDigests {
  const components = componentDigests(document);
  // It stands for every operation: once is enough.
  const security = digestOf(document.security, components);
  const digests: [string, string][] = [];
  for (const [path, item] of entriesOf(document.paths)) {
    const shared = digestOf(valueAt(item, "parameters"), components);
    for (const { method, operation } of isObject(item) ? operationsOfItem(item as JsonObject) : []) {
      if (!isObject(operation)) continue;
      const inherited = Object.hasOwn(operation, "security") ? undefined : security;
      const digest = digestOf([operation, shared, inherited], components);
      digests.push([`${method} ${path}`, digest.slice(0, 16)]);
    }
  }
  return Object.fromEntries(digests.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function digestOf(value: unknown, components: Digests): string {
  return createHash("sha256").update(stableText(value, components)).digest("hex");
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

function valueAt(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
