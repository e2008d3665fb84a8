import { describe, expect, it } from "vitest";
import { dedupeKeyOf, deliveryIdOf, handleOnce, memoryReplays } from "../src/replays.ts";

describe("memoryReplays", () => {
  let time = 0;
  const now = (): number => time;

  it("gives an id to one alone, until it is done, released, or its lease ends", async () => {
    const store = memoryReplays({ now, keepSeconds: 100 });
    expect(await Promise.all([store.claim("a", 10), store.claim("a", 10)])).toEqual([
      "claimed",
      "in-progress",
    ]);
    await store.release("a");
    expect(await store.claim("a", 10)).toBe("claimed");
    time += 9_999;
    expect(await store.claim("a", 10)).toBe("in-progress");
    time += 1;
    expect(await store.claim("a", 10)).toBe("claimed");
    await store.done("a");
    time += 99_999;
    expect(await store.claim("a", 10)).toBe("done");
    time += 1;
    expect(await store.claim("a", 10)).toBe("claimed");
  });

  it("lets nobody release what is done", async () => {
    const store = memoryReplays({ now });
    await store.claim("a", 10);
    await store.done("a");
    await store.release("a");
    expect(await store.claim("a", 10)).toBe("done");
  });

  it("forgets the oldest beyond its bound, and takes any id", async () => {
    const store = memoryReplays({ now, maxIds: 3 });
    for (const id of ["__proto__", "a", "b", "c"]) {
      expect(await store.claim(id, 10)).toBe("claimed");
      await store.done(id);
    }
    expect(await store.claim("c", 10)).toBe("done");
    expect(await store.claim("__proto__", 10)).toBe("claimed");
  });
});

describe("handleOnce", () => {
  it("runs a handler once, and again when it failed", async () => {
    const store = memoryReplays();
    let runs = 0;
    const fail = (): never => {
      runs++;
      throw new Error("of the handler");
    };
    await expect(handleOnce(store, "a", fail)).rejects.toThrow("of the handler");
    expect(await handleOnce(store, "a", () => runs++)).toBe("claimed");
    expect(await handleOnce(store, "a", () => runs++)).toBe("done");
    expect(runs).toBe(2);
  });

  it("tells one that runs at the same time apart from one that is done", async () => {
    const store = memoryReplays();
    let finish = (): void => {};
    const first = handleOnce(store, "a", () => new Promise<void>((resolve) => (finish = resolve)));
    await Promise.resolve();
    expect(await handleOnce(store, "a", () => expect.unreachable())).toBe("in-progress");
    finish();
    expect(await first).toBe("claimed");
  });

  it("tells the handler's error where the store fails too, and runs what has no key", async () => {
    const store = { ...memoryReplays(), release: () => Promise.reject(new Error("of the store")) };
    const fail = (): never => {
      throw new Error("of the handler");
    };
    await expect(handleOnce(store, "a", fail)).rejects.toThrow("of the handler");
    let runs = 0;
    expect(await handleOnce(store, undefined, () => runs++)).toBe("claimed");
    expect(await handleOnce(store, undefined, () => runs++)).toBe("claimed");
    expect(runs).toBe(2);
  });
});

describe("dedupe keys", () => {
  const key = dedupeKeyOf<object>({
    event: ["event"],
    events: { "lead.created": [["campaign_id"], ["data", "lead_id"]], ping: [] },
  });
  const rows: readonly (readonly [string, object, string | undefined])[] = [
    [
      "of the event's fields",
      { event: "lead.created", campaign_id: 1, data: { lead_id: "7" } },
      '["lead.created",1,"7"]',
    ],
    [
      "of zero too",
      { event: "lead.created", campaign_id: 0, data: { lead_id: "7" } },
      '["lead.created",0,"7"]',
    ],
    ["none where a field is missing", { event: "lead.created", campaign_id: 1 }, undefined],
    [
      "none where a field is empty",
      { event: "lead.created", campaign_id: 1, data: { lead_id: "" } },
      undefined,
    ],
    [
      "none where a field is an object",
      { event: "lead.created", campaign_id: {}, data: { lead_id: 1 } },
      undefined,
    ],
    ["none where it is inherited", { event: "toString" }, undefined],
    ["none for an event without fields", { event: "ping", campaign_id: 1 }, undefined],
    ["none for an unknown event", { event: "other", campaign_id: 1 }, undefined],
  ];
  it.each(rows)("are %s", (_, event, want) => expect(key(event)).toBe(want));

  it("are one field of every event, or the id of the delivery", () => {
    expect(dedupeKeyOf({ fields: [["id"]] })({ id: "evt_1" })).toBe("evt_1");
    expect(dedupeKeyOf({ fields: [["id"], ["at"]] })({ id: "evt_1", at: 5 })).toBe('[null,"evt_1",5]');
    expect(deliveryIdOf("webhook-id")({}, { headers: { "Webhook-Id": "msg_1" } })).toBe("msg_1");
  });
});
