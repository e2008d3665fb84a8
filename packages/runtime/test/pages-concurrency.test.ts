import { describe, expect, it } from "vitest";
import { APIConnectionError } from "../src/errors/connection-errors.ts";
import { offsetPages } from "../src/pages/offset-pages.ts";
import { resumeParams } from "../src/pages/page-error.ts";
import { pageNumberPages } from "../src/pages/page-number-pages.ts";
import { collect, openWalk, range, type Vendor } from "./support/page-source.ts";

const byOffset = offsetPages({ items: "/data", offset: "offset", total: "/total" });
const byPage = pageNumberPages({ items: "/data", page: "page", more: "/more", total: "/total" });

const offsetVendor =
  (count: number, size: number): Vendor =>
  ({ offset = 0 }) => ({ data: range(Number(offset), Math.min(Number(offset) + size, count)), total: count });

const pageVendor =
  (count: number, size: number): Vendor =>
  ({ page = 1 }) => {
    const from = (Number(page) - 1) * size;
    return { data: range(from, Math.min(from + size, count)), total: count, more: from + size < count };
  };

/** Answers come in the reverse order of the requests that are open together. */
const reversed = (concurrency: number) => async (index: number) => {
  for (let turn = 0; turn < (concurrency - (index % concurrency)) * 20; turn++) await Promise.resolve();
};

