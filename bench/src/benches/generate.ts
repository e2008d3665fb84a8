import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { DOCUMENTS, type Document } from "../documents.ts";
import { again, folderOf, GENERATORS, type Generator, generate } from "../generators.ts";
import { type Bench, type Failure, type Row, replaced, type Table } from "../result.ts";
import type { Ran } from "../run.ts";
import { median } from "../stats.ts";

/** What it takes to make a client. */
export const generateBench: Bench = {
  name: "generate",
  title: "Generating a client",
  async run() {
    const tables: Table[] = [];
    for (const document of DOCUMENTS) tables.push(await measure(document));
    const of = (table: number, row: number, key: string): number =>
      Number(tables[table]?.rows[row]?.values[key]);
    const [time, memory] = [
      of(2, 0, "seconds") / of(2, 1, "seconds"),
      of(2, 0, "megabytes") / of(2, 1, "megabytes"),
    ];
    const nothing = DOCUMENTS.map((_, i) => of(i, 0, "again"));
    return {
      tables,
      targets: [
        {
          text: "GitHub's: at most 2 × openapi-typescript's time",
          figure: `${time.toFixed(2)} ×`,
          reached: time <= 2,
        },
        {
          text: "GitHub's: at most 2 × openapi-typescript's memory",
          figure: `${memory.toFixed(2)} ×`,
          reached: memory <= 2,
        },
        replaced({
          text: "GitHub's: below hey-api in time",
          figure: `${of(2, 0, "seconds").toFixed(1)} s against ${of(2, 2, "seconds").toFixed(1)} s`,
          reached: of(2, 0, "seconds") < of(2, 2, "seconds"),
        }),
        replaced({
          text: "GitHub's: below hey-api in memory",
          figure: `${of(2, 0, "megabytes").toFixed(0)} MB against ${of(2, 2, "megabytes").toFixed(0)} MB`,
          reached: of(2, 0, "megabytes") < of(2, 2, "megabytes"),
        }),
        replaced({
          text: "nothing changed: under 0.5 s",
          figure: nothing.map((seconds) => `${seconds.toFixed(2)} s`).join(", "),
          reached: nothing.every((seconds) => seconds < 0.5),
        }),
      ],
    };
  },
};

/** Seconds after which a generator is not run again on the same document. */
const PATIENCE = 40;

const ALL: readonly Generator[] = Object.values(GENERATORS);

async function measure(document: Document): Promise<Table> {
  const isLarge = document.name === "github";
  const rounds = isLarge ? 2 : 3;
  const runs = new Map<Generator, { fresh: Ran[]; again: Ran[] }>(
    ALL.map((one) => [one, { fresh: [], again: [] }]),
  );
  const failed = new Map<Generator, Failure>();
  for (let round = 0; round < rounds; round++) {
    for (const generator of ALL) {
      // One that takes minutes takes part once.
      if (failed.has(generator) || (runs.get(generator)?.fresh[0]?.seconds ?? 0) > PATIENCE) continue;
      const made = await generate(generator, document);
      if (made.failed) failed.set(generator, made.failed);
      else runs.get(generator)?.fresh.push(made.ran);
      if (made.failed || generator.ours !== true) continue;
      for (let i = 0; i < 3; i++) {
        const { ran } = await again(generator, document);
        if (ran.code === 0) runs.get(generator)?.again.push(ran);
      }
    }
  }
  const rows: Row[] = [];
  for (const generator of ALL) {
    const { name, ours = false } = generator;
    const failure = failed.get(generator);
    if (failure) {
      rows.push({ name, ours, values: {}, failed: failure });
      continue;
    }
    const { fresh = [], again: repeated = [] } = runs.get(generator) ?? {};
    rows.push({
      name,
      ours,
      values: {
        seconds: median(fresh.map(({ seconds }) => seconds)),
        megabytes: median(fresh.map(({ megabytes }) => megabytes)),
        lines: await countLines(join(folderOf(generator, document), generator.output)),
        again: repeated.length > 0 ? median(repeated.map(({ seconds }) => seconds)) : "",
      },
    });
  }
  return {
    title: `A client of ${document.title}`,
    text: `Seconds from start to end of each project's own command, into an empty folder; the most memory of the program and its children at any moment; lines of TypeScript. Ours with all checks on, of the document and of what was written, formatted, with documentation, tests and the raw client's schema; medians of ${rounds} rounds in turn, one for a generator that takes over ${PATIENCE} s. The last column: again, with nothing changed.`,
    columns: [
      { key: "seconds", title: "seconds", digits: 2 },
      { key: "megabytes", title: "MB" },
      { key: "lines", title: "lines" },
      { key: "again", title: "again, seconds", digits: 2 },
    ],
    rows,
    chart: "seconds",
  };
}

async function countLines(path: string): Promise<number> {
  if ((await stat(path)).isFile()) return (await readFile(path, "utf8")).split("\n").length;
  let sum = 0;
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    sum += (await readFile(join(entry.parentPath, entry.name), "utf8")).split("\n").length;
  }
  return sum;
}
