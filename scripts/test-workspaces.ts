import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pack } from "./release/pack.ts";
import { publicPackages } from "./release/packages.ts";
import { startRegistry } from "./release/registry.ts";
import { must } from "./run.ts";
import { firstDay } from "./workspaces/first-day.ts";
import { kinds } from "./workspaces/kinds.ts";
import { publisher } from "./workspaces/publisher.ts";
import { secondMonth } from "./workspaces/second-month.ts";

// What a team does with an API of its own, played from tarballs in folders that are thrown away: its first day in each kind of
// workspace, its second month, and its release. Names of kinds as arguments play those alone.
const wanted = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "trunkline-workspaces-"));
try {
  await must("turbo", "run", "build", "--output-logs=errors-only");
  await using registry = await startRegistry(await pack(await publicPackages(), folder));
  await using source = await publisher();
  for (const kind of kinds) {
    if (wanted.length > 0 && !wanted.includes(kind.name)) continue;
    const began = performance.now();
    await using team = await firstDay(kind, registry.url, source);
    console.log(`${kind.name}: first day, ${secondsSince(began)} s`);
    if (kind.name === "empty") await secondMonth(team, source);
    console.log(`ok ${kind.name}, ${secondsSince(began)} s`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 1000);
}
