import { getEventListeners } from "node:events";
import { expect, it } from "vitest";
import { onAbort } from "../src/clock/on-abort.ts";

it("gives a signal one listener, however many wait for it", () => {
  const { signal } = new AbortController();
  const takenBack = Array.from({ length: 100 }, () => onAbort(signal, () => {}));
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  for (const takeBack of takenBack.slice(1)) takeBack();
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  takenBack[0]?.();
  takenBack[0]?.();
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

it("tells all who wait, in order, and nobody who no longer does", () => {
  const controller = new AbortController();
  const told: string[] = [];
  onAbort(controller.signal, () => {
    told.push("a");
    takeBack();
  });
  const takeBack = onAbort(controller.signal, () => told.push("b"));
  onAbort(controller.signal, () => told.push("c"));
  controller.abort();
  expect(told).toEqual(["a", "c"]);
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

it("waits anew after the last one has left", () => {
  const controller = new AbortController();
  onAbort(controller.signal, () => {})();
  const told: string[] = [];
  onAbort(controller.signal, () => told.push("again"));
  controller.abort();
  expect(told).toEqual(["again"]);
});

it("tells at once of a signal that is aborted, and never without one", () => {
  const told: string[] = [];
  onAbort(AbortSignal.abort(), () => told.push("aborted"));
  onAbort(undefined, () => told.push("none"))();
  onAbort(null, () => told.push("none"))();
  expect(told).toEqual(["aborted"]);
});
