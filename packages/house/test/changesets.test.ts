import { execFile } from "node:child_process";
import { cp, glob, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const exec = promisify(execFile);
const root = fileURLToPath(new URL("../../../", import.meta.url));

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), "trunkline-changesets-"));
  const files = ["package.json", "pnpm-workspace.yaml", ".changeset/config.json", ".changeset/changelog.js"];
  for await (const path of glob("{packages,examples}/*/package.json", { cwd: root })) files.push(path);
  for (const path of files) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await cp(join(root, path), join(workspace, path));
  }
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

async function versions(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const path of glob("packages/*/package.json", { cwd: workspace })) {
    const manifest = JSON.parse(await readFile(join(workspace, path), "utf8")) as Record<string, string>;
    if (manifest.private === undefined) found[String(manifest.name)] = String(manifest.version);
  }
  return found;
}

/** The versions that differ after a release of some changesets. */
async function release(changesets: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const before = await versions();
  for (const [name, bump] of Object.entries(changesets)) {
    const path = join(workspace, `.changeset/${name.replace(/\W+/g, "-")}.md`);
    await writeFile(path, `---\n"${name}": ${bump}\n---\n\nWhat users should know.\n`);
  }
  await exec(join(root, "node_modules/.bin/changeset"), ["version"], { cwd: workspace });
  return Object.fromEntries(
    Object.entries(await versions()).filter(([name, version]) => before[name] !== version),
  );
}

function major(version = ""): string {
  return version.replace(/^(0\.\d+|\d+).*/, "$1");
}

describe("a release", { timeout: 60_000 }, () => {
  it("of one vendor leaves all other packages alone", async () => {
    expect(Object.keys(await release({ "@trunkline/agora": "minor" }))).toEqual(["@trunkline/agora"]);
    const log = await readFile(join(workspace, "packages/agora/CHANGELOG.md"), "utf8");
    expect(log).toMatch(/### Minor Changes\n\n- What users should know\.\n$/);
  });

  it("of a patch of the runtime bumps no vendor", async () => {
    expect(Object.keys(await release({ "@trunkline/runtime": "patch" }))).toEqual(["@trunkline/runtime"]);
  });

  it("of a breaking runtime gives vendors a patch, which is all that their users see", async () => {
    const before = await versions();
    const after = await release({ "@trunkline/runtime": "minor" });
    expect(Object.keys(after)).toContain("@trunkline/agora");
    for (const [name, version] of Object.entries(after)) {
      if (name !== "@trunkline/runtime") expect(major(version), name).toBe(major(before[name]));
    }
    const log = await readFile(join(workspace, "packages/agora/CHANGELOG.md"), "utf8");
    expect(log).toMatch(/- Uses @trunkline\/runtime \d+\.\d+\.\d+\./);
  });
});
