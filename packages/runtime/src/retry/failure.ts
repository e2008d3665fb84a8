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
  /** The server says that it will be the same next time. */
  readonly isFinal?: boolean | undefined;
};

/** The failure that an error tells of; undefined for those after which nothing is repeated, as an abort. */
export function failureOf(error: unknown): Failure | undefined {
  const kind = kindOf(error);
  if (kind === "connection" || kind === "connection.timeout") {
    if ((error as APIConnectionError).unsent) return { kind: "unsent" };
    return { kind: kind === "connection" ? "lost" : "timeout" };
  }
  if (!kind?.startsWith("api.")) return undefined;
  const { status, headers, retryAfterMs } = error as APIError;
  const isFinal = headers.get("x-should-retry") === "false";
  return { kind: "status", status, hint: retryAfterMs, isFinal };
}
