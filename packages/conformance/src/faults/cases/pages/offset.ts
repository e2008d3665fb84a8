import { promise } from "../../promise.ts";
import { http1, pull, weakness } from "../../sources.ts";
import { given } from "../../target/find.ts";
import { type AnswerPlaces, paging } from "../../target/paging.ts";
import type { FaultCase } from "../../types.ts";
import { endedWith, NO_OFFSET, range, walk, yieldedAll } from "./walk.ts";

export const offsetCases: readonly FaultCase[] = [
  {
    id: "pages/offset-clamped",
    title: "A walk by offset goes on by the items that came, not by those that were asked for.",
    reason: "Servers clamp the limit: 100 are asked for, 50 come, and 50 are never seen.",
    source: pull("Polymarket/ts-sdk", 240),
    prepare: (target) =>
      given(paging(target, "offset"), NO_OFFSET, async (list, bench) => {
        const result = await walk(
          bench,
          list,
          (request) => {
            const offset = Number(list.asked(request) ?? 0);
            return { items: range(offset, Math.min(3, 8 - offset)), total: 8, limit: 3, offset };
          },
          list.limit === undefined ? {} : { params: { [list.limit]: 100 } },
        );
        yieldedAll(result, 8, "a limit that is clamped to 3");
      }),
  },
  {
    id: "pages/offset-short-page",
    title: "A page that is shorter than its own limit in the middle is not the end while more are announced.",
    reason: "Rows that the caller may not see are left out of a page.",
    source: pull("apify/apify-client-python", 964),
    prepare: (target) =>
      given(
        paging(target, "offset", (says) => says.total !== undefined && says.limit === undefined),
        "no offset pagination tells a total without its limit",
        async (list, bench) => {
          const result = await walk(bench, list, (request) => {
            const offset = Number(list.asked(request) ?? 0);
            return { items: range(offset, Math.min(offset === 0 ? 1 : 3, 7 - offset)), total: 7, offset };
          });
          yieldedAll(result, 7, "a short first page");
        },
      ),
  },
  {
    id: "pages/total-too-high",
    title: "An empty page before the total is an error that tells where to go on, not the end.",
    reason: "A shard that answers with nothing makes half of a list look like all of it.",
    source: weakness(221),
    prepare(target) {
      const list =
        paging(target, "offset", (says) => says.total !== undefined) ??
        paging(target, "page", (says) => says.total !== undefined);
      return given(list, "no pagination tells a total", async (found, bench) => {
        const result = await walk(bench, found, (request) => {
          const from = found.from(request, 2);
          return {
            items: range(from, Math.min(2, 4 - from)),
            total: 1000,
            limit: 2,
            page: from / 2 + 1,
            offset: from,
            more: from + 2 < 4,
          };
        });
        if (found.says.more !== undefined || found.says.done !== undefined) {
          yieldedAll(result, 4, "a total of 1000 for four items, of which the last is told");
        } else {
          promise(result.numbers.length === 4, `${result.numbers.length} items were yielded, 4 expected`);
          endedWith(result, found.after(4, 2), "an empty page before the total");
        }
        promise(
          result.server.requests.length <= 3,
          `the server saw ${result.server.requests.length} requests, 3 at most expected`,
        );
      });
    },
  },
  {
    id: "pages/concurrency",
    title: "concurrency reads ahead within its bound, yields in order, and a break leaves no stray request.",
    reason: "Pages that arrive in another order than they were asked for mix up the list.",
    source: http1("9.3.2"),
    prepare(target) {
      const known = ({ total }: AnswerPlaces): boolean => total !== undefined;
      const list = paging(target, "offset", known) ?? paging(target, "page", known);
      return given(
        list,
        "no pagination tells a total, so that pages cannot be known ahead",
        async (found, bench) => {
          let running = 0;
          let most = 0;
          const { limit } = found;
          const server = await bench.serve(async (request, response) => {
            running += 1;
            most = Math.max(most, running);
            const from = found.from(request, 2);
            // Later pages answer first.
            for (let turn = 0; turn < 20 - from; turn += 1)
              await new Promise((resolve) => setImmediate(resolve));
            running -= 1;
            const body = JSON.stringify(
              found.page({
                items: range(from, Math.min(2, 12 - from)),
                total: 12,
                limit: 2,
                page: from / 2 + 1,
                offset: from,
                more: from + 2 < 12,
              }),
            );
            response.writeHead(200, { "content-type": "application/json" }).end(body);
          });
          const params = { ...found.start, ...(limit && !limit.startsWith("/") ? { [limit]: 2 } : {}) };
          const client = bench.client(server.base);
          const numbers: number[] = [];
          for await (const item of bench.start(client, found.probe, {
            params,
            options: { concurrency: 3 },
          }) as AsyncIterable<unknown>)
            numbers.push(found.number(item));
          promise(
            numbers.length === 12 && numbers.every((number, index) => number === index),
            `the items ${numbers.join(", ")} were yielded`,
          );
          promise(most > 1 && most <= 3, `${most} pages were read at the same time, 2 or 3 expected`);
          const before = server.requests.length;
          for await (const item of bench.start(client, found.probe, {
            params,
            options: { concurrency: 3 },
          }) as AsyncIterable<unknown>)
            if (item !== undefined) break;
          const atBreak = server.requests.length - before;
          for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
          promise(
            atBreak <= 4 && server.requests.length - before <= 4,
            `${server.requests.length - before} pages were asked for around a break on the first item`,
          );
        },
      );
    },
  },
];
