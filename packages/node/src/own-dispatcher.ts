import type { Dispatcher } from "./options.ts";

/** A dispatcher that the transport has made, and closes. */
export interface OwnDispatcher extends Dispatcher {
  close(): Promise<void>;
  destroy(reason?: Error): Promise<void>;
}

/** The connections to one origin. */
export interface Pool extends OwnDispatcher {
  readonly destroyed: boolean;
  readonly stats: { readonly connected: number };
}
