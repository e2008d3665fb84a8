import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { checkFences } from "../packages/house/fences/check.ts";
import { fencesOfPage } from "../packages/house/fences/extract.ts";
import { gatherFences } from "../packages/house/fences/gather.ts";
import { root } from "./run.ts";

// Without arguments all fences of the repository, else those of the pages that are named.
const pages = process.argv.slice(2);
const { counts, faults } = await checkFences<string>(root, async (packages) => {
  if (pages.length === 0) return gatherFences(root, packages);
  const found = await Promise.all(
    pages.map(async (path) => fencesOfPage(await readFile(path, "utf8"), relative(root, resolve(path)))),
  );
  return new Map([["pages", found.flat()]]);
});
for (const { path, line, column, message } of faults) console.error(`${path}:${line}:${column} ${message}`);
// A kind without a fence is one that nothing looked at.
for (const [kind, count] of counts) if (count === 0) console.error(`No fence was found in ${kind}.`);
const told = [...counts].map(([kind, count]) => `${count} in ${kind}`).join(", ");
if (faults.length > 0 || [...counts.values()].includes(0)) process.exitCode = 1;
else console.log(`Fences compile with both compilers: ${told}.`);
