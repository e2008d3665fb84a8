import { mkdir, rm, writeFile } from "node:fs/promises";
import { reasonOf, run } from "../run.ts";
import { compiles } from "./compiles.ts";
import { tools } from "./tools.ts";

/** What `trunkline add` made of a document. */
export interface Added {
  readonly seconds: number;
  /** Of the command and its children together, the most at any moment. */
  readonly megabytes: number;
  /** A package was made, whether or not all of it holds. */
  readonly isMade: boolean;
  /** The command ended with exit code 0. */
  readonly isGreen: boolean;
  readonly operations: number;
  readonly leftOut: number;
  readonly warnings: number;
  /** `68 of 68`. */
  readonly contract: string;
  /** `149 of 149`: of those that apply. */
  readonly faults: string;
  readonly types: string;
  readonly reason: string;
}

/** More than the defaults: the bounds are there against strangers, and this machine may be busy. */
const LIMITS = ["--time-limit", "120", "--memory-limit", "4000"];

/** Adds a document to a workspace of its own, with all that `add` proves. */
export async function add(name: string, path: string): Promise<Added> {
  const folder = `${tools}ours/${name}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const manifest = { name: "workspace", private: true, trunkline: { scope: "@stranger" } };
  await writeFile(`${folder}/package.json`, JSON.stringify(manifest));
  const cli = `${tools}node_modules/@trunkline/cli/bin/trunkline.cjs`;
  const ran = await run("node", [cli, "add", "vendor", path, "--no-install", ...LIMITS], {
    cwd: folder,
    limit: 900,
    memory: true,
  });
  const text = ran.stdout;
  await writeFile(`${folder}/told.txt`, `${text}\n${ran.stderr}`);
  const found = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? "";
  const isMade = /^. generate /m.test(text);
  // Where there was nothing to try, in words.
  const nothing = isMade ? "0 of 0" : "";
  return {
    seconds: ran.seconds,
    megabytes: ran.megabytes,
    isMade,
    isGreen: ran.code === 0,
    operations: Number(found(/^. document .* (\d+) operations?/m)),
    leftOut: Number(found(/left out (\d+)/)),
    warnings: Number(found(/^. generate .* (\d+) warnings?/m)),
    contract: found(/^. contract +(.*) cases$/m) || nothing,
    faults: found(/^. faults +(\d+ of \d+)/m) || nothing,
    types: isMade ? await compiles(`${folder}/packages/vendor/src`, { exact: true }) : "",
    reason: ran.code === 0 ? "" : reasonOf(ran),
  };
}
