import { sendJson } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { issue, openapi, pull, statuses } from "../../sources.ts";
import { given } from "../../target/find.ts";
import { paging } from "../../target/paging.ts";
import type { FaultCase } from "../../types.ts";
import { resultOf, sent } from "../judge.ts";
import { NO_CURSOR, range, servePages, walk, yieldedAll } from "./walk.ts";

export const cursorCases: readonly FaultCase[] = [
  {
    id: "pages/cursor-walk",
    title: "A walk by cursor yields every item once, in order, with one request a page.",
    reason: "The walk is what users call; everything else is about its faults.",
    source: issue("stellar/js-stellar-sdk", 600),
    prepare: (target) =>
      given(paging(target, "cursor"), NO_CURSOR, async (list, bench) => {
        const result = await walk(bench, list, (request) => {
          const page = request.number - 1;
          return { items: range(page * 2, 2), next: page < 3 ? list.cursor(page + 1) : undefined };
        });
        yieldedAll(result, 8, "four pages");
        sent(result.server, 4);
        const asked = result.server.requests.map(list.asked);
        promise(asked[3] === String(list.cursor(3)), `the pages were asked for with ${asked.join(", ")}`);
      }),
  },
  {
    id: "pages/cursor-empty-middle",
    title: "An empty page is not the end while the answer names a next one.",
    reason: "Servers filter after they have cut the page: what is left may be nothing.",
    source: pull("TestSprite/testsprite-cli", 48),
    prepare: (target) =>
      given(paging(target, "cursor"), NO_CURSOR, async (list, bench) => {
        const pages = [[0, 1], [], [], [2]];
        const result = await walk(bench, list, (request) => ({
          items: pages[request.number - 1] ?? [],
          next: request.number < 4 ? list.cursor(request.number) : undefined,
        }));
        yieldedAll(result, 3, "two empty pages in the middle");
      }),
  },
  {
    id: "pages/cursor-end",
    title: "null, an empty text and a missing cursor are the end.",
    reason: "Vendors write the end in all three ways; taken for a cursor, '' asks for the first page again.",
    source: issue("modelcontextprotocol/csharp-sdk", 1072),
    prepare: (target) =>
      given(
        paging(target, "cursor", (says) => says.more === undefined && says.done === undefined),
        "no operation pages by the cursor alone",
        async (list, bench) => {
          for (const end of [null, "", undefined]) {
            const server = await bench.serve((request, response) => {
              const body = list.page({
                items: [0],
                next: request.number === 1 ? (end ?? null) : list.cursor(1),
              }) as Record<string, unknown>;
              const name = (list.says.next ?? "").slice(1);
              if (end === undefined && !name.includes("/")) delete body[name];
              return sendJson(response, 200, body);
            });
            let count = 0;
            for await (const item of bench.start(bench.client(server.base), list.probe, {
              params: list.start,
            }) as AsyncIterable<unknown>)
              count += item === undefined ? 0 : 1;
            promise(
              count === 1,
              `a next cursor of ${JSON.stringify(end)} yielded ${count} items, 1 expected`,
            );
            sent(server, 1, `with a next cursor of ${JSON.stringify(end)}`);
          }
        },
      ),
  },
  {
    id: "pages/more-is-false",
    title: "Where the answer says that there is no more, a cursor beside it does not matter.",
    reason: "Some servers name the last item's cursor on the last page too.",
    source: issue("stellar/js-stellar-sdk", 600),
    prepare: (target) =>
      given(
        paging(target, "cursor", (says) => says.more !== undefined || says.done !== undefined),
        "no cursor pagination says whether there is more",
        async (list, bench) => {
          const result = await walk(bench, list, (request) => ({
            items: range((request.number - 1) * 2, 2),
            next: list.cursor(request.number),
            more: request.number < 2,
          }));
          yieldedAll(result, 4, "two pages, each with a cursor");
          sent(result.server, 2);
        },
      ),
  },
  {
    id: "pages/one-request",
    title: "await is one request, and a break asks for nothing more.",
    reason: "Pages that are fetched ahead cost quota that nobody uses.",
    source: statuses("4"),
    prepare: (target) =>
      given(paging(target, "cursor"), NO_CURSOR, async (list, bench) => {
        const script = (request: { readonly number: number }) => ({
          items: range((request.number - 1) * 2, 2),
          next: list.cursor(request.number),
        });
        const server = await servePages(bench, list, script);
        resultOf(
          await bench.call(bench.client(server.base), list.probe, { params: list.start }),
          "the first page",
        );
        sent(server, 1, "for one page");
        const result = await walk(bench, list, script, { stopAfter: 2 });
        for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        sent(result.server, 1, "before a break after the first page's last item");
      }),
  },
  {
    id: "pages/same-arguments",
    title: "Every page is asked for with the caller's own arguments and headers.",
    reason: "A filter that is lost on the second page yields items that nobody asked for.",
    source: openapi("Parameter Object", "parameter-object"),
    prepare: (target) =>
      given(paging(target, "cursor"), NO_CURSOR, async (list, bench) => {
        const options = { headers: { "x-trace": "t1" }, query: { extra_filter: "a&b" } };
        const result = await walk(
          bench,
          list,
          (request) => ({
            items: [request.number - 1],
            next: request.number < 3 ? list.cursor(request.number) : undefined,
          }),
          { options },
        );
        yieldedAll(result, 3, "three pages");
        for (const request of result.server.requests) {
          promise(request.headers["x-trace"] === "t1", `page ${request.number} lacks the call's header`);
          promise(
            request.query.get("extra_filter") === "a&b",
            `page ${request.number} lacks the call's query`,
          );
        }
      }),
  },
];
