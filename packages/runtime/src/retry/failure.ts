import type { APIError } from "../errors/api-error.ts";
import { kindOf } from "../errors/brand.ts";
import type { APIConnectionError } from "../errors/connection-errors.ts";

/** Why a request failed, as far as repeating it is concerned. */
export type Failure = (
  | { readonly kind: "unsent" | "lost" | "timeout" }
  | { readonly kind: "status"; readonly status: number }
) & {
  /** How long the server asks to wait, in milliseconds. */
  readonly hint?: number | undefined;
};

/** The failure that an error tells of; undefined for those after which nothing is repeated, as an abort. */
export function failureOf(error: unknown): Failure | undefined {
  const kind = kindOf(error);
  if (kind === "connection") return { kind: (error as APIConnectionError).unsent ? "unsent" : "lost" };
  if (kind === "connection.timeout") return { kind: "timeout" };
  if (!kind?.startsWith("api.")) return undefined;
  const { status, headers, retryAfterMs } = error as APIError;
  if (headers.get("x-should-retry") === "false") return undefined;
  return { kind: "status", status, hint: retryAfterMs };
}
