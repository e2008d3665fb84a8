import { rm } from "node:fs/promises";
import { join } from "node:path";
import { BUNDLERS } from "./bundles.ts";
import { runInChromium } from "./chromium.ts";
import { makeConsumer } from "./consumer.ts";
import { PROGRAMS, runIn, versionOf } from "./processes.ts";
import { runAsReactNative } from "./react-native.ts";
import { failuresOf, type Row } from "./row.ts";
import { startServers } from "./servers.ts";
import { formatTable } from "./table.ts";
import { checkTypes } from "./types.ts";
import { runInWorkerd } from "./workerd.ts";

// Words choose what is run: `pnpm test:runtimes chromium deno`.
const words = process.argv.slice(2).map((word) => word.toLowerCase());
const isWanted = (name: string): boolean =>
  words.length === 0 || words.some((word) => name.toLowerCase().includes(word));

const consumer = await makeConsumer();
await using servers = await startServers();
const rows: Row[] = [];

for (const program of PROGRAMS.filter(({ name }) => isWanted(name))) {
  const named = { ...program, name: `${program.name.split(" ")[0]} ${await versionOf(program)}`.trim() };
  rows.push(await runIn(named, "ESM", consumer.esm, consumer, servers));
  rows.push(await runIn(named, "CJS", consumer.cjs, consumer, servers));
}
const node = PROGRAMS.find(({ name }) => name === "Node 24");
for (const [form, bundle] of Object.entries(BUNDLERS)) {
  if (!node || !isWanted(form)) continue;
  rows.push(await runIn(node, form, await bundle(consumer, consumer.esm, "scenario"), consumer, servers));
}
if (isWanted("React Native")) rows.push(await runAsReactNative(consumer, servers));
if (isWanted("workerd")) rows.push(await runInWorkerd(consumer, servers));
if (isWanted("Chromium")) {
  const pages = [];
  for (const [form, bundle] of Object.entries(BUNDLERS)) {
    if (form === "esbuild CJS") continue;
    pages.push({ form, module: await bundle(consumer, join(consumer.folder, "browser.mjs"), "browser") });
  }
  rows.push(...(await runInChromium(pages, servers)));
}
if (rows.length > 0) console.log(formatTable(rows));
let ok = rows.every((row) => failuresOf(row).length === 0);
if (isWanted("TypeScript")) {
  const types = await checkTypes(consumer);
  console.log(`${rows.length > 0 ? "\n" : ""}${types.table}`);
  ok &&= types.ok;
}
if (!ok) process.exitCode = 1;
await rm(consumer.folder, { recursive: true, force: true });
