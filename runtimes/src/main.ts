import { rm } from "node:fs/promises";
import { join } from "node:path";
import { BUNDLERS } from "./bundles.ts";
import { runInChromium } from "./chromium.ts";
import { type Consumer, makeConsumer } from "./consumer.ts";
import { withDelivery } from "./deliveries.ts";
import { runInNext } from "./next.ts";
import { PROGRAMS, runIn, versionOf } from "./processes.ts";
import { runAsReactNative } from "./react-native.ts";
import { failuresOf, isSkipped, type Row } from "./row.ts";
import { startServers } from "./servers.ts";
import { formatTable } from "./table.ts";
import { checkTypes } from "./types.ts";
import { runInWorkerd } from "./workerd.ts";

// Words choose what is run: `pnpm test:runtimes chromium deno`.
const words = process.argv.slice(2).map((word) => word.toLowerCase());
const isWanted = (name: string): boolean =>
  words.length === 0 || words.some((word) => name.toLowerCase().includes(word));

const consumer = await makeConsumer();
try {
  // Side by side: the rows wait for servers most of the time, the compilers never do.
  const [rows, types] = await Promise.all([
    runAll(consumer),
    isWanted("TypeScript") ? checkTypes(consumer) : undefined,
  ]);
  if (rows.length > 0) console.log(formatTable(rows));
  if (types) console.log(`${rows.length > 0 ? "\n" : ""}${types.table}`);
  const skipped = rows.filter(({ outcome }) => isSkipped(outcome)).length;
  const failed = rows.filter((row) => failuresOf(row).length > 0).length;
  const compiled = types ? `; types ${types.ok ? "ok" : "FAIL"}` : "";
  console.log(`\n${rows.length - skipped - failed} rows ok, ${failed} failed, ${skipped} skipped${compiled}`);
  // Where everything can be installed, what is not there is not proven.
  const isLacking = skipped > 0 && Boolean(process.env.CI);
  if (isLacking) console.log("In CI a row that is skipped is a failure.");
  if (failed > 0 || isLacking || types?.ok === false) process.exitCode = 1;
} finally {
  await rm(consumer.folder, { recursive: true, force: true });
}

async function runAll(consumer: Consumer): Promise<readonly Row[]> {
  await using servers = await startServers();
  const rows: Row[] = [];
  for (const program of PROGRAMS.filter(({ name }) => isWanted(name))) {
    const named = { ...program, name: `${program.name.split(" ")[0]} ${await versionOf(program)}`.trim() };
    const row = await runIn(named, "ESM", consumer.esm, consumer, servers);
    rows.push(await withDelivery(row, named, consumer));
    rows.push(await runIn(named, "CJS", consumer.cjs, consumer, servers));
    const overTransport = true;
    rows.push(await runIn(named, "transport", consumer.esm, consumer, servers, { overTransport }));
    rows.push(await runIn(named, "transport CJS", consumer.cjs, consumer, servers, { overTransport }));
  }
  const node = PROGRAMS.find(({ name }) => name === "Node 24");
  for (const [form, bundle] of Object.entries(BUNDLERS)) {
    if (!node || !isWanted(form)) continue;
    rows.push(await runIn(node, form, await bundle(consumer, consumer.esm, "scenario"), consumer, servers));
  }
  if (isWanted("React Native")) rows.push(await runAsReactNative(consumer, servers));
  if (isWanted("workerd")) rows.push(await runInWorkerd(consumer, servers));
  if (isWanted("Next.js")) rows.push(...(await runInNext(consumer, node?.path ?? "", servers)));
  if (isWanted("Chromium")) {
    const pages = [];
    for (const [form, bundle] of Object.entries(BUNDLERS)) {
      if (form === "esbuild CJS") continue;
      pages.push({ form, module: await bundle(consumer, join(consumer.folder, "browser.mjs"), "browser") });
    }
    rows.push(...(await runInChromium(pages, servers)));
  }
  return rows;
}
