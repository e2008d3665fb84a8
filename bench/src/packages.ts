import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { repository, work } from "./folders.ts";
import { must } from "./run.ts";

const PACKAGES = ["runtime", "node", "agentref", "agora", "agoralia", "buena"];

/** Packs what is built and installs the tarballs with npm, so that what is measured is what users have. */
export async function installPackages(): Promise<void> {
  const packed = `${work}packed`;
  await rm(packed, { recursive: true, force: true });
  await mkdir(packed, { recursive: true });
  await Promise.all(
    PACKAGES.map((name) =>
      must("pnpm", ["pack", "--pack-destination", packed], { cwd: `${repository}packages/${name}` }),
    ),
  );
  // A digest in the lock would refuse a tarball of the same version that was packed anew.
  await rm(`${work}package-lock.json`, { force: true });
  await rm(`${work}node_modules`, { recursive: true, force: true });
  await writeFile(`${work}package.json`, JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const tarballs = (await readdir(packed)).map((name) => `./packed/${name}`);
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"];
  await must("npm", ["install", ...quiet, ...tarballs], { cwd: work });
}
