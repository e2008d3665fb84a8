import { promise } from "../../promise.ts";
import { issue, pull, weakness } from "../../sources.ts";
import { given } from "../../target/find.ts";
import { paging } from "../../target/paging.ts";
import type { FaultCase } from "../../types.ts";
import { sent } from "../judge.ts";
import { endedWith, NO_CURSOR, range, servePages, walk } from "./walk.ts";

export const endlessCases: readonly FaultCase[] = [
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
];
