import { promise } from "../../promise.ts";
import { issue, json } from "../../sources.ts";
import { given } from "../../target/find.ts";
import { paging } from "../../target/paging.ts";
import type { FaultCase } from "../../types.ts";
import { deep } from "../credentials/proxied.ts";
import { brief, resultOf, sent } from "../judge.ts";
import { endedWith, NO_CURSOR, range, servePages, tellsEnd, walk } from "./walk.ts";

/** No number of JavaScript. */
const DIGITS = "9007199254740993";

export const endedEarlyCases: readonly FaultCase[] = [
  {
    id: "pages/empty-before-total",
    title: "An empty page while the stated total is not reached is an error that tells where to go on.",
    reason: "Half of the data looks like all of it.",
    source: json("4"),
    prepare(target) {
      const hasTotal = paging(target, "offset", ({ total }) => total !== undefined);
      const list = hasTotal ?? paging(target, "page", ({ total, more }) => total !== undefined && !more);
      return given(list, "no operation pages by a stated total", async (found, bench) => {
        const result = await walk(bench, found, (request) => ({
          items: request.number === 1 ? range(0, 2) : [],
          total: 10,
          limit: 2,
          page: request.number,
          offset: request.number === 1 ? 0 : 2,
        }));
        promise(result.numbers.join() === "0,1", `the walk yielded ${brief(result.numbers)}`);
        endedWith(result, found.after(2, 2), "an empty page of 10 items, of which 2 came");
      });
    },
  },
  {
    id: "pages/cursor-digits",
    title: "A cursor that is a larger integer than a number holds goes back digit by digit.",
    reason: "Rounded, it names another row: items are left out, or come twice, in silence.",
    source: issue("octokit/request.js", 797),
    prepare: (target) =>
      given(paging(target, "cursor"), NO_CURSOR, async (list, bench) => {
        const server = await bench.serve((request, response) => {
          const isFirst = request.number === 1;
          const page = list.page({ items: [request.number], next: isFirst ? "@" : undefined });
          response.writeHead(200, { "content-type": "application/json" });
          response.end(JSON.stringify(page).replace('"@"', DIGITS));
        });
        const quiet = { error() {}, warn() {}, info() {}, debug() {} };
        const client = bench.client(server.base, { maxRetries: 0, logger: quiet });
        let failure: unknown;
        try {
          for await (const _ of bench.start(client, list.probe, {
            params: list.start,
          }) as AsyncIterable<unknown>)
            promise(server.requests.length < 5, "the walk goes on for ever");
        } catch (error) {
          failure = error;
        }
        const [, second] = server.requests;
        if (second === undefined) {
          promise(failure !== undefined, "the walk ended after its first page as if it were complete");
          return;
        }
        // A cursor in a body may be a number there, which must have its digits in the text.
        const asked = second.body.length > 0 ? second.body.toString() : list.asked(second);
        promise(asked?.includes(DIGITS) === true, `the cursor ${DIGITS} went back as ${brief(asked)}`);
      }),
  },
  {
    id: "pages/proxied-page",
    title: "A page behind a proxy works as itself.",
    reason: "Vue's reactive and tracers put a proxy in its place, in which private fields are not found.",
    source: issue("surrealdb/surrealdb.js", 467),
    prepare: (target) =>
      given(paging(target, "cursor") ?? paging(target, "offset"), NO_CURSOR, async (list, bench) => {
        const server = await servePages(bench, list, ({ number }) => ({
          items: number > 2 ? [] : range((number - 1) * 2, 2),
          next: number < 2 ? list.cursor(number) : undefined,
          more: number < 2,
          total: 4,
          limit: 2,
          offset: (number - 1) * 2,
        }));
        const client = bench.client(server.base, { maxRetries: 0 });
        const first = resultOf(await bench.call(client, list.probe, { params: list.start }), "a page");
        const page = deep(first as object) as {
          hasNextPage?: () => boolean;
          getNextPage?: () => Promise<object>;
        };
        promise(typeof page.hasNextPage === "function", "the page has no hasNextPage()");
        promise(page.hasNextPage() === true, "hasNextPage() is wrong");
        const next = deep((await page.getNextPage?.()) ?? {});
        let count = 0;
        for await (const item of next as AsyncIterable<unknown>) count += item === undefined ? 0 : 1;
        promise(count === 2, `the next page yielded ${count} items, 2 expected`);
        sent(server, tellsEnd(list) ? 2 : 3);
        promise(jsonOf(page) === jsonOf(first), "as JSON it is not what the vendor sent");
      }),
  },
];

/** A client may give integers as bigints, which have no JSON of their own. */
function jsonOf(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, one: unknown) => (typeof one === "bigint" ? Number(one) : one));
}
