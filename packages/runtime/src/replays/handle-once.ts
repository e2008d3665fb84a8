import type { ReplayClaim, ReplayStore } from "./store.ts";

/**
 * Runs a handler for an event, unless it has run for the same event before.
 *
 * @param store remembers the events that were handled
 * @param id the key that `dedupeKey` gives. If it is `undefined`, the handler always runs
 * @param handler your code for the event. It may return a promise
 * @param leaseSeconds longest time that the handler may take, in seconds. After that, another delivery of the event can
 * run the handler too. It must be longer than the vendor waits for an answer. Default 60
 * @returns `claimed`: the handler has run; answer 2xx. `done`: it ran for an earlier delivery; answer 2xx.
 * `in-progress`: it is running for another delivery; answer 409, so that the vendor delivers the event again
 * @throws what the handler throws, after the id was released; and what the store throws
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
