import { promise } from "../../promise.ts";
import { pull } from "../../sources.ts";
import { given } from "../../target/find.ts";
import { type AnswerPlaces, type Paging, paging } from "../../target/paging.ts";
import type { FaultCase } from "../../types.ts";
import { endedWith, NO_CURSOR, NO_LAST_ITEM, NO_OFFSET, NO_PAGE, walk } from "./walk.ts";

const SOURCE = pull("PrefectHQ/fastmcp", 3167);

/** Pages of a server that takes no notice of what it is asked for, though it may repeat it. */
async function ignored(bench: Parameters<typeof walk>[0], list: Paging, options: object = {}): Promise<void> {
  const result = await walk(
    bench,
    list,
    (request) => {
      const asked = Number(list.asked(request) ?? 1);
      return {
        items: [0, 1],
        next: list.cursor(request.number),
        more: true,
        total: 1000,
        limit: 2,
        page: asked,
        offset: Number(list.asked(request) ?? 0),
      };
    },
    { options },
  );
  promise(
    result.numbers.join() === "0,1",
    `the walk yielded ${result.numbers.length} items, 2 expected: the same ones came again`,
  );
  endedWith(result, list.after(2, 2), "the same page again and again");
}

const hasTotal = ({ total }: AnswerPlaces): boolean => total !== undefined;

export const repetitionCases: readonly FaultCase[] = [
  {
    id: "pages/repeated-page",
    title: "Two pages in a row with the same items end a walk by cursor, however new the cursor is.",
    reason: "A server that ignores the cursor makes a new one with each answer, for ever.",
    source: SOURCE,
    prepare: (target) => given(paging(target, "cursor"), NO_CURSOR, (list, bench) => ignored(bench, list)),
  },
  {
    id: "pages/repeated-number",
    title: "Two pages in a row with the same items end a walk by page number.",
    reason: "Servers take a page beyond the last one for the last one, or repeat the number and ignore it.",
    source: SOURCE,
    prepare: (target) => given(paging(target, "page"), NO_PAGE, (list, bench) => ignored(bench, list)),
  },
  {
    id: "pages/repeated-item",
    title: "A page whose last item came already ends a walk by the last item, and none of it is yielded.",
    reason: "A server that ignores the item to begin after gives the first page again, for ever.",
    source: SOURCE,
    prepare: (target) =>
      given(paging(target, "lastItem"), NO_LAST_ITEM, (list, bench) => ignored(bench, list)),
  },
  {
    id: "pages/repeated-offset",
    title: "Two pages in a row with the same items end a walk by offset, read ahead or not.",
    reason: "A server that ignores the offset gives the same items until the total is reached.",
    source: SOURCE,
    prepare: (target) =>
      given(
        paging(target, "offset", hasTotal) ?? paging(target, "offset"),
        NO_OFFSET,
        async (list, bench) => {
          await ignored(bench, list);
          if (hasTotal(list.says)) await ignored(bench, list, { concurrency: 3 });
        },
      ),
  },
];
