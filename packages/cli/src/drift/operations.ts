import { createHash } from "node:crypto";
import { parse } from "yaml";
import { CommandFailure } from "../failure.ts";

/** `GET /programs/{id}` -> digest of all that a document says about the operation, its schemas among it. */
export type OperationDigests = Readonly<Record<string, string>>;

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Digests of a document's operations. What they refer to counts as if it stood in them, so that a change of a shared
 * schema shows at every operation that has it; the order of keys does not count.
 *
 * @throws CommandFailure when the text is no OpenAPI document
 */
export function digestOperations(text: string): OperationDigests {
  const root = parse(text, { merge: true, maxAliasCount: 10_000 }) as unknown;
  if (!isObject(root) || !isObject(root.paths))
    throw new CommandFailure("This is no OpenAPI document: it has no paths.");
  const digests: Record<string, string> = {};
  for (const [path, item] of Object.entries(root.paths).sort(byName)) {
    if (!isObject(item)) continue;
    for (const method of methods) {
      const operation = item[method];
      if (!isObject(operation)) continue;
      const said = { ...operation, shared: item.parameters, security: operation.security ?? root.security };
      digests[`${method.toUpperCase()} ${path}`] = createHash("sha256")
        .update(JSON.stringify(whole(said, root, [])))
        .digest("hex")
        .slice(0, 16);
    }
  }
  return digests;
}

/** A value with sorted keys, and with what it refers to in its place; a schema within itself stays a reference. */
function whole(value: unknown, root: Node, above: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => whole(item, root, above));
  if (!isObject(value)) return value;
  const { $ref } = value;
  if (typeof $ref === "string" && $ref.startsWith("#/") && !above.includes($ref)) {
    return whole(follow(root, $ref), root, [...above, $ref]);
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(byName)
      .map(([key, child]) => [key, whole(child, root, above)]),
  );
}

function follow(root: Node, reference: string): unknown {
  let current: unknown = root;
  for (const segment of decodeURIComponent(reference.slice(2)).split("/")) {
    const key = segment.replaceAll("~1", "/").replaceAll("~0", "~");
    current = isObject(current) && Object.hasOwn(current, key) ? current[key] : undefined;
  }
  return current;
}

type Node = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
