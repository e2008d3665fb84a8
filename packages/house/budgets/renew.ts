import { readFile, writeFile } from "node:fs/promises";
import { compareBudgets } from "./compare.ts";
import { budgetsFile } from "./folders.ts";
import { type Budgets, measure } from "./measure.ts";

const text = await readFile(budgetsFile, "utf8").catch(() => undefined);
const now = await measure();
await writeFile(budgetsFile, `${JSON.stringify(now, undefined, 2)}\n`);
if (text !== undefined)
  for (const line of compareBudgets(JSON.parse(text) as Budgets, now)) console.log(line);
for (const [name, { gzip }] of Object.entries(now.bytes)) {
  console.log(`${name.padEnd(20)} ${(gzip / 1000).toFixed(2).padStart(6)} kB, minified and compressed`);
}
console.log("packages/house/budgets/budgets.json holds what is built now.");
