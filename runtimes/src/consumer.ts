import { cp, mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { here, repository } from "./folders.ts";
import { must } from "./run.ts";

const PACKAGES = ["runtime", "node", "agentref", "agora", "agoralia", "buena"];

/** A folder outside the repository in which the packed packages are installed, as a user has them. */
export interface Consumer {
  readonly folder: string;
  /** The scenario with its imports as they are. */
  readonly esm: string;
  readonly cjs: string;
}

/** Packs what is built, installs the tarballs with npm, and puts the scenario beside them. */
export async function makeConsumer(): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-consumer-"));
  const packed = join(folder, "packed");
  await mkdir(packed);
  await Promise.all(
    PACKAGES.map((name) =>
      must("pnpm", ["pack", "--pack-destination", packed], { cwd: join(repository, "packages", name) }),
    ),
  );
  const tarballs = (await readdir(packed)).map((name) => `./packed/${name}`);
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"];
  await must("npm", ["install", ...quiet, ...tarballs], { cwd: folder });

  await cp(join(here, "scenario"), folder, { recursive: true });
  const esm = join(folder, "scenario.mjs");
  const cjs = join(folder, "scenario.cjs");
  const source = (name: string): string => join(folder, `${name}.mts`);
  await build({
    entryPoints: ["scenario", "redirects", "browser", "worker"].map(source),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    format: "esm",
    target: "es2022",
  });
  // One file, which asks for the packages by require().
  const packages = "external";
  await build({
    entryPoints: [source("scenario")],
    outfile: cjs,
    bundle: true,
    packages,
    format: "cjs",
    target: "es2022",
  });
  return { folder, esm, cjs };
}
