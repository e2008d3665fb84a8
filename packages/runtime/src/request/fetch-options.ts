import { UsageError } from "../errors/usage-error.ts";
import type { ClientOptions } from "../options.ts";
import { checkDispatcher } from "./check-dispatcher.ts";

/**
 * Runtimes refuse options of `fetch` that they do not have (Workers: `cache`, once `credentials` and `mode`);
 * at a call that would look like a lost connection.
 *
 * @throws {UsageError} with the runtime's own words
 */
export function checkFetchOptions(baseURL: string, { fetch, fetchOptions }: ClientOptions): void {
  // A `fetch` of the caller's may take anything.
  if (!fetchOptions || fetch) return;
  checkDispatcher(fetchOptions.dispatcher, new URL(baseURL).origin);
  try {
    new Request(baseURL, { ...fetchOptions, method: "POST" });
  } catch (error) {
    throw new UsageError(`This runtime's fetch refuses fetchOptions: ${(error as Error).message}`);
  }
}