describe("concurrency", () => {
  it.each([
    ["offset", byOffset, offsetVendor(20, 2)],
    ["page with total", byPage, pageVendor(20, 2)],
  ])("keeps the order by %s, within its bound, one request a page", async (_, style, vendor) => {
    const { promise, sent, mostOpen } = openWalk(style, vendor, {
      options: { concurrency: 3 },
      wait: reversed(3),
    });
    expect(await promise.toArray()).toEqual(range(0, 20));
    expect(mostOpen()).toBe(3);
    expect(sent).toHaveLength(10);
    expect(new Set(sent.map((params) => JSON.stringify(params))).size).toBe(10);
  });

  it("sends one request at a time unless asked", async () => {
    const { promise, mostOpen, sent } = openWalk(byOffset, offsetVendor(10, 2));
    await promise.toArray();
    expect([mostOpen(), sent.length]).toEqual([1, 5]);
  });

  it.each([1, 3])(
    "sends nothing before the second page is asked for, and nothing after a break (%i)",
    async (concurrency) => {
      const { promise, sent } = openWalk(byOffset, offsetVendor(100, 2), { options: { concurrency } });
      const seen: unknown[] = [];
      for await (const item of promise) {
        seen.push(item);
        if (seen.length === 2) {
          await new Promise((resolve) => setTimeout(resolve, 5));
          expect(sent).toHaveLength(1);
        }
        if (seen.length === 3) break;
      }
      const atBreak = sent.length;
      expect(atBreak).toBe(1 + concurrency);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(sent).toHaveLength(atBreak);
    },
  );

  it("ends what runs ahead at a break, so that it is not retried either", async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { promise, sent, aborted } = openWalk(byOffset, offsetVendor(100, 2), {
      options: { concurrency: 4 },
      wait: (index) => (index > 1 ? held : Promise.resolve()),
    });
    let pages = 0;
    for await (const _ of promise.iterPages()) if (++pages === 2) break;
    expect(sent).toHaveLength(5);
    expect(aborted()).toBe(3);
    release();
  });

  it("ends what runs ahead when the caller aborts, and leaves no listener", async () => {
    const controller = new AbortController();
    let listeners = 0;
    const { signal } = controller;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners++;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners--;
      remove(...args);
    };
    const { promise, sent, aborted } = openWalk(byOffset, offsetVendor(100, 2), {
      options: { concurrency: 3, signal },
      wait: (index) =>
        index > 1 ? new Promise((_, reject) => add("abort", () => reject(signal.reason))) : Promise.resolve(),
    });
    const reading = collect(promise);
    while (sent.length < 5) await new Promise((resolve) => setTimeout(resolve, 1));
    controller.abort(new Error("enough"));
    expect(await reading).toMatchObject({ items: [0, 1, 2, 3], error: { message: "enough" } });
    expect(aborted()).toBe(3);
    expect(listeners).toBe(0);
    expect(sent).toHaveLength(5);
  });

  it("sends nothing after the consumer throws", async () => {
    const { promise, sent } = openWalk(byPage, pageVendor(100, 2), { options: { concurrency: 2 } });
    const walk = async () => {
      for await (const _ of promise) throw new Error("mine");
    };
    await expect(walk).rejects.toThrow("mine");
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(sent).toHaveLength(1);
  });

  it("plans anew when a page is shorter than its predecessors, so that no item is lost", async () => {
    // The page at offset 4 shows one item; the plan of 6, 8 … would lose item 5.
    const vendor: Vendor = ({ offset = 0 }) => {
      const from = Number(offset);
      return { data: range(from, from === 4 ? 5 : Math.min(from + 2, 12)), total: 12 };
    };
    const { promise } = openWalk(byOffset, vendor, { options: { concurrency: 3 } });
    expect(await promise.toArray()).toEqual(range(0, 12));
  });

  it("stops where the vendor says so, though its total promised more", async () => {
    const vendor: Vendor = ({ page = 1 }) => ({ data: [page], total: 100, more: Number(page) < 2 });
    const { promise } = openWalk(byPage, vendor, { options: { concurrency: 4 } });
    expect(await promise.toArray()).toEqual([1, 2]);
  });

  it("goes one by one where no total says how far", async () => {
    const { promise, mostOpen } = openWalk(
      byPage,
      ({ page = 1 }) => ({ data: [page], more: Number(page) < 5 }),
      {
        options: { concurrency: 4 },
      },
    );
    expect(await promise.toArray()).toEqual([1, 2, 3, 4, 5]);
    expect(mostOpen()).toBe(1);
  });

  it("yields all before a failed page, then its error with the place to resume from", async () => {
    const vendor: Vendor = ({ offset = 0 }) => {
      if (Number(offset) >= 4) throw new APIConnectionError(`lost at ${offset}`, {});
      return { data: range(Number(offset), Number(offset) + 2), total: 20 };
    };
    const unhandled: unknown[] = [];
    const listen = (error: unknown) => unhandled.push(error);
    process.on("unhandledRejection", listen);
    const { promise } = openWalk(byOffset, vendor, { options: { concurrency: 4 } });
    const walk = await collect(promise);
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off("unhandledRejection", listen);
    expect(walk.items).toEqual([0, 1, 2, 3]);
    expect((walk.error as Error).message).toBe("lost at 4");
    expect(resumeParams(walk.error)).toEqual({ offset: 4 });
    expect(unhandled).toEqual([]);
  });

  it("never reads beyond maxPages or beyond the limit of toArray", async () => {
    const limited = openWalk(byOffset, offsetVendor(100, 2), { options: { concurrency: 5, maxPages: 3 } });
    expect(await collect(limited.promise)).toMatchObject({
      items: range(0, 6),
      error: { resume: { offset: 6 } },
    });
    expect(limited.sent).toHaveLength(3);
    const wanted = openWalk(byOffset, offsetVendor(100, 2), { options: { concurrency: 5 } });
    expect(await wanted.promise.toArray({ limit: 5 })).toEqual(range(0, 5));
    expect(wanted.sent).toHaveLength(3);
  });

  it.each([0, -1, 1.5, Number.NaN, "2"])("refuses a concurrency and maxPages of %j", async (value) => {
    for (const name of ["concurrency", "maxPages"]) {
      const { promise, sent } = openWalk(byOffset, offsetVendor(1, 1), { options: { [name]: value } });
      await expect(promise).rejects.toThrow(`${name} is ${value}`);
      expect(sent).toEqual([]);
    }
  });
});

it("goes on with the page that failed, where all that run ahead fail with one error", async () => {
  const error = new APIConnectionError("The token could not be got.");
  const vendor = offsetVendor(20, 2);
  const { promise } = openWalk(
    byOffset,
    (params, index) => {
      if (index > 0) throw error;
      return vendor(params, index);
    },
    { options: { concurrency: 4 } },
  );
  const walked = await collect(promise);
  expect(walked).toMatchObject({ items: [0, 1], error: { name: error.name, message: error.message } });
  expect(resumeParams(walked.error)).toEqual({ offset: 2 });
});
