import type { IdempotencyKeys } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { randomDigits } from "../values/random.ts";

/**
 * Idempotency keys in a header field. `auto`: the client makes one if the caller gives none. `explicit`: only the
 * caller gives one.
 *
 * @param keys the vendor's policy; an operation may have another
 */
export function idempotencyKeys(header: string, keys: "auto" | "explicit"): IdempotencyKeys {
  return {
    header: header.toLowerCase(),
    make(policy = keys, given) {
      if (given !== undefined) return checked(given);
      return policy === "auto" ? randomKey() : undefined;
    },
  };
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
