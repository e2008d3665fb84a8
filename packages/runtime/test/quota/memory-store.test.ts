import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { memoryStore as makeStore } from "../../src/quota/memory-store.ts";
import type { NamedWindow, NoPlace, Place, QuotaStore } from "../../src/quota/types.ts";

const window = (limit: number, per: number, name = "a"): NamedWindow => ({
  name,
  limit,
  per,
  scope: "account",
});
const free = { maxWait: Number.POSITIVE_INFINITY, lease: 1000 };

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

/** What may come at once as a promise, so that a test can ask for it the same way. */
function memoryStore(): Omit<QuotaStore, "take"> & {
  take(...args: Parameters<QuotaStore["take"]>): Promise<Place | NoPlace>;
} {
  const store = makeStore();
  return { ...store, take: async (...args) => store.take(...args) };
}

const isPlace = (taken: Place | NoPlace): taken is Place => "settle" in taken;

function settled(taken: Place | NoPlace): void {
  if (!isPlace(taken)) throw new Error(`no place for ${taken.wait} ms`);
  taken.settle(true);
}

describe("windows in memory", () => {
  it("lets calls go in the order of asking, no more than the limit in any span", async () => {
    const store = memoryStore();
    const windows = [window(2, 100), window(3, 1000)];
    const gone: [number, number][] = [];
    const all = Array.from({ length: 7 }, async (_one, call) => {
      settled(await store.take(windows, free));
      gone.push([call, performance.now()]);
    });
    await vi.advanceTimersByTimeAsync(5000);
    await Promise.all(all);
    const start = gone[0]?.[1] ?? 0;
    expect(gone.map(([call, at]) => [call, at - start])).toEqual([
      [0, 0],
      [1, 0],
      [2, 101],
      [3, 1001],
      [4, 1001],
      [5, 1102],
      [6, 2002],
    ]);
  });

  it("counts what went out by another store's leave, beyond the limit too", () => {
    const store = makeStore();
    const windows = [window(2, 100), window(10, 1000, "b")];
    const places = Array.from({ length: 5 }, () => store.count(windows));
    expect(store.state(windows)).toMatchObject([{ remaining: 0 }, { remaining: 5 }]);
    for (const place of places) place.settle(true);
    expect(store.take(windows, { ...free, maxWait: 0 })).toEqual({ wait: 101 });
  });

  it("counts a request from its answer", async () => {
    const store = memoryStore();
    const windows = [window(1, 100)];
    const first = await store.take(windows, free);
    const second = store.take(windows, free);
    const went = vi.fn();
    void second.then(went);
    await vi.advanceTimersByTimeAsync(450);
    expect(went).not.toHaveBeenCalled();
    settled(first);
    await vi.advanceTimersByTimeAsync(100);
    expect(went).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60);
    expect(went).toHaveBeenCalled();
    settled(await second);
  });

  it("gives a place on at once that was not used, to those with other windows too", async () => {
    const store = memoryStore();
    const shared = window(1, 100, "address");
    const first = await store.take([window(5, 100, "one"), shared], free);
    const second = store.take([window(5, 100, "two"), shared], free);
    await vi.advanceTimersByTimeAsync(1);
    if (isPlace(first)) first.settle(false);
    settled(await second);
  });

  it("refuses at once what would have to wait for longer than it may", async () => {
    const store = memoryStore();
    const windows = [window(1, 1000)];
    settled(await store.take(windows, free));
    expect(await store.take(windows, { ...free, maxWait: 999 })).toEqual({ wait: 1001 });
    const patient = store.take(windows, { ...free, maxWait: 1001 });
    // It stands behind one that waits.
    expect(await store.take(windows, { ...free, maxWait: 1500 })).toEqual({ wait: 2002 });
    await vi.advanceTimersByTimeAsync(1001);
    settled(await patient);
  });

  it("refuses later what had to wait for longer than it seemed", async () => {
    const store = memoryStore();
    const windows = [window(1, 100)];
    const first = await store.take(windows, free);
    const second = store.take(windows, { ...free, maxWait: 150 });
    await vi.advanceTimersByTimeAsync(150);
    expect(await second).toEqual({ wait: 101 });
    settled(first);
  });

  it("gives a place in the line up with the signal", async () => {
    const store = memoryStore();
    const windows = [window(1, 100)];
    settled(await store.take(windows, free));
    const controller = new AbortController();
    const second = store.take(windows, { ...free, signal: controller.signal });
    const third = store.take(windows, free);
    controller.abort(new Error("enough"));
    await expect(second).rejects.toThrow("enough");
    await vi.advanceTimersByTimeAsync(101);
    settled(await third);
    await expect(store.take(windows, { ...free, signal: controller.signal })).rejects.toThrow("enough");
  });

  it("keeps the gate shut for as long as the vendor says, never shorter", async () => {
    const store = memoryStore();
    const windows = [window(5, 100)];
    store.close(windows, 1500);
    store.close(windows, 300);
    const went = vi.fn();
    const call = store.take(windows, free);
    void call.then(went);
    await vi.advanceTimersByTimeAsync(1499);
    expect(went).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    settled(await call);
  });

  it("takes what the vendor says of a window, where that is less", async () => {
    const store = memoryStore();
    const windows = [window(10, 1000)];
    const say = async (remaining: number, resetsIn?: number): Promise<void> => {
      const place = await store.take(windows, free);
      if (isPlace(place)) place.settle(true, [{ window: windows[0] as NamedWindow, remaining, resetsIn }]);
    };
    await say(2, 400);
    expect(await store.state(windows)).toMatchObject([{ remaining: 2 }]);
    await say(9);
    expect(await store.state(windows)).toMatchObject([{ remaining: 1 }]);
    await vi.advanceTimersByTimeAsync(401);
    expect(await store.state(windows)).toMatchObject([{ remaining: 8 }]);
  });

  it("tells what is left, and until when", async () => {
    const store = memoryStore();
    const windows = [window(3, 1000)];
    expect(await store.state(windows)).toEqual([{ ...windows[0], remaining: 3, resetsIn: 0 }]);
    const place = await store.take(windows, free);
    expect(await store.state(windows)).toMatchObject([{ remaining: 2, resetsIn: undefined }]);
    settled(place);
    await vi.advanceTimersByTimeAsync(300);
    expect(await store.state(windows)).toMatchObject([{ remaining: 2, resetsIn: 701 }]);
  });

  it("forgets the windows of accounts that nobody uses", async () => {
    const store = memoryStore();
    const used = [window(1, 10_000_000, "used")];
    settled(await store.take(used, free));
    for (let account = 0; account < 5000; account++) {
      settled(await store.take([window(1, 1, `account ${account}`)], free));
      await vi.advanceTimersByTimeAsync(2);
    }
    expect(await store.state(used)).toMatchObject([{ remaining: 0 }]);
  });
});
