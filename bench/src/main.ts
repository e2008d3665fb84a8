import { mkdir, writeFile } from "node:fs/promises";
import { bulk } from "./benches/bulk.ts";
import { bundle } from "./benches/bundle.ts";
import { call } from "./benches/call.ts";
import { cost } from "./benches/cost.ts";
import { documents } from "./benches/documents.ts";
import { generateBench } from "./benches/generate.ts";
import { importBench } from "./benches/import.ts";
import { install } from "./benches/install.ts";
import { large } from "./benches/large.ts";
import { pages } from "./benches/pages.ts";
import { types } from "./benches/types.ts";
import { here } from "./folders.ts";
import { describeMachine, load, versions } from "./machine.ts";
import { installPackages } from "./packages.ts";
import { copyPrograms } from "./programs.ts";
import { type Recorded, writeReport } from "./report.ts";
import { formatTable } from "./table.ts";

const BENCHES = [
  call,
  cost,
  bundle,
  importBench,
  types,
  generateBench,
  large,
  install,
  pages,
  bulk,
  documents,
];

const words = process.argv.slice(2);
const wanted = words.filter((name) => BENCHES.some((bench) => bench.name === name));
const asked = words.filter((word) => !wanted.includes(word));
const takes = wanted.length === 1 ? BENCHES.find(({ name }) => name === wanted[0])?.takes : undefined;
const taken = takes ? [...(await takes.titles()), ...takes.flags] : [];
const unknown = asked.filter((word) => !taken.includes(word));
if (unknown.length > 0) {
  const there = takes ? taken : BENCHES.map(({ name }) => name);
  console.error(`There is no ${unknown.join(", ")}. There are: ${there.join(", ")}.`);
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
  const result = await bench.run(asked);
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
