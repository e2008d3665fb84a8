import { work } from "../folders.ts";
import type { Bench, Failure, Row } from "../result.ts";
import { reasonOf, run } from "../run.ts";
import { startServer } from "../servers.ts";
import { median, medianRatio } from "../stats.ts";

const ROUNDS = 3;

const WALKERS = [
  { id: "loop", name: "a plain loop" },
  { id: "trunkline", name: "@trunkline/agentref", ours: true },
  { id: "trunkline-4", name: "@trunkline/agentref, concurrency: 4", ours: true },
  { id: "agentref", name: "agentref (official), listAll" },
  { id: "openai", name: "openai, for await" },
];

interface Walked {
  readonly seconds: number;
  readonly cpu: number;
  readonly held: number;
  readonly requests: number;
}

/** A walk through many pages. */
export const pages: Bench = {
  name: "pages",
  title: "10,000 items",
  async run() {
    await using server = await startServer("pages/server.mjs");
    const walks = new Map<string, Walked[]>(WALKERS.map(({ id }) => [id, []]));
    const failed = new Map<string, Failure>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const { id } of WALKERS) {
        if (failed.has(id)) continue;
        const ran = await run("node", [`${work}programs/pages/walk.mjs`, id, `${server.url}/v1`], {
          limit: 60,
        });
        if (ran.code === 0) walks.get(id)?.push(JSON.parse(ran.stdout) as Walked);
        else failed.set(id, { ran: `pages/walk.mjs ${id}`, reason: reasonOf(ran) });
      }
    }
    const seconds = (id: string): number[] => (walks.get(id) ?? []).map((one) => one.seconds);
    const rows = WALKERS.map(({ id, name, ours = false }): Row => {
      const failure = failed.get(id);
      if (failure) return { name, ours, values: {}, failed: failure };
      const own = walks.get(id) ?? [];
      return {
        name,
        ours,
        values: {
          seconds: median(seconds(id)),
          ratio: medianRatio(seconds(id), seconds("loop")),
          cpu: median(own.map((one) => one.cpu)),
          held: Math.max(...own.map((one) => one.held)),
          requests: Math.max(...own.map((one) => one.requests)),
        },
      };
    });
    const slower = medianRatio(seconds("trunkline"), seconds("loop"));
    const faster = medianRatio(seconds("trunkline"), seconds("trunkline-4"));
    const held = Math.max(...(walks.get("trunkline-4") ?? []).map((one) => one.held));
    return {
      tables: [
        {
          title: "10,000 items in pages of 100, 50 ms each",
          text: `Seconds from the first request to the last item, in order, from a loopback server that waits 50 ms before each answer; medians of ${ROUNDS} rounds in turn. Pages held: for a reader who stops on the second page for half a second, that page and those fetched ahead of it.`,
          columns: [
            { key: "seconds", title: "seconds", digits: 2 },
            { key: "ratio", title: "× loop", digits: 2 },
            { key: "cpu", title: "ms of CPU" },
            { key: "held", title: "pages held" },
            { key: "requests", title: "requests" },
          ],
          rows,
          chart: "seconds",
        },
      ],
      targets: [
        {
          text: "sequential equal to the loop (within 2 %)",
          figure: `${slower.toFixed(3)} ×`,
          reached: slower <= 1.02,
        },
        {
          text: "concurrency: 4 at least 3.5 × faster",
          figure: `${faster.toFixed(2)} ×`,
          reached: faster >= 3.5,
        },
        {
          text: "memory bounded by the window",
          figure: `${held} pages held for a reader who stops, with concurrency: 4`,
          reached: held <= 5,
        },
      ],
    };
  },
};
