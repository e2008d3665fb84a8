import { methodOf } from "../../../contract/call.ts";
import { reset, sendAnswer, sendJson } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import type { Handler } from "../../bench/server.ts";
import { promise } from "../../promise.ts";
import { http, http1 } from "../../sources.ts";
import { given, ordinary } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase } from "../../types.ts";
import { brief, sent } from "../judge.ts";

const NO_ROWS = "no operation takes rows in bulk";

function taking(target: Target): Probe | undefined {
  return ordinary(target, ({ names }) => names.bulk !== undefined);
}

/** What a run over rows told. */
interface Told {
  readonly fates: readonly string[];
  readonly error: unknown;
  readonly server: { readonly requests: readonly unknown[] };
}

/** Six rows in requests of two, none of which is repeated. */
async function runOver(bench: Bench, probe: Probe, handle: Handler): Promise<Told> {
  const server = await bench.serve(handle);
  const { names, operation } = probe;
  const given = [...probe.arguments({})];
  const place = names.path.length === 1 ? 1 : 0;
  const [field = names.nested.body ?? "body"] = (operation.extension.bulk?.rows ?? "").split("/").slice(1);
  const { [field]: rows, ...params } = (given[place] ?? {}) as Readonly<Record<string, unknown>>;
  const row = Array.isArray(rows) ? rows[0] : undefined;
  promise(row !== undefined, "the document's example has no row");
  const client = bench.client(server.base);
  const run = methodOf(client, names.resource, names.bulk ?? "")(
    ...given.slice(0, place),
    Array.from({ length: 6 }, () => row),
    params,
    { chunk: 2, maxRetries: 0 },
  ) as AsyncIterable<{ readonly fate: string; readonly index: number }>;
  const fates: string[] = [];
  let error: unknown;
  try {
    for await (const { fate, index } of run) {
      promise(index === fates.length, `row ${index} was told of in the place of row ${fates.length}`);
      fates.push(fate);
    }
  } catch (thrown) {
    error = thrown;
  }
  return { fates, error, server };
}

export const bulkFateCases: readonly FaultCase[] = [
  {
    id: "bulk/lost-answer",
    title: "Rows whose answer was lost are unknown, are not sent again unasked, and the run goes on.",
    reason: "Called rejected they would be sent twice; called accepted they would be forgotten.",
    source: http1("9.3.1"),
    prepare: (target) =>
      given(taking(target), NO_ROWS, async (rows, bench) => {
        const { fates, server } = await runOver(bench, rows, (request, response) => {
          if (request.number === 2) reset(response);
          else sendAnswer(response, rows.answer);
        });
        sent(server, 3, "of a run over three requests' worth of rows");
        promise(fates.length === 6, `${fates.length} of 6 rows have a fate`);
        const unknown = fates.flatMap((fate, index) => (fate === "unknown" ? [index] : []));
        promise(unknown.join() === "2,3", `the unknown rows are ${brief(unknown)}, 2 and 3 were expected`);
      }),
  },
  {
    id: "bulk/refused-caller",
    title: "A run whose caller is refused ends at once, with its rows unsent, and says why.",
    reason: "The key was revoked: a million rows would be refused one request after the other.",
    source: http("15.5.4"),
    prepare: (target) =>
      given(taking(target), NO_ROWS, async (rows, bench) => {
        const { fates, error, server } = await runOver(bench, rows, (_, response) =>
          sendJson(response, 403, {}),
        );
        sent(server, 1, "of a run whose first request was refused");
        promise(
          fates.every((fate) => fate === "unsent"),
          `the fates are ${brief(fates)}, unsent was expected`,
        );
        const { cause, summary } = (error ?? {}) as { cause?: { status?: unknown }; summary?: unknown };
        promise(cause?.status === 403, `the run ended with ${brief(error)}, whose cause is not the refusal`);
        promise(summary !== undefined, "the error does not say what became of the rows");
      }),
  },
];
