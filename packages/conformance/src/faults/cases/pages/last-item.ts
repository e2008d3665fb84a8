import { stringField, valueAt, withValueAt } from "@trunkline/document";
import { sendJson } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { issue, json } from "../../sources.ts";
import { given } from "../../target/find.ts";
import { type Paging, paging } from "../../target/paging.ts";
import type { FaultCase } from "../../types.ts";
import { sent } from "../judge.ts";
import { endedWith, NO_LAST_ITEM, range, walk, yieldedAll } from "./walk.ts";

/** Whether the answer says itself where the walk ends. */
function saysEnd({ says }: Paging): boolean {
  return says.more !== undefined || says.done !== undefined;
}

export const lastItemCases: readonly FaultCase[] = [
  {
    id: "pages/last-item-walk",
    title: "A walk by the last item asks for what is after it, and ends where the answer says so.",
    reason: "The id of any other item repeats what came, or skips what did not.",
    source: issue("stellar/js-stellar-sdk", 600),
    prepare: (target) =>
      given(paging(target, "lastItem"), NO_LAST_ITEM, async (list, bench) => {
        const pages = saysEnd(list) ? 3 : 4;
        const result = await walk(bench, list, (request) => {
          const page = request.number - 1;
          return { items: page < 3 ? range(page * 2, 2) : [], more: page < 2 };
        });
        yieldedAll(result, 6, "three pages");
        sent(result.server, pages);
        const asked = result.server.requests.slice(1).map(list.asked);
        const wanted = [2, 4, 6].slice(0, pages - 1).map((items) => String(list.after(items, 2)));
        promise(
          asked.join() === wanted.join(),
          `the pages after the first were asked for with ${asked.join(", ")}; the last items are ${wanted.join(", ")}`,
        );
      }),
  },
  {
    id: "pages/last-item-without-id",
    title: "A last item without its id is an error while there is more, not the end.",
    reason: "Half of a list looks like all of it.",
    source: json("4"),
    prepare(target) {
      const list = paging(target, "lastItem");
      const itemId = stringField(list?.pagination.response, "itemId") ?? "";
      return given(itemId === "" ? undefined : list, NO_LAST_ITEM, async (found, bench) => {
        const { items } = found.pagination;
        const server = await bench.serve((_, response) => {
          const page = found.page({ items: [0, 1], more: true });
          const last = withValueAt(valueAt(page, `${items}/1`), itemId, null);
          return sendJson(response, 200, withValueAt(page, `${items}/1`, last));
        });
        const numbers: number[] = [];
        let error: unknown;
        try {
          const client = bench.client(server.base, { maxRetries: 0 });
          const pages = bench.start(client, found.probe, { params: found.start }) as AsyncIterable<unknown>;
          for await (const item of pages) numbers.push(found.number(item));
        } catch (thrown) {
          error = thrown;
        }
        endedWith(
          {
            numbers,
            outcome: error === undefined ? { ok: true, value: undefined } : { ok: false, error },
            server,
          },
          undefined,
          "a last item without its id",
        );
        sent(server, 1);
      });
    },
  },
];
