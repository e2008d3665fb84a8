import type { Scheme } from "./credentials.ts";
import type { ClientPackage } from "./package.ts";
import type { Sample, Target } from "./types.ts";

/** What one request ought to be. */
export interface Intent {
  readonly pack: ClientPackage;
  readonly target: Target;
  readonly sample: Sample;
  readonly credentials: readonly Scheme[];
  /** Header of the idempotency key and its value; "made" when the client makes one, "none" when it must not be there. */
  readonly key: { readonly header: string; readonly value: string | "made" | "none" } | undefined;
}
