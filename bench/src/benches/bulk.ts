import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import type { Figure } from "../../../packages/house/figures/tell.ts";
import { repository, work } from "../folders.ts";
import type { Bench, Row, Target } from "../result.ts";
import { reasonOf, run } from "../run.ts";
import { startServer } from "../servers.ts";

const ROWS = 1_000_000;
const CHUNK = 500;
/** Requests a minute that Agoralia lets one address send. */
const A_MINUTE = 100;

interface Uploaded {
  readonly rows: number;
  readonly accepted: number;
  readonly seconds: number;
  /** Microseconds a row. */
  readonly cpu: number;
  /** Megabytes over the start, at most. */
  readonly memory: number;
  /** Megabytes that are in use after a collection of garbage, at most. */
  readonly live: number;
  /** Median milliseconds that a record takes. */
  readonly sync: number;
}

/** A million rows through one operation, with and without a journal; and what quotas and journals hold under kills. */
export const bulk: Bench = {
  name: "bulk",
  title: "Quotas and rows in bulk",
  async run() {
    await using server = await startServer("bulk/server.mjs");
    const upload = async (journal: string, ...flags: string[]): Promise<Uploaded> => {
      const program = `${work}programs/bulk/upload.mjs`;
      const ran = await run("node", [...flags, program, server.url, String(ROWS), journal], {
        limit: 600,
      });
      if (ran.code !== 0) throw new Error(reasonOf(ran));
      return JSON.parse(ran.stdout) as Uploaded;
    };
    const journal = join(tmpdir(), `bulk-${process.pid}.journal`);
    const journaled = await upload(journal);
    await rm(journal, { force: true });
    const small = await upload(journal, "--max-semi-space-size=16");
    await rm(journal, { force: true });
    const plain = await upload("none");
    const [bulkSize, quotaSize] = [await weigh(withoutBulk), await weigh(undefined)];
    const figures = await figuresOf("redis", "full/fleet.test.ts");
    figures.push(...(await figuresOf("house", "full/bulk-killed.test.ts")));
    const row = (name: string, { seconds, cpu, memory, live, sync, accepted }: Uploaded): Row => ({
      name,
      ours: true,
      values: { seconds, cpu, memory, live, sync: sync || "", accepted },
    });
    const requests = ROWS / CHUNK;
    const minutes = Math.ceil(requests / A_MINUTE);
    return {
      tables: [
        {
          title: "1,000,000 leads in requests of 500",
          text: `Agora's \`leads.uploadAll\` over a generator of rows, to a loopback server in a process of its own: CPU of the client's process, journal included; its resident memory over that after the first 5,000 rows, and what of its heap is in use after a collection of garbage, at most; the median wait for a record of the journal to be on the disk. Beside that, what the API allows decides: ${requests.toLocaleString("en")} requests at ${A_MINUTE} a minute, as Agoralia lets one address send, take ${minutes} minutes.`,
          columns: [
            { key: "seconds", title: "seconds", digits: 1 },
            { key: "cpu", title: "µs of CPU a row", digits: 1 },
            { key: "memory", title: "MB over the start" },
            { key: "live", title: "MB in use after a collection" },
            { key: "sync", title: "ms for a record", digits: 1 },
            { key: "accepted", title: "accepted" },
          ],
          rows: [
            row("with a journal", journaled),
            row("without", plain),
            row("with a journal and a young generation of 16 MB", small),
          ],
        },
        {
          title: "Fleets and kills",
          text: "Real processes, a real Redis, and servers that count arrivals by exact windows of their own: the programs are those of `pnpm --dir packages/redis run test:full` and `pnpm --dir packages/house run test:full`, which assert what does not depend on the machine. Other work on the machine takes from what is used of a quota, and a process that it keeps from its answers for longer than 0.5 s goes on by its part.",
          columns: [
            { key: "asked", title: "asked" },
            { key: "measured", title: "measured" },
          ],
          rows: figures.map(({ what, asked, measured }) => ({
            name: what,
            ours: true,
            values: { asked, measured },
          })),
        },
        {
          title: "What a client grows by",
          text: "Bytes, minified and compressed, by which Agora's client grows: for rows in bulk, which its document declares, what is loaded with it, and what is loaded with the first run where a bundler splits what is imported later; for a quota in memory, what a program that imports `memoryQuota` has more than one that does not, which has nothing of it.",
          columns: [
            { key: "start", title: "bytes with the client" },
            { key: "later", title: "bytes with the first run" },
          ],
          rows: [
            { name: "rows in bulk", ours: true, values: { ...bulkSize } },
            { name: "a quota in memory", ours: true, values: { ...quotaSize } },
          ],
        },
      ],
      targets: [
        {
          text: "1,000,000 rows with a journal: memory at most 120 MB over the start",
          figure: `${journaled.memory.toFixed(0)} MB, of which ${journaled.live.toFixed(0)} MB are in use`,
          reached: journaled.memory <= 120,
        },
        {
          text: "at most 20 µs of CPU a row, journal included",
          figure: `${journaled.cpu.toFixed(1)} µs`,
          reached: journaled.cpu <= 20,
        },
        {
          text: "median wait for a record under 5 ms",
          figure: `${journaled.sync.toFixed(1)} ms`,
          reached: journaled.sync < 5,
        },
        {
          text: "every row accepted",
          figure: journaled.accepted.toLocaleString("en"),
          reached: journaled.accepted === ROWS,
        },
        ...figures.map(targetOf),
        {
          text: "at most 1.2 kB of gzip for a quota in memory, where it is imported",
          figure: `${quotaSize.start} bytes`,
          reached: quotaSize.start <= 1229,
        },
        {
          text: "at most 2.0 kB of gzip for rows in bulk, where the document declares them",
          figure: `${bulkSize.start} bytes, and ${bulkSize.later} with the first run`,
          reached: bulkSize.start + bulkSize.later <= 2048,
        },
      ],
    };
  },
};

