import { makeClients } from "../clients.ts";
import { CONTESTANTS, type Contestant } from "../contestants/contestants.ts";
import { work } from "../folders.ts";
import { installOldestNode } from "../oldest-node.ts";
import { type Bench, type Failure, type Row, replaced, type Table } from "../result.ts";
import { must, reasonOf, run } from "../run.ts";
import { startServer } from "../servers.ts";
import { median, medianRatio } from "../stats.ts";

const RAW: Contestant = { id: "raw", name: "raw fetch + JSON" };
const RACERS: readonly Contestant[] = [
  RAW,
  { id: "raw-timer", name: "raw fetch + abort controller and timer" },
  { id: "raw-bounded", name: "the same, with redirect: manual and a bounded body" },
  ...CONTESTANTS,
];
const TRANSPORT: Contestant = {
  id: "trunkline-node",
  name: "@trunkline/agentref over @trunkline/node",
  ours: true,
};
const OVER_TRANSPORT: readonly Contestant[] = [RAW, ...CONTESTANTS.filter(({ ours }) => ours), TRANSPORT];

/** CPU time of one typed list call. */
export const call: Bench = {
  name: "call",
  title: "A typed call",
  async run() {
    const failures = await makeClients();
    const stub = await race(RACERS, "stub", 4, failures);
    await using server = await startServer("call/server.mjs");
    const loopback = await race([...RACERS, TRANSPORT], server.url, 3, failures);
    const inTurn = await race(OVER_TRANSPORT, server.url, 5, failures);
    const atOnce = await race(OVER_TRANSPORT, server.url, 5, failures, { atOnce: 64 });
    const node = await installOldestNode();
    const inTurn20 = await race(OVER_TRANSPORT, server.url, 5, failures, { node });
    const atOnce20 = await race(OVER_TRANSPORT, server.url, 5, failures, { node, atOnce: 64 });
    const queues = { fetch: await queue("fetch"), transport: await queue("transport") };
    const { sockets, lost, displaced, waiting = Number.NaN } = queues.transport;
    const all = [...RACERS, TRANSPORT];
    const ratio = ({ rows }: Table, id: string): number =>
      Number(rows.find(({ name }) => name === all.find((one) => one.id === id)?.name)?.values.ratio);
    const target = (table: Table, text: string, most: number, id = "trunkline") => ({
      text,
      figure: `${ratio(table, id).toFixed(2)} × raw, against ${most.toFixed(2)} × raw`,
      reached: ratio(table, id) <= most,
    });
    return {
      tables: [
        { ...stub, title: "A typed list call over a stub fetch" },
        { ...loopback, title: "A typed list call over a loopback server" },
        { ...inTurn, title: "A typed list call over the transport, one at a time" },
        { ...atOnce, title: "A typed list call over the transport, 64 at once" },
        { ...inTurn20, title: "A typed list call over the transport, one at a time, Node.js 20" },
        { ...atOnce20, title: "A typed list call over the transport, 64 at once, Node.js 20" },
        {
          title: "1,000 calls at once",
          text: "Calls that are made at once of a server that works at ten at a time, 100 ms each, with a time limit of 5 s and no retries: connections, calls that ended by their limit, and how far from its place in the order the one arrived that was farthest. The transport has 10 connections. A call that waits in it holds so many bytes of its own; what the client holds of it is the same by either way.",
          columns: [
            { key: "sockets", title: "connections" },
            { key: "lost", title: "lost to the clock" },
            { key: "displaced", title: "places from its own" },
            { key: "waiting", title: "bytes of a waiting call" },
          ],
          rows: [
            { name: "@trunkline/agentref over fetch", ours: true, values: { ...queues.fetch } },
            { name: TRANSPORT.name, ours: true, values: { ...queues.transport } },
          ],
        },
      ],
      targets: [
        target(stub, "at most 5 % above openapi-fetch alone", 1.05 * ratio(stub, "openapi-fetch")),
        replaced(target(stub, "no dearer than openapi-fetch alone", ratio(stub, "openapi-fetch"))),
        target(stub, "no dearer than the official agentref", ratio(stub, "agentref")),
        target(loopback, "at most 1.07 × raw on the server", 1.07),
        target(inTurn, "over the transport, at most 0.60 × raw one at a time", 0.6, TRANSPORT.id),
        target(atOnce, "over the transport, at most 0.50 × raw with 64 at once", 0.5, TRANSPORT.id),
        target(
          inTurn20,
          "Node.js 20: over the transport, at most 0.48 × raw one at a time",
          0.48,
          TRANSPORT.id,
        ),
        target(
          atOnce20,
          "Node.js 20: over the transport, at most 0.42 × raw with 64 at once",
          0.42,
          TRANSPORT.id,
        ),
        {
          text: "1,000 calls at once over 10 connections, in order, none lost to the queue",
          figure: `${sockets} connections, ${displaced} places from its own, ${lost} lost`,
          // Ten are under way at a time, and arrive in whatever order.
          reached: sockets === 10 && displaced < 10 && lost === 0,
        },
        {
          text: "at most 2 kB a waiting call in the transport",
          figure: `${Math.round(waiting)} bytes`,
          reached: waiting <= 2048,
        },
      ],
    };
  },
};

interface Queued {
  readonly sockets: number;
  readonly lost: number;
  readonly displaced: number;
  readonly waiting?: number;
}

/** What becomes of 1,000 calls at once. */
async function queue(way: "fetch" | "transport"): Promise<Queued> {
  return JSON.parse(await must("node", ["--expose-gc", `${work}programs/call/queue.mjs`, way])) as Queued;
}

/** In each turn of a contestant, after it has warmed up. */
const BATCHES = 3;

async function race(
  racers: readonly Contestant[],
  target: string,
  rounds: number,
  failures: Readonly<Record<string, Failure>>,
  { node = "node", atOnce = 1 }: { readonly node?: string; readonly atOnce?: number } = {},
): Promise<Table> {
  const times = new Map<string, number[]>(racers.map(({ id }) => [id, []]));
  const failed = new Map<string, Failure>(Object.entries(failures));
  for (let round = 0; round < rounds; round++) {
    for (const { id } of racers) {
      if (failed.has(id)) continue;
      const args = [`${work}programs/call/measure.mjs`, id, target, `${BATCHES}`, `${atOnce}`];
      const ran = await run(node, args, { limit: 60 });
      if (ran.code === 0) times.get(id)?.push(median(JSON.parse(ran.stdout) as number[]));
      else failed.set(id, { ran: `call/${id}.mjs`, reason: reasonOf(ran) });
    }
  }
  const raw = times.get(RAW.id) ?? [];
  const rows = racers.map(({ id, name, ours = false }): Row => {
    const own = times.get(id) ?? [];
    const failure = failed.get(id);
    if (failure) return { name, ours, values: {}, failed: failure };
    return { name, ours, values: { micros: median(own), ratio: medianRatio(own, raw) } };
  });
  return {
    title: "",
    text: `Microseconds of CPU a call: two query parameters, a bearer token, a page of two programs (1.9 kB). Each in a process of its own, ${rounds} rounds in turn, in each the median of ${BATCHES} batches of 0.2 s after 1.4 s to warm up (over a stub, and for the server 0.7 s more there); medians of the rounds, and of the ratios within a round.`,
    columns: [
      { key: "micros", title: "µs of CPU", digits: 1 },
      { key: "ratio", title: "× raw", digits: 2 },
    ],
    rows,
    chart: "ratio",
  };
}
