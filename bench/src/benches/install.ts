import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { firstDay } from "../first-day.ts";
import { repository, work } from "../folders.ts";
import { withNeeded } from "../needed.ts";
import type { Bench, Row } from "../result.ts";
import { must } from "../run.ts";

interface Installed {
  readonly packages: number;
  readonly megabytes: number;
  readonly scripts: number;
  readonly seconds: number;
}

/** The command that generates, of each project, as its own documentation has it installed. */
const PEERS = { "hey-api": "@hey-api/openapi-ts", orval: "orval", Redocly: "@redocly/cli" };

const folder = `${work}install/`;

/** What the command of each project costs to install. */
export const install: Bench = {
  name: "install",
  title: "What it takes to install the command",
  async run() {
    await rm(folder, { recursive: true, force: true });
    await mkdir(`${folder}packed`, { recursive: true });
    for (const name of await withNeeded(["cli"])) {
      await must("pnpm", ["pack", "--pack-destination", `${folder}packed`], {
        cwd: `${repository}packages/${name}`,
      });
    }
    const { devDependencies } = JSON.parse(await readFile(`${repository}bench/package.json`, "utf8")) as {
      devDependencies: Readonly<Record<string, string>>;
    };
    const packed = await readdir(`${folder}packed`);
    const ours = await measure(
      "trunkline",
      packed.map((name) => `file:../packed/${name}`),
    );
    const rows: Row[] = [rowOf("trunkline", ours, true)];
    for (const [name, from] of Object.entries(PEERS)) {
      rows.push(rowOf(name, await measure(name, [`${from}@${devDependencies[from]}`])));
    }
    const day = await firstDay();
    return {
      tables: [
        {
          title: "Install",
          text: "`npm install` of the command into an empty project, packages from npm's cache: packages and megabytes in `node_modules`, packages with an install script, seconds by the clock.",
          columns: [
            { key: "packages", title: "packages" },
            { key: "megabytes", title: "MB" },
            { key: "scripts", title: "install scripts" },
            { key: "seconds", title: "seconds", digits: 1 },
          ],
          rows,
        },
        day.table,
      ],
      targets: [
        target("megabytes of our command: at most 120", ours.megabytes, 120),
        target("packages: at most 60", ours.packages, 60),
        target("install scripts: 0", ours.scripts, 0),
        {
          text: "init and add of 20 operations, proven: at most 40 s",
          figure: `${day.seconds.toFixed(1)} s`,
          reached: day.seconds <= 40,
        },
      ],
    };
  },
};

function target(text: string, figure: number, most: number) {
  return { text, figure: String(figure), reached: figure <= most };
}

function rowOf(name: string, { packages, megabytes, scripts, seconds }: Installed, ours = false): Row {
  return { name, ours, values: { packages, megabytes, scripts, seconds } };
}

async function measure(name: string, wanted: readonly string[]): Promise<Installed> {
  const cwd = `${folder}${name}`;
  await mkdir(cwd, { recursive: true });
  await writeFile(`${cwd}/package.json`, '{ "private": true }');
  const args = ["install", "--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts", ...wanted];
  // Once before it counts, so that the network does not.
  await must("npm", args, { cwd });
  await rm(`${cwd}/node_modules`, { recursive: true });
  const began = performance.now();
  await must("npm", args, { cwd });
  const seconds = (performance.now() - began) / 1000;
  const { packages } = JSON.parse(await readFile(`${cwd}/node_modules/.package-lock.json`, "utf8")) as {
    packages: Readonly<Record<string, { hasInstallScript?: boolean }>>;
  };
  const all = Object.values(packages);
  return {
    packages: all.length,
    megabytes: Math.round((await bytesOf(`${cwd}/node_modules`)) / 1e6),
    scripts: all.filter((one) => one.hasInstallScript === true).length,
    seconds,
  };
}

async function bytesOf(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  let sum = 0;
  for (const entry of entries)
    if (entry.isFile()) sum += (await stat(join(entry.parentPath, entry.name))).size;
  return sum;
}
