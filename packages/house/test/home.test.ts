import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { cp, glob, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";

const exec = promisify(execFile);
const root = fileURLToPath(new URL("../../../", import.meta.url));
const REPOSITORY = "https://git.acme.example/clients";

/** What the scripts read of this repository. */
let template: string;
/** The same, where every package names the repository, and which is one of git's. */
let homed: string;
let workspace: string;
beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), "trunkline-home-template-"));
  const files = ["package.json", "packages/generator/src/emit/package/home.ts"];
  for await (const path of glob(["packages/*/package.json", "scripts/**/*.ts"], { cwd: root }))
    files.push(path);
  for (const path of files) {
    await mkdir(dirname(join(template, path)), { recursive: true });
    await cp(join(root, path), join(template, path));
  }
  homed = await mkdtemp(join(tmpdir(), "trunkline-home-named-"));
  workspace = homed;
  await cp(template, homed, { recursive: true });
  await configure(REPOSITORY);
  await writeHomes();
  await nameInEmitted();
  await exec("git", ["init", "--quiet"], { cwd: homed });
});
afterAll(async () => {
  for (const folder of [template, homed]) await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), "trunkline-home-"));
  await cp(template, workspace, { recursive: true });
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

async function change(path: string, fields: (manifest: Record<string, unknown>) => object): Promise<void> {
  const manifest = JSON.parse(await readFile(join(workspace, path), "utf8")) as Record<string, unknown>;
  await writeFile(join(workspace, path), JSON.stringify({ ...manifest, ...fields(manifest) }));
}

const configure = (repository: string | undefined): Promise<void> =>
  change("package.json", ({ trunkline }) => ({ trunkline: { ...(trunkline as object), repository } }));

/** What a script says, and nothing when all is well. */
async function run(...args: readonly string[]): Promise<string> {
  try {
    await exec(process.execPath, args, { cwd: workspace });
    return "";
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
}

/** Writes the addresses, without what makes the emitted packages anew. */
const writeHomes = (): Promise<string> =>
  run("--input-type=module", "--eval", 'await (await import("./scripts/release/homes.ts")).writeHomes()');

/** Packages that the generator writes: one for each vendor. */
const EMITTED = globSync("specs/*/openapi.yaml", { cwd: root })
  .map((path) => path.split("/")[1] as string)
  .sort();

/** What the generator would write of the repository. */
async function nameInEmitted(): Promise<void> {
  for (const name of EMITTED) {
    await change(`packages/${name}/package.json`, () => ({
      homepage: undefined,
      bugs: undefined,
      repository: { type: "git", url: `git+${REPOSITORY}.git`, directory: `packages/${name}` },
    }));
  }
}

it.each(["home.ts --check", "publish.ts", "publish.ts --dry", "dry.ts", "dry.ts --keep"])(
  "without the repository's address, release/%s stops in words",
  async (script) => {
    await configure(undefined);
    const said = await run(...`scripts/release/${script}`.split(" "));
    expect(said).toMatch(/^The address of this repository is not set\. .*"repository" under "trunkline"/);
    expect(said).not.toContain("    at ");
  },
);

it("a package that does not name it is named", async () => {
  await configure(REPOSITORY);
  expect(await run("scripts/release/home.ts", "--check")).toMatch(
    /^packages\/agentref\/package\.json does not name the repository.*\n(?:.*\n)*Run `pnpm release:home` and commit\.\n$/,
  );
});

it("every public package names it once it is set", async () => {
  await configure(REPOSITORY);
  expect(await writeHomes()).toBe("");
  const runtime = JSON.parse(await readFile(join(workspace, "packages/runtime/package.json"), "utf8"));
  expect(runtime.repository).toEqual({
    type: "git",
    url: `git+${REPOSITORY}.git`,
    directory: "packages/runtime",
  });
  const left = await run("scripts/release/home.ts", "--check");
  // What the generator writes it does not touch.
  expect(left.match(/^packages\/\w+/gm)).toEqual(EMITTED.map((name) => `packages/${name}`));
  await nameInEmitted();
  expect(await run("scripts/release/home.ts", "--check")).toBe("");
  // Writing them again changes nothing, and taking the address away takes them away.
  await configure(undefined);
  await writeHomes();
  const before = JSON.parse(await readFile(join(root, "packages/runtime/package.json"), "utf8"));
  const after = JSON.parse(await readFile(join(workspace, "packages/runtime/package.json"), "utf8"));
  const without = { repository: undefined, homepage: undefined, bugs: undefined };
  expect({ ...after, ...without }).toEqual({ ...before, ...without });
});

/** Every package names the repository, and this is a clone of another. */
async function cloneOf(origin: string | undefined): Promise<void> {
  await cp(homed, workspace, { recursive: true });
  if (origin !== undefined) await exec("git", ["remote", "add", "origin", origin], { cwd: workspace });
}

const OTHER_ORIGINS = [
  "https://git.acme.example/fork",
  "https://key_of_somebody@git.other.example/clients.git",
  "git@git.acme.example:somebody/clients.git",
  "https://git.acme.example.other.example/clients",
  "/srv/clients",
  "file:///srv/clients",
  undefined,
];

it.each(OTHER_ORIGINS)("a clone of %s is not released", async (origin) => {
  await cloneOf(origin);
  // All of them look by one function.
  const scripts = origin === undefined ? ["publish.ts", "publish.ts --dry", "dry.ts --keep"] : ["dry.ts"];
  for (const script of scripts) {
    const said = await run(...`scripts/release/${script}`.split(" "));
    expect(said).toContain(`its packages name ${REPOSITORY} as the repository that they come from.`);
    expect(said).not.toMatch(/key_of_somebody| {4}at /);
  }
});

it.each([
  REPOSITORY,
  `${REPOSITORY}.git`,
  `${REPOSITORY}/`,
  "https://somebody@Git.Acme.example/Clients.git",
  "git@git.acme.example:clients.git",
  "ssh://git@git.acme.example:22/clients",
])("a clone of %s is", async (origin) => {
  await cloneOf(origin);
  // What is missing now is something to publish.
  expect(await run("scripts/release/publish.ts", "--dry")).toMatch(/^There is nothing to publish/);
});

it("what is rehearsed elsewhere is not kept for publishing", async () => {
  await cloneOf("/srv/clients");
  expect(await run("scripts/release/dry.ts", "--without-repository", "--keep")).toMatch(
    /^What --keep leaves is published/,
  );
});

it("this workspace's packages name the repository that is set", async () => {
  expect(await run(join(root, "scripts/release/home.ts"), "--check")).toBe("");
});

it("the lockfile is checked again where it is installed: somebody else may have resolved it", async () => {
  expect(await readFile(join(root, "pnpm-workspace.yaml"), "utf8")).not.toContain("trustLockfile");
});

it("the package manager is named with the hash of its package", async () => {
  const { packageManager } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  expect(packageManager).toMatch(/^pnpm@\d+\.\d+\.\d+\+sha512\.[0-9a-f]{128}$/);
});
