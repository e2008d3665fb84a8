// `node test/flaws/break-run.ts <document> [breaks] [seed] [compile]`: what it finds becomes a row of a table.
import { readDocument } from "../../src/read/read-document.ts";
import { typeCheckFiles } from "../support/type-check.ts";
import { breakMany, sourcesOf } from "./break-many.ts";

const [path = "", breaks = "100", seed = "1", compile] = process.argv.slice(2);
const { document: base } = await readDocument(path);
const started = performance.now();
const report = await breakMany(base, Number(breaks), Number(seed));
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `${path}: ${report.breaks} breaks (seed ${seed}), ${report.costly} cost operations, ${report.failures.length} wrong, ${seconds} s`,
);
for (const failure of report.failures) console.log(`  ${failure}`);
if (compile !== undefined) {
  const faults = await typeCheckFiles(sourcesOf(report.made));
  for (const fault of faults) console.log(`  ${fault} <- ${report.made[Number(fault.split("/")[0])]?.what}`);
  console.log(`${report.made.length} packages compiled, ${faults.length} errors`);
}
process.exitCode = report.failures.length === 0 ? 0 : 1;
