import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { root } from "./run.ts";

const exec = promisify(execFile);

// Biome leaves out files that are larger than its limit without failing, so the files that it names as handled are
// counted against the files that are there.
const [{ stdout: tracked }, { stdout, stderr }] = await Promise.all([
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
  exec("biome", ["check", "--colors=off", "."], { cwd: root }),
]);
const expected = tracked.split("\n").filter((path) => path !== "").length;
const checked = Number(/Checked (\d+) files/.exec(`${stdout}${stderr}`)?.[1] ?? Number.NaN);
if (checked !== expected) {
  console.error(
    `Biome checked ${checked} files, but ${expected} are there. Compare: git ls-files, biome check --verbose.`,
  );
  process.exitCode = 1;
}
