import { writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { makeClients } from "../clients.ts";
import { makeGitHub } from "../contestants/github.ts";
import { PROGRAMS } from "../contestants/programs.ts";
import { work } from "../folders.ts";
import { type Bench, type Failure, type Row, replaced, type Target } from "../result.ts";
import { reasonOf, run } from "../run.ts";
import { median, medianDifference } from "../stats.ts";

const ROUNDS = 21;

const RUNTIME = "@trunkline/runtime/client";
const GITHUB = "GitHub's whole client, 1,223 operations";
const UNDICI = "what @trunkline/node loads of undici at the first call";
const BOTH = "@trunkline/agentref, @trunkline/node, and what that loads at the first call";

/** What it asks for, in the same order. */
const UNDICI_PARTS = `await import("undici/lib/dispatcher/pool.js");
await import("undici/lib/dispatcher/client.js");
await import("undici/lib/dispatcher/agent.js");
`;

/** Puts GitHub's whole client into a file, beside the runtime. */
async function buildGitHub(): Promise<Failure | undefined> {
  const made = await makeGitHub();
  if ("reason" in made) return made;
  await build({
    entryPoints: [made.entry],
    outfile: `${work}clients/github.mjs`,
    bundle: true,
    external: ["@trunkline/runtime"],
    format: "esm",
    target: "es2022",
    platform: "neutral",
    logLevel: "silent",
  });
  return undefined;
}

/** Milliseconds before the first line of a program runs. */
export const importBench: Bench = {
  name: "import",
  title: "Cold import",
  async run() {
    const failed = new Map<string, Failure>();
    const clients = await makeClients();
    const racers = [
      { id: "bare", name: "bare Node", ours: false, module: undefined as string | undefined },
    ].concat(
      PROGRAMS.map(({ id, name, ours = false, module }) => ({
        id: ours ? `ours-${id}` : id,
        name,
        ours,
        module,
      })),
      { id: "ours-node", name: "@trunkline/node", ours: true, module: "@trunkline/node" },
      { id: "ours-undici", name: UNDICI, ours: true, module: `${work}import-undici-parts.mjs` },
      { id: "ours-both", name: BOTH, ours: true, module: `${work}import-client-and-transport.mjs` },
      { id: "ours-runtime", name: RUNTIME, ours: true, module: "@trunkline/runtime/client" },
      { id: "ours-github", name: GITHUB, ours: true, module: `${work}clients/github.mjs` },
    );
    const github = await buildGitHub();
    if (github) failed.set("ours-github", github);
    await writeFile(`${work}import-undici-parts.mjs`, UNDICI_PARTS);
    await writeFile(
      `${work}import-client-and-transport.mjs`,
      `import "@trunkline/agentref";\nimport "@trunkline/node";\n${UNDICI_PARTS}`,
    );
    for (const { id, module } of racers) {
      const end = "const { user, system } = process.cpuUsage(); console.log((user + system) / 1000);";
      const code = module === undefined ? end : `import ${JSON.stringify(module)};\n${end}`;
      await writeFile(`${work}import-${id}.mjs`, code);
      if (clients[id]) failed.set(id, clients[id]);
    }
    const wall = new Map<string, number[]>(racers.map(({ id }) => [id, []]));
    const cpu = new Map<string, number[]>(racers.map(({ id }) => [id, []]));
    // The first round fills the file system's cache.
    for (let round = 0; round <= ROUNDS; round++) {
      for (const { id, module } of racers) {
        if (failed.has(id)) continue;
        const ran = await run("node", [`${work}import-${id}.mjs`], { limit: 30 });
        if (ran.code !== 0) failed.set(id, { ran: `import ${module}`, reason: reasonOf(ran) });
        if (round === 0) continue;
        wall.get(id)?.push(ran.seconds * 1000);
        cpu.get(id)?.push(Number(ran.stdout));
      }
    }
    const bareWall = wall.get("bare") ?? [];
    const bareCpu = cpu.get("bare") ?? [];
    const rows = racers.map(({ id, name, ours }): Row => {
      const failure = failed.get(id);
      if (failure) return { name, ours, values: {}, failed: failure };
      const walls = wall.get(id) ?? [];
      const cpus = cpu.get(id) ?? [];
      const whole = { wall: median(walls), cpu: median(cpus) };
      if (id === "bare") return { name, values: whole };
      return {
        name,
        ours,
        values: {
          ...whole,
          over: medianDifference(walls, bareWall),
          overCpu: medianDifference(cpus, bareCpu),
        },
      };
    });
    const over = (name: string): number => Number(rows.find((row) => row.name === name)?.values.overCpu);
    const [own, official] = [over("@trunkline/agentref"), over("agentref (official)")];
    const beyond = over(GITHUB) - over(RUNTIME);
    const atMost = (text: string, milliseconds: number, most: number): Target => ({
      text: `${text}: at most ${most} ms`,
      figure: `${milliseconds.toFixed(1)} ms of CPU`,
      reached: milliseconds <= most,
    });
    return {
      tables: [
        {
          title: "Cold import over bare Node",
          text: `Milliseconds, of CPU and as they passed, of a program that imports the module and ends, started anew each time with files in the system's cache; medians of ${ROUNDS} rounds in turn, and of the differences from bare Node within a round. Generated TypeScript is one file here.`,
          columns: [
            { key: "overCpu", title: "ms of CPU over bare Node", digits: 1 },
            { key: "over", title: "ms over bare Node", digits: 1 },
            { key: "wall", title: "ms", digits: 1 },
            { key: "cpu", title: "ms of CPU", digits: 1 },
          ],
          rows,
          chart: "overCpu",
        },
      ],
      targets: [
        replaced({
          text: "at most the official agentref + 3 ms",
          figure: `${own.toFixed(1)} ms of CPU against ${official.toFixed(1)} ms`,
          reached: own <= official + 3,
        }),
        atMost("a client over bare Node", own, 6),
        atMost("@trunkline/node, and what it loads at the first call, beyond a client", over(BOTH) - own, 50),
        atMost("GitHub's whole client beyond the runtime", beyond, 15),
      ],
    };
  },
};
