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

const consumer = await makeConsumer();
await using servers = await startServers();
const rows: Row[] = [];

for (const program of PROGRAMS) {
  const named = { ...program, name: `${program.name.split(" ")[0]} ${await versionOf(program)}`.trim() };
  rows.push(await runIn(named, "ESM", consumer.esm, consumer, servers));
  rows.push(await runIn(named, "CJS", consumer.cjs, consumer, servers));
}

const [node] = PROGRAMS.filter(({ name }) => name === "Node 24");
const pages = [];
for (const [form, bundle] of Object.entries(BUNDLERS)) {
  if (node)
    rows.push(await runIn(node, form, await bundle(consumer, consumer.esm, "scenario"), consumer, servers));
  if (form !== "esbuild CJS")
    pages.push({ form, module: await bundle(consumer, join(consumer.folder, "browser.mjs"), "browser") });
}
rows.push(await runAsReactNative(consumer, servers));
rows.push(await runInWorkerd(consumer, servers));
rows.push(...(await runInChromium(pages, servers)));

console.log(formatTable(rows));
const types = await checkTypes(consumer);
console.log(`\n${types.table}`);
if (!types.ok || rows.some((row) => failuresOf(row).length > 0)) process.exitCode = 1;
await rm(consumer.folder, { recursive: true, force: true });
