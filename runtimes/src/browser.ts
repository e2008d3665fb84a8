import { existsSync } from "node:fs";
import { here } from "./folders.ts";
import { run } from "./run.ts";

const PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** Path of a Chromium, which Debian's package manager installs where it may; else why there is none. */
export async function findChromium(): Promise<{ readonly path: string } | { readonly missing: string }> {
  const path = process.env.CHROMIUM ?? PATHS.find(existsSync);
  if (path) return { path };
  if (process.getuid?.() !== 0) return { missing: "no Chromium, and only root installs it" };
  const options = { cwd: here, env: { DEBIAN_FRONTEND: "noninteractive" }, limit: 600_000 };
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]]) {
    const { code, stderr } = await run("apt-get", [...args, "-o", "Acquire::Retries=3"], options).catch(
      (error: unknown) => ({
        code: 1,
        stderr: String(error),
      }),
    );
    const [said = ""] = stderr.split("\n").filter((line) => /^E:|ENOENT/.test(line));
    if (code !== 0) return { missing: `apt-get ${args[0]} failed: ${said || `exit code ${code}`}` };
  }
  const installed = PATHS.find(existsSync);
  return installed ? { path: installed } : { missing: "apt-get installed no Chromium" };
}
