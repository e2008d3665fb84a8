import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { work } from "../folders.ts";
import type { Bench, Row } from "../result.ts";
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
  /** Median milliseconds that a record takes. */
  readonly sync: number;
}

/** A million rows through one operation, with and without a journal. */
export const bulk: Bench = {
  name: "bulk",
  title: "A million rows",
  async run() {
    await using server = await startServer("bulk/server.mjs");
    const upload = async (journal: string): Promise<Uploaded> => {
      const program = `${work}programs/bulk/upload.mjs`;
      const ran = await run("node", [program, server.url, String(ROWS), journal], {
        limit: 600,
      });
      if (ran.code !== 0) throw new Error(reasonOf(ran));
      return JSON.parse(ran.stdout) as Uploaded;
    };
    const journal = join(tmpdir(), `bulk-${process.pid}.journal`);
    const journaled = await upload(journal);
    await rm(journal, { force: true });
    const plain = await upload("none");
    const sizes = await weigh();
    const row = (name: string, { seconds, cpu, memory, sync, accepted }: Uploaded): Row => ({
      name,
      ours: true,
      values: { seconds, cpu, memory, sync: sync || "", accepted },
    });
    const requests = ROWS / CHUNK;
    const minutes = Math.ceil(requests / A_MINUTE);
    return {
      tables: [
        {
          title: "1,000,000 leads in requests of 500",
          text: `Agora's \`leads.uploadAll\` over a generator of rows, to a loopback server in a process of its own: CPU of the client's process, journal included; its resident memory over that after the first 5,000 rows; the median wait for a record of the journal to be on the disk. Beside that, what the API allows decides: ${requests.toLocaleString("en")} requests at ${A_MINUTE} a minute, as Agoralia lets one address send, take ${minutes} minutes.`,
          columns: [
            { key: "seconds", title: "seconds", digits: 1 },
            { key: "cpu", title: "µs of CPU a row", digits: 1 },
            { key: "memory", title: "MB over the start" },
            { key: "sync", title: "ms for a record", digits: 1 },
            { key: "accepted", title: "accepted" },
          ],
          rows: [row("with a journal", journaled), row("without", plain)],
        },
        {
          title: "What a client grows by",
          text: "Bytes, minified and compressed, by which Agora's client grows for rows in bulk: what is loaded with it, and what is loaded with the first run where a bundler splits what is imported later.",
          columns: [
            { key: "start", title: "bytes with the client" },
            { key: "later", title: "bytes with the first run" },
          ],
          rows: [{ name: "@trunkline/agora", ours: true, values: sizes }],
        },
      ],
      targets: [
        {
          text: "memory at most 120 MB over the start",
          figure: `${journaled.memory.toFixed(0)} MB`,
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
        {
          text: "at most 2.0 kB of gzip where the document declares it",
          figure: `${sizes.start} bytes, and ${sizes.later} with the first run`,
          reached: sizes.start + sizes.later <= 2048,
        },
      ],
    };
  },
};

interface Weight {
  /** Bytes of what is loaded with the client. */
  readonly start: number;
  /** Bytes of what is imported later. */
  readonly later: number;
}

/** By how much the client with its method for rows is more than the same without what that is made of. */
async function weigh(): Promise<Record<keyof Weight, number>> {
  const [all, without] = [await bundled(false), await bundled(true)];
  return { start: all.start - without.start, later: all.later - without.later };
}

async function bundled(isWithout: boolean): Promise<Weight> {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: 'import { Agora } from "@trunkline/agora"; globalThis.client = new Agora();',
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
    plugins: isWithout ? [withoutBulk] : [],
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
