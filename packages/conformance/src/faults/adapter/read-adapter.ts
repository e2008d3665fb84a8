import { isObject } from "@trunkline/document";
import type { ClientAdapter } from "./types.ts";

/**
 * What a module exports, as an adapter.
 *
 * @param ids operations of the document
 * @throws Error that says what it lacks
 */
export function readAdapter(module: unknown, ids: readonly string[]): ClientAdapter {
  const { createClient, operations, walks, errorKind } = Object(module) as Partial<ClientAdapter>;
  if (typeof createClient !== "function")
    throw new Error("The adapter exports no function createClient({ baseURL, fetch, credentials, … }).");
  if (!isObject(operations) || Object.keys(operations).length === 0)
    throw new Error("The adapter exports no operations: { operationId: (client, request) => … }.");
  for (const [where, calls] of Object.entries({ operations, walks: walks ?? {} }))
    for (const [id, call] of Object.entries(calls)) {
      if (!ids.includes(id))
        throw new Error(
          `The document has no operation ${id}, which the adapter has in ${where}. It has: ${ids.slice(0, 20).join(", ")}${ids.length > 20 ? " …" : ""}.`,
        );
      if (typeof call !== "function") throw new Error(`${where}[${JSON.stringify(id)}] is not a function.`);
    }
  return { createClient, operations, walks, errorKind };
}
