// `pnpm fuzz [documents] [seed]`: what it finds becomes a row of the corpus.
import { fuzz } from "./fuzz.ts";

const documents = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const started = performance.now();
const report = await fuzz(documents, seed);
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  `${report.documents} documents (seed ${seed}): ${report.made} made (${report.calls} calls), ${report.refused} refused, slowest ${report.slowest.toFixed(1)} s, ${seconds} s in all`,
);
if (report.failure !== undefined) {
  console.error(report.failure);
  process.exitCode = 1;
}
