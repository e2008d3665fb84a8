import { execFile } from "node:child_process";
import { promisify, stripVTControlCharacters } from "node:util";
import { root } from "./run.ts";

const exec = promisify(execFile);

interface Ended {
  readonly code?: number;
  readonly stdout: string;
  readonly stderr: string;
}

// Biome leaves out files that are larger than its limit without failing, so the files that it names as handled are
// counted against the files that are there.
const [{ stdout: tracked }, { code = 0, stdout, stderr }] = await Promise.all([
  exec(
    "git",
    [
      "ls-files",
      "--cached",
      "--others",
      "--exclude-standard",
      "*.ts",
      "*.tsx",
      "*.mts",
      "*.js",
      "*.mjs",
      "*.cjs",
      "*.json",
      "*.css",
      "*.astro",
    ],
    {
      cwd: root,
    },
  ),
  biome(),
]);
process.stdout.write(stdout);
process.stderr.write(stderr);
const expected = tracked.split("\n").filter((path) => path !== "").length;
const told = /Checked (\d+) files/.exec(stripVTControlCharacters(stdout + stderr));
const checked = Number(told?.[1] ?? Number.NaN);
if (code !== 0) {
  process.exitCode = code;
} else if (checked !== expected) {
  console.error(
    `Biome checked ${checked} files, but ${expected} are there. Compare: git ls-files, biome check --verbose.`,
  );
  process.exitCode = 1;
}

/** What Biome says of all files, with its exit code. */
async function biome(): Promise<Ended> {
  const colors = process.stdout.isTTY ? ["--colors=force"] : [];
  try {
    return await exec("biome", ["check", ...colors, "."], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const ended = error as Ended & Error;
    // What was never started says nothing of itself.
    if (typeof ended.code !== "number") throw error;
    return ended;
  }
}
