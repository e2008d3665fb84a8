import type { ReplayClaim, ReplayStore } from "./store.ts";

/**
 * Runs a handler unless the event was handled before.
 *
 * @param id what `dedupeKey` gives; without one the handler always runs
 * @param leaseSeconds how long the handler may take; after that, another delivery of the event is handled too. It must
 * be longer than the vendor waits for an answer. Default 60
 * @returns `claimed`: the handler has run. `done`: answer 2xx and do nothing. `in-progress`: answer 409, so that the
 * delivery comes again
 * @throws what the handler throws, after the id was released
 *
 * @example
 * const claim = await handleOnce(replays, dedupeKey(event), () => save(event));
 * return new Response(null, { status: claim === "in-progress" ? 409 : 204 });
 */
export async function handleOnce(
  store: ReplayStore,
  id: string | undefined,
  handler: () => unknown,
  leaseSeconds = 60,
): Promise<ReplayClaim> {
  const claim = id === undefined ? "claimed" : await store.claim(id, leaseSeconds);
  if (claim !== "claimed") return claim;
  try {
    await handler();
  } catch (error) {
    // Where the store fails too, the lease ends by itself: the handler's error is the one to tell.
    if (id !== undefined) await store.release(id).catch(() => {});
    throw error;
  }
  if (id !== undefined) await store.done(id);
  return claim;
}
