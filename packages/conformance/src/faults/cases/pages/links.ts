import { isObject, textOf, valueAt, withValueAt } from "@trunkline/document";
import { sendJson } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { issue, weakness } from "../../sources.ts";
import { given } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase } from "../../types.ts";
import { errorOf, resultOf, sent } from "../judge.ts";

const NONE = "no operation pages by links";

function linked(target: Target): Probe | undefined {
  return target.probes.find((probe) => probe.link !== undefined && queryField(probe) !== undefined);
}

/** A query field that a link may carry: not the page size, which must be valid. */
function queryField({ operation }: Probe): string | undefined {
  return operation.parameters.filter((one) => one.in === "query").at(-1)?.name;
}

/** Walks pages of which the first has this link, and tells what was asked for. */
async function follow(bench: Bench, probe: Probe, linkTo: (path: string) => string) {
  const { link } = probe;
  const field = queryField(probe) ?? "";
  const next = link?.response?.next;
  const server = await bench.serve((request, response) => {
    // The document's own path, without that of the base URL.
    const path = request.path.slice("/base/v1".length);
    const to = request.number === 1 ? `${linkTo(path)}?${field}=7` : null;
    const body = next === undefined ? probe.answer.value : withValueAt(probe.answer.value, next, to);
    const fields = next === undefined && to !== null ? { link: `<${to}>; rel="next"` } : {};
    sendJson(response, 200, numbered(body, link?.items ?? "", request.number), fields);
  });
  const client = bench.client(server.base, { maxRetries: 0 });
  const outcome = await (async () => {
    try {
      for await (const _ of bench.start(client, probe) as AsyncIterable<unknown>) {
        promise(server.requests.length < 5, "the walk goes on for ever");
      }
      return { ok: true, value: undefined } as const;
    } catch (error) {
      return { ok: false, error } as const;
    }
  })();
  return { server, outcome, field };
}

/** The same answer with other items. */
function numbered(body: unknown, items: string, number: number): unknown {
  const list = valueAt(body as never, items);
  const marked = (Array.isArray(list) ? list : []).map((item) =>
    isObject(item) ? { ...item, fault_page: number } : `${item}-${number}`,
  );
  return items === "" ? marked : withValueAt(body as never, items, marked as never);
}

export const linkCases: readonly FaultCase[] = [
  {
    id: "pages/gateway-link",
    title: "Behind a gateway the query of a next link is taken, which leads to the API's public address.",
    reason: "An API writes its links as it knows itself, and its callers may have to go another way.",
    source: issue("Azure/data-api-builder", 2677),
    prepare(target) {
      const [server] = Array.isArray(target.pack.document.root.servers)
        ? target.pack.document.root.servers
        : [];
      const address = isObject(server) ? textOf(server.url) : undefined;
      if (address === undefined || address.includes("{")) return "the document names no server";
      return given(linked(target), NONE, async (probe, bench) => {
        const base = address.endsWith("/") ? address.slice(0, -1) : address;
        const { server: seen, outcome, field } = await follow(bench, probe, (path) => base + path);
        resultOf(outcome, "a link to the API's public address");
        sent(seen, 2);
        const [first, second] = seen.requests;
        promise(second?.path === first?.path, `the second page was asked for at ${second?.path}`);
        promise(second?.query.get(field) === "7", "the link's query was not taken");
      });
    },
  },
  {
    id: "pages/foreign-link",
    title:
      "A next link that leads elsewhere is an error after the items before it, and nothing is sent there.",
    reason: "A server, or whoever writes into its data, would send the key wherever it likes.",
    source: weakness(918),
    prepare: (target) =>
      given(linked(target), NONE, async (probe, bench) => {
        const other = await bench.serve((_, response) => sendJson(response, 200, {}));
        const { server, outcome } = await follow(bench, probe, (path) => `${other.base}${path}`);
        sent(other, 0, "at the other origin");
        errorOf(outcome, "a link to another origin");
        sent(server, 1);
      }),
  },
];
