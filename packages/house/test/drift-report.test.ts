import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";

const exec = promisify(execFile);
const script = fileURLToPath(new URL("../../../scripts/ci/drift.ts", import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "trunkline-drift-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("shortens a report of any length to what an issue takes", async () => {
  await writeFile(join(folder, "report"), "- [ ] added: `GET /a`\n".repeat(100_000));
  expect(await drift(`cat "${folder}/report"; exit 1`)).toBe(0);
  const body = await readFile(join(folder, "drift.md"), "utf8");
  expect(body.length).toBeLessThan(65_536);
  expect(body).toMatch(/^- \[ \] added: `GET \/a`\n[\s\S]*… and more[\s\S]*trunkline drift --accept/);
});

it("leaves an empty report where nothing differs", async () => {
  expect(await drift("exit 0")).toBe(0);
  expect(await readFile(join(folder, "drift.md"), "utf8")).toBe("");
});

it("fails where nothing could be compared", async () => {
  expect(await drift("echo 'the vendor does not answer' >&2; exit 2")).toBe(2);
});

/** Runs the script with a stand-in for the command; its exit code. */
async function drift(body: string): Promise<number> {
  await writeFile(join(folder, "trunkline"), `#!/bin/sh\n${body}\n`);
  await chmod(join(folder, "trunkline"), 0o755);
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  const ran = exec(process.execPath, [script, "--report"], { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 });
  return ran.then(
    () => 0,
    ({ code }: { code: number }) => code,
  );
}
