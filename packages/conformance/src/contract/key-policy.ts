import type { ClientPackage } from "./package.ts";
import type { Target } from "./types.ts";

/** Whether the client makes keys of its own for an operation that declares the header. */
export function keyPolicy(pack: ClientPackage, target: Target): string {
  return target.operation.extension.idempotency ?? pack.extension.idempotency?.keys ?? "auto";
}
