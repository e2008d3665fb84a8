import { sendJson } from "../../bench/answers.ts";
import { issue, openapi, pull, statuses, weakness } from "../../sources.ts";
import { given } from "../../target/find.ts";
import { paging } from "../../target/paging.ts";
import type { FaultCase } from "../../types.ts";
import { promise } from "../../types.ts";
import { resultOf, sent } from "../judge.ts";
import { endedWith, range, servePages, walk, yieldedAll } from "./walk.ts";

const NO_CURSOR = "no operation pages by cursor";

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
    id: "pages/repeated-cursor",
    title: "A cursor that comes a second time ends the walk with an error.",
    reason: "Asked with the same cursor, the server gives the same page, for ever.",
    source: pull("PrefectHQ/fastmcp", 3167),
    prepare: (target) =>
      given(paging(target, "cursor"), NO_CURSOR, async (list, bench) => {
        const result = await walk(bench, list, () => ({ items: [0], next: list.cursor(1) }));
        endedWith(result, list.cursor(1), "a cursor that repeats itself");
        promise(
          result.server.requests.length <= 2,
          `the server saw ${result.server.requests.length} requests, 2 expected`,
        );
      }),
  },
  {
    id: "pages/cursor-cycle",
    title: "Cursors that go round are noticed, not only the one that follows itself.",
    reason: "A, B, A, B is as endless as A, A.",
    source: pull("modelcontextprotocol/python-sdk", 3021),
    prepare: (target) =>
      given(paging(target, "cursor"), NO_CURSOR, async (list, bench) => {
        const result = await walk(bench, list, (request) => ({
          items: [request.number - 1],
          next: list.cursor(request.number % 3),
        }));
        endedWith(result, undefined, "cursors that go round");
        promise(
          result.server.requests.length <= 4,
          `the server saw ${result.server.requests.length} requests, 4 at most expected`,
        );
      }),
  },
  {
    id: "pages/max-pages",
    title: "maxPages ends a walk whose cursors never end, with an error that tells where to go on.",
    reason: "A cursor that is new each time passes every other guard.",
    source: issue("stellar/js-stellar-sdk", 600),
    prepare: (target) =>
      given(paging(target, "cursor"), NO_CURSOR, async (list, bench) => {
        const script = (request: { readonly number: number }) => ({
          items: [request.number - 1],
          next: list.cursor(request.number),
        });
        const result = await walk(bench, list, script, { options: { maxPages: 4 } });
        endedWith(result, list.cursor(4), "maxPages: 4");
        sent(result.server, 4);
      }),
  },
  {
    id: "pages/cursor-empty-middle",
    title: "An empty page is no end while the answer names a next one.",
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
        paging(target, "cursor", ({ response }) => response.more === undefined),
        "no operation pages by the cursor alone",
        async (list, bench) => {
          for (const end of [null, "", undefined]) {
            const server = await bench.serve((request, response) => {
              const body = list.page({
                items: [0],
                next: request.number === 1 ? (end ?? null) : list.cursor(1),
              }) as Record<string, unknown>;
              const name = (list.pagination.response.next ?? "").slice(1);
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
        paging(target, "cursor", ({ response }) => response.more !== undefined),
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
    id: "pages/foreign-next",
    title: "A next cursor that is an address of another origin sends nothing there.",
    reason: "A server, or whoever writes into its data, would send the key wherever it likes.",
    source: weakness(918),
    prepare: (target) =>
      given(paging(target, "cursor"), NO_CURSOR, async (list, bench) => {
        const other = await servePages(bench, list, () => ({ items: [7] }));
        await walk(bench, list, (request) => ({
          items: [0],
          next: request.number === 1 ? `${other.origin}/steal?cursor=1` : undefined,
        }));
        sent(other, 0, "at the other origin");
      }),
  },
  {
    id: "pages/error-in-the-middle",
    title: "An error on a later page comes after the items before it, and tells where to go on.",
    reason: "A walk of a million items that must begin anew never ends.",
    source: issue("modelcontextprotocol/typescript-sdk", 2735),
    prepare: (target) =>
      given(paging(target, "cursor"), NO_CURSOR, async (list, bench) => {
        const result = await walk(bench, list, (request) =>
          request.number === 3
            ? 400
            : { items: range((request.number - 1) * 2, 2), next: list.cursor(request.number) },
        );
        promise(
          result.numbers.length === 4,
          `${result.numbers.length} items were yielded before the error, 4 expected`,
        );
        const error = endedWith(result, list.cursor(2), "an error on the third page") as Error & {
          status?: number;
        };
        promise(error.status === 400, `error.status is ${error.status}, 400 expected`);
      }),
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
