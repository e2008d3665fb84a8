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

/** A command that stands first in the path. */
async function command(name: string, body: string): Promise<void> {
  await writeFile(join(folder, name), `#!/bin/sh\n${body}\n`);
  await chmod(join(folder, name), 0o755);
}

it.each([
  ["opens", "[]", "issue create --title Vendors have changed their descriptions --body-file -"],
  [
    "brings up to date",
    '[{"number":7,"title":"Vendors have changed their descriptions"}]',
    "issue edit 7 --body-file -",
  ],
])("%s an issue with a report of any length", async (_what, issues, asked) => {
  await writeFile(join(folder, "report"), "- [ ] added: `GET /a`\n".repeat(100_000));
  await command("trunkline", `cat "${folder}/report"; exit 1`);
  await command(
    "gh",
    `if [ "$2" = list ]; then echo '${issues}'; else echo "$*" > "${folder}/asked"; cat > "${folder}/body"; fi`,
  );
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  await exec(process.execPath, [script, "--issue"], { env, maxBuffer: 64 * 1024 * 1024 });
  expect((await readFile(join(folder, "asked"), "utf8")).trim()).toBe(asked);
  const body = await readFile(join(folder, "body"), "utf8");
  expect(body.length).toBeLessThan(65_536);
  expect(body).toMatch(/^- \[ \] added: `GET \/a`\n[\s\S]*… and more[\s\S]*trunkline drift --accept/);
});
