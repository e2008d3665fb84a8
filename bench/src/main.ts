import { mkdir, writeFile } from "node:fs/promises";
import { bundle } from "./benches/bundle.ts";
import { call } from "./benches/call.ts";
import { cost } from "./benches/cost.ts";
import { documents } from "./benches/documents.ts";
import { generateBench } from "./benches/generate.ts";
import { importBench } from "./benches/import.ts";
import { install } from "./benches/install.ts";
import { pages } from "./benches/pages.ts";
import { types } from "./benches/types.ts";
import { here } from "./folders.ts";
import { describeMachine, load, versions } from "./machine.ts";
import { installPackages } from "./packages.ts";
import { copyPrograms } from "./programs.ts";
import { type Recorded, writeReport } from "./report.ts";
import { formatTable } from "./table.ts";

const BENCHES = [call, cost, bundle, importBench, types, generateBench, install, pages, documents];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(", ")}. There are: ${BENCHES.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

// What is told of documents needs none of them.
if (wanted.join() !== "documents") {
  await copyPrograms();
  await installPackages();
}
await mkdir(`${here}results`, { recursive: true });
for (const bench of BENCHES) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  const context = {
    measured: new Date().toISOString().slice(0, 10),
    load: load(),
    machine: describeMachine(),
  };
  const began = performance.now();
  const result = await bench.run();
  const seconds = Math.round((performance.now() - began) / 1000);
  const recorded: Recorded = {
    bench: bench.name,
    title: bench.title,
    ...context,
    seconds,
    versions: versions(),
    ...result,
  };
  await writeFile(`${here}results/${bench.name}.json`, `${JSON.stringify(recorded, undefined, 2)}\n`);
  for (const table of result.tables) console.log(`\n${table.title}\n\n${formatTable(table)}`);
  console.log("");
  for (const { text, figure, reached } of result.targets) {
    console.log(`${reached ? "reached" : "missed "}  ${text}: ${figure}`);
  }
}
await writeReport(BENCHES.map(({ name }) => name));