/** What a suite of the workspace found; one figure that says so where it has no Redis. */
async function figuresOf(packageName: string, suite: string): Promise<Figure[]> {
  const path = join(tmpdir(), `figures-${process.pid}.jsonl`);
  await rm(path, { force: true });
  const args = ["exec", "vitest", "run", "--config", "full/vitest.config.ts", suite];
  const ran = await run("pnpm", ["--dir", `${repository}packages/${packageName}`, ...args], {
    limit: 900,
    // Without a server its suites are left out, as on a laptop.
    env: { TRUNKLINE_FIGURES: path, CI: undefined, TRUNKLINE_REQUIRE_REDIS: undefined },
  });
  const text = await readFile(path, "utf8").catch(() => "");
  await rm(path, { force: true });
  const found = text.split("\n").flatMap((line) => (line ? [JSON.parse(line) as Figure] : []));
  const missing = /skipped: no redis-server/.exec(ran.stdout)?.[0];
  if (missing) return [{ what: "fleets on Redis", asked: "", measured: missing, isReached: false }, ...found];
  if (found.length === 0) throw new Error(`${packageName}: ${reasonOf(ran)}`);
  return found;
}

function targetOf({ what, asked, measured, isReached }: Figure): Target {
  return { text: asked ? `${what}: ${asked}` : what, figure: measured, reached: isReached };
}

interface Weight {
  /** Bytes of what is loaded with the client. */
  readonly start: number;
  /** Bytes of what is imported later. */
  readonly later: number;
}

const CLIENT = 'import { Agora } from "@trunkline/agora"; globalThis.client = new Agora();';
const WITH_QUOTA =
  'import { Agora } from "@trunkline/agora"; import { memoryQuota } from "@trunkline/runtime/quota"; globalThis.client = new Agora({ quota: memoryQuota() });';

/** By how much the client is more than without a part: without what rows in bulk are made of, or without a quota. */
async function weigh(part: Plugin | undefined): Promise<Record<keyof Weight, number>> {
  const [all, without] = part
    ? [await bundled(CLIENT), await bundled(CLIENT, part)]
    : [await bundled(WITH_QUOTA), await bundled(CLIENT)];
  return { start: all.start - without.start, later: all.later - without.later };
}

async function bundled(contents: string, part?: Plugin): Promise<Weight> {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents,
      resolveDir: work,
    },
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    outdir: "out",
    write: false,
    metafile: true,
    logLevel: "silent",
    plugins: part ? [part] : [],
  });
  const gzip = outputFiles.map(
    ({ path, contents }) => [path, gzipSync(contents, { level: 9 }).length] as const,
  );
  const sizeOf = (output: string): number => gzip.find(([path]) => path.endsWith(output))?.[1] ?? 0;
  const first = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === "<stdin>")?.[0];
  const loaded = new Set<string>();
  const load = (output: string | undefined): void => {
    if (output === undefined || loaded.has(output)) return;
    loaded.add(output);
    for (const { path, kind } of metafile.outputs[output]?.imports ?? []) {
      if (kind === "import-statement") load(path);
    }
  };
  load(first);
  const all = gzip.reduce((sum, [, size]) => sum + size, 0);
  const start = [...loaded].reduce((sum, output) => sum + sizeOf(output), 0);
  return { start, later: all - start };
}

const withoutBulk: Plugin = {
  name: "without-bulk",
  setup(made) {
    made.onLoad({ filter: /runtime[\\/]dist[\\/]bulk\.mjs$/ }, () => ({
      contents: "export const bulkRun = undefined; export const BulkError = undefined;",
    }));
  },
};
