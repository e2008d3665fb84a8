import type { ClientDefinition, Operation } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { randomDigits } from "../values/random.ts";
import type { HeaderFields } from "./headers.ts";

/**
 * The key of one logical call; made once, so that every attempt carries the same.
 *
 * @throws {UsageError} where the operation declares no key, and for one that is blank or cannot be sent
 */
export function idempotencyKey(
  definition: ClientDefinition,
  operation: Operation,
  given: unknown,
  fields: HeaderFields,
): string | undefined {
  const { idempotency } = definition;
  const declared = idempotency && operation.keyed;
  if (given !== undefined) {
    if (!declared) {
      throw new UsageError(
        `${operation.id} declares no idempotency key: the vendor would ignore it, and a repeated call would be done twice. Leave idempotencyKey out.`,
      );
    }
    return checked(given);
  }
  if (!declared) return undefined;
  const own = fields[idempotency.header.toLowerCase()];
  if (own !== undefined) return own === null ? undefined : checked(own);
  const policy = operation.keyed === true ? idempotency.keys : operation.keyed;
  return policy === "auto" ? randomKey() : undefined;
}

function checked(key: unknown): string {
  if (typeof key !== "string" || key.trim() === "") {
    throw new UsageError(
      "idempotencyKey is blank; give the logical call a name of its own, or leave it out.",
    );
  }
  if (!/^[\x21-\x7e]+$/.test(key.trim())) {
    throw new UsageError("idempotencyKey holds white space, a control character or one outside ASCII.");
  }
  return key.trim();
}

function randomKey(): string {
  // Missing where a page was not loaded over https.
  return globalThis.crypto?.randomUUID?.() ?? randomDigits();
}
