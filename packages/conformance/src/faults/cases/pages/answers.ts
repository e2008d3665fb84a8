import { paginationStyles, withValueAt } from "@trunkline/document";
import { asWritten } from "../../../as-written.ts";
import { sendJson } from "../../bench/answers.ts";
import { outcomeOf } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { json, statuses, weakness } from "../../sources.ts";
import { given } from "../../target/find.ts";
import { type Paging, paging } from "../../target/paging.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, resultOf, sent } from "../judge.ts";
import { range, servePages, tellsEnd } from "./walk.ts";

const NO_PAGES = "no operation is paginated";

function any(target: Target): Paging | undefined {
  return paginationStyles.map((style) => paging(target, style)).find((found) => found !== undefined);
}

/** The last page of a walk. */
const last = { items: [0, 1], total: 2, limit: 2, page: 1, offset: 0, more: false };

export const pageAnswerCases: readonly FaultCase[] = [
  {
    id: "pages/odd-fields",
    title: "Fields of an answer called then, data or hasNextPage do not disturb its page.",
    reason: "An object with a then is taken for a promise; a field that hides a method breaks the walk.",
    source: weakness(915),
    prepare(target) {
      const list = any(target);
      return given(list?.pagination.items === "" ? undefined : list, NO_PAGES, async (found, bench) => {
        // Not a pointer of the pagination itself may be overwritten.
        const pointers = [found.pagination.items, ...Object.values(found.says)].map(
          (one) => one.split("/")[1],
        );
        const odd = Object.fromEntries(
          ["then", "data", "hasNextPage", "getNextPage", "iterPages", "body", "constructor"]
            .filter((name) => !pointers.includes(name))
            .map((name) => [name, `vendor's ${name}`]),
        );
        const server = await bench.serve(({ number }, response) => {
          const script = number === 1 ? last : { ...last, items: [] };
          return sendJson(response, 200, { ...(found.page(script) as object), ...odd });
        });
        const page = resultOf(
          await bench.call(bench.client(server.base), found.probe, { params: found.start }),
          "a page with odd fields",
        ) as {
          readonly body?: Record<string, unknown>;
          hasNextPage?: () => boolean;
        } & AsyncIterable<unknown>;
        promise(typeof page.hasNextPage === "function", "hasNextPage() was overwritten by the answer");
        promise(page.hasNextPage() === !tellsEnd(found), "hasNextPage() is wrong");
        let count = 0;
        for await (const item of page) count += item === undefined ? 0 : 1;
        promise(count === 2, `the page yielded ${count} items, 2 expected`);
        promise(
          page.body?.then === odd.then && page.body?.hasNextPage === odd.hasNextPage,
          ".body lacks the answer's own fields",
        );
        sent(server, tellsEnd(found) ? 1 : 2);
      });
    },
  },
  {
    id: "pages/no-items",
    title: "A page without its items is an error, not an empty list.",
    reason: "An error that was sent with 200 ends a walk early, and half of the data looks like all of it.",
    source: json("4"),
    prepare: (target) =>
      given(any(target), NO_PAGES, async (list, bench) => {
        for (const items of [undefined, "text", { "0": "x" }]) {
          const body =
            list.pagination.items === ""
              ? (items ?? { error: "x" })
              : withValueAt(list.page(last), list.pagination.items, items);
          const server = await bench.serve((_, response) => sendJson(response, 200, body));
          const client = bench.client(server.base, { maxRetries: 0 });
          const outcome = await outcomeOf(async () => {
            const seen: unknown[] = [];
            for await (const item of bench.start(client, list.probe, {
              params: list.start,
            }) as AsyncIterable<unknown>)
              seen.push(item);
            return seen;
          });
          errorOf(outcome, `a page whose items are ${brief(items)}`);
          sent(server, 1);
        }
      }),
  },
  {
    id: "pages/own-fields",
    title: "A page's own enumerable fields are the vendor's, and nothing else.",
    reason: "Pages are logged, compared in tests and sent on as JSON.",
    source: json("4"),
    prepare(target) {
      const list = any(target);
      return given(list?.pagination.items === "" ? undefined : list, NO_PAGES, async (found, bench) => {
        const body = found.page(last) as object;
        const server = await bench.serve((_, response) => sendJson(response, 200, body));
        const page = resultOf(
          await bench.call(bench.client(server.base), found.probe, { params: found.start }),
          "a page",
        ) as object;
        promise(
          Object.keys(page).sort().join() === Object.keys(body).sort().join(),
          `its fields are ${Object.keys(page).join(", ")}; the answer's are ${Object.keys(body).join(", ")}`,
        );
        // JSON has no bigints.
        const shown = JSON.parse(
          JSON.stringify(page, (_, one) => (typeof one === "bigint" ? Number(one) : one)),
        );
        promise(
          JSON.stringify(asWritten(found.probe.extension, shown, body)) === JSON.stringify(body),
          "as JSON it is not what the vendor sent",
        );
      });
    },
  },
  {
    id: "pages/to-array",
    title: "toArray({ limit }) reads no page more than it needs.",
    reason: "Whoever wants ten items of a million must not wait for the rest.",
    source: statuses("4"),
    prepare: (target) =>
      given(any(target), NO_PAGES, async (list, bench) => {
        const server = await servePages(bench, list, (request) => {
          const page = request.number - 1;
          return {
            items: range(page * 2, 2),
            next: list.cursor(request.number),
            more: true,
            total: 100,
            limit: 2,
            page: page + 1,
            offset: page * 2,
          };
        });
        const started = bench.start(bench.client(server.base), list.probe, { params: list.start }) as {
          toArray?: (options: object) => Promise<unknown[]>;
        };
        promise(typeof started.toArray === "function", "the method's promise has no toArray()");
        const items = await started.toArray({ limit: 3 });
        promise(items.length === 3, `toArray({ limit: 3 }) gave ${items.length} items`);
        sent(server, 2, "for three items of pages of two");
      }),
  },
];
