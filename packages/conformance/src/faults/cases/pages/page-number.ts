import { promise } from "../../promise.ts";
import { issue, pull, statuses } from "../../sources.ts";
import { given } from "../../target/find.ts";
import { paging } from "../../target/paging.ts";
import type { FaultCase } from "../../types.ts";
import { sent } from "../judge.ts";
import { endedWith, NO_PAGE, range, tellsEnd, walk, yieldedAll } from "./walk.ts";

export const pageNumberCases: readonly FaultCase[] = [
  {
    id: "pages/page-numbers",
    title: "A walk by page number asks for 1, 2, 3 and ends where the answer says so.",
    reason: "A page that is counted by the client's own limit is skipped when the server clamps it.",
    source: issue("langgenius/dify", 42024),
    prepare: (target) =>
      given(paging(target, "page"), NO_PAGE, async (list, bench) => {
        const { says, limit } = list;
        const last = says.more === undefined && says.total === undefined ? 4 : 3;
        const result = await walk(
          bench,
          list,
          (request) => {
            const page = Number(list.asked(request) ?? 1);
            return {
              items: page > 3 ? [] : range((page - 1) * 2, 2),
              page,
              limit: 2,
              total: 6,
              more: page < 3,
            };
          },
          limit !== undefined && !limit.startsWith("/") ? { params: { [limit]: 2 } } : {},
        );
        yieldedAll(result, 6, "three pages");
        const asked = result.server.requests.map((request) => Number(list.asked(request) ?? 1));
        promise(
          asked.every((page, index) => page === index + 1) && asked.length <= last,
          `the pages ${asked.join(", ")} were asked for`,
        );
      }),
  },
  {
    id: "pages/page-empty-middle",
    title: "An empty page in the middle is not the end while the answer says that there is more.",
    reason: "Filtering leaves pages empty.",
    source: pull("apify/apify-client-python", 964),
    prepare: (target) =>
      given(
        paging(target, "page", (says) => says.more !== undefined),
        "no page-number pagination says whether there is more",
        async (list, bench) => {
          const pages = [[0, 1], [], [2, 3]];
          const result = await walk(bench, list, (request) => {
            const page = Number(list.asked(request) ?? 1);
            return { items: pages[page - 1] ?? [], page, limit: 2, total: 6, more: page < 3 };
          });
          yieldedAll(result, 4, "an empty second page");
        },
      ),
  },
  {
    id: "pages/page-stuck",
    title: "A server that gives page 1 whatever is asked does not hold the walk for ever.",
    reason: "A proxy that drops the query makes every page the first.",
    source: pull("PrefectHQ/fastmcp", 3167),
    prepare: (target) =>
      given(
        paging(target, "page", (says) => says.page !== undefined),
        "no page-number pagination tells the page's number",
        async (list, bench) => {
          const result = await walk(bench, list, () => ({
            items: [0, 1],
            page: 1,
            limit: 2,
            total: 1000,
            more: true,
          }));
          endedWith(result, undefined, "page 1 again and again");
          promise(
            result.server.requests.length <= 3,
            `the server saw ${result.server.requests.length} requests, 3 at most expected`,
          );
        },
      ),
  },
  {
    id: "pages/walk-method",
    title: "The walking method asks for its declared page size and yields every item.",
    reason: "A walk with the vendor's default size costs several times the requests.",
    source: statuses("4"),
    prepare(target) {
      const probe = target.probes.find((one) => one.names.walk !== undefined);
      const style = probe?.paginations[0]?.style;
      const list =
        style === undefined
          ? undefined
          : paging({ ...target, probes: target.probes.filter((one) => one === probe) }, style);
      return given(list, "the document names no walking method", async (found, bench) => {
        const declared = found.probe.operation.extension.walk ?? found.pagination.walk;
        const walking = {
          ...found,
          probe: { ...found.probe, names: { ...found.probe.names, method: found.probe.names.walk ?? "" } },
        };
        const result = await walk(bench, walking, (request) => {
          const page = request.number - 1;
          return {
            items: page > 1 ? [] : range(page * 2, 2),
            next: page < 1 ? found.cursor(1) : undefined,
            more: page < 1,
            total: 4,
            limit: 2,
            page: page + 1,
            offset: page * 2,
          };
        });
        yieldedAll(result, 4, "two pages");
        sent(result.server, tellsEnd(found) ? 2 : 3);
        for (const request of result.server.requests)
          promise(
            declared?.limit === undefined || found.askedLimit(request) === declared.limit,
            `page ${request.number} was asked for with a limit of ${found.askedLimit(request)}`,
          );
      });
    },
  },
];
