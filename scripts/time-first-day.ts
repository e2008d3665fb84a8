import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConsumer } from "./release/consumer.ts";
import { pack } from "./release/pack.ts";
import { publicPackages } from "./release/packages.ts";
import { startRegistry } from "./release/registry.ts";
import { documentOf, operations, publisher } from "./workspaces/publisher.ts";
import { type Timed, timeLines } from "./workspaces/time-lines.ts";

// Prints as JSON what `init` and `add` of a document of twenty operations take in an empty folder, packages from npm's cache:
// the command is installed, the workspace made, the package generated, installed, built and proven.
const folder = await mkdtemp(join(tmpdir(), "trunkline-first-day-"));
try {
  const packages = await publicPackages();
  await using registry = await startRegistry(await pack(packages, folder));
  await using source = await publisher();
  source.publish(documentOf(operations));
  const version = packages.find(({ name }) => name === "@trunkline/cli")?.version;
  // npx keeps what it installed by name and version, and another build may have the same.
  const cache = join(folder, "cache");
  // Once before it counts, so that the network does not.
  await day(registry.url, source.url, `${version}`, cache);
  await rm(join(cache, "_npx"), { recursive: true });
  console.log(JSON.stringify(await day(registry.url, source.url, `${version}`, cache)));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function day(
  registry: string,
  document: string,
  version: string,
  cache: string,
): Promise<Readonly<Record<"init" | "add", Timed>>> {
  await using team = await createConsumer("timed", registry);
  const inFolder = (...command: readonly string[]): Promise<Timed> =>
    timeLines(command, team.folder, team.env);
  const npx = ["npx", "--cache", cache, "--prefer-offline", "-y", "-p", `@trunkline/cli@${version}`];
  const init = await inFolder(...npx, "trunkline", "init", "--scope", "@shop");
  const add = await inFolder(...npx, "trunkline", "add", "shop", document);
  return { init, add };
}
