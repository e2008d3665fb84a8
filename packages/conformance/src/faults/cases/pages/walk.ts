import { sendJson } from "../../bench/answers.ts";
import type { Bench, Outcome } from "../../bench/bench.ts";
import type { FaultServer, Received } from "../../bench/server.ts";
import { promise } from "../../promise.ts";
import type { PageScript, Paging } from "../../target/paging.ts";
import { brief } from "../judge.ts";

/** Why a case does not apply. */
export const NO_CURSOR = "no operation pages by cursor";
export const NO_OFFSET = "no operation pages by offset";
export const NO_LAST_ITEM = "no operation pages by the last item";
export const NO_PAGE = "no operation pages by number";

/** What a walk gave before it ended. */
export interface Walk {
  readonly numbers: readonly number[];
  readonly outcome: Outcome;
  readonly server: FaultServer;
}

/** Requests after which a walk counts as endless. */
const TOO_MANY = 30;

/** Serves scripted pages; a walk that does not end meets 410 at last. */
export function servePages(
  bench: Bench,
  paging: Paging,
  script: (request: Received) => PageScript | number,
): Promise<FaultServer> {
  return bench.serve((request, response) => {
    const said = request.number > TOO_MANY ? 410 : script(request);
    return typeof said === "number"
      ? sendJson(response, said, {})
      : sendJson(response, 200, paging.page(said));
  });
}

/** Walks over the items of scripted pages. */
export async function walk(
  bench: Bench,
  paging: Paging,
  script: (request: Received) => PageScript | number,
  {
    options = {},
    params = {},
    stopAfter = Number.POSITIVE_INFINITY,
  }: { options?: object; params?: object; stopAfter?: number } = {},
): Promise<Walk> {
  const server = await servePages(bench, paging, script);
  const client = bench.client(server.base, { maxRetries: 0 });
  const numbers: number[] = [];
  try {
    const pages = bench.start(client, paging.probe, {
      options: { ...options },
      params: { ...paging.start, ...params },
    });
    for await (const item of pages as AsyncIterable<unknown>) {
      numbers.push(paging.number(item));
      if (numbers.length >= stopAfter) break;
    }
    return { numbers, outcome: { ok: true, value: undefined }, server };
  } catch (error) {
    return { numbers, outcome: { ok: false, error }, server };
  }
}

/** Whether an answer can say that no page follows it; where it cannot, an empty page does, which is one request more. */
export function tellsEnd({ says }: Paging): boolean {
  return [says.next, says.more, says.done, says.total, says.pages].some((place) => place !== undefined);
}

/** The walk ended well, with the items 0 … count-1 in their order. */
export function yieldedAll({ numbers, outcome }: Walk, count: number, what: string): void {
  promise(outcome.ok, `${what}: the walk failed with ${outcome.ok ? "" : brief(outcome.error)}`);
  const right = numbers.length === count && numbers.every((number, index) => number === index);
  promise(right, `${what}: the walk yielded the items ${brief(numbers)}, 0 to ${count - 1} expected`);
}

/** The walk ended with an error that tells from where it can go on. */
export function endedWith(
  { outcome, server }: Walk,
  resume: string | number | undefined,
  what: string,
): Error {
  promise(server.requests.length <= TOO_MANY, `${what}: the walk went on for ever`);
  promise(!outcome.ok, `${what}: the walk ended as if it were complete`);
  promise(outcome.error instanceof Error, `${what}: ${brief(outcome.error)} was thrown`);
  if (resume !== undefined) {
    const told = asText((outcome.error as { resume?: unknown }).resume);
    promise(
      told.includes(String(resume)),
      `${what}: the error does not tell the place to go on from (${resume}): error.resume is ${told || "missing"}`,
    );
  }
  return outcome.error;
}

/** `count` numbers from `from` on. */
export function range(from: number, count: number): readonly number[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => from + index);
}

/** As JSON, which has no bigints. */
function asText(value: unknown): string {
  return JSON.stringify(value, (_, one) => (typeof one === "bigint" ? String(one) : one)) ?? "";
}
