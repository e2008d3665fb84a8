import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";

const exec = promisify(execFile);
const workflows = fileURLToPath(new URL("../../../.github/workflows/", import.meta.url));

let folder: string;
/** What the stand-ins for gh and npm were started with. */
let log: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "trunkline-workflow-"));
  log = join(folder, "log");
  await writeFile(log, "");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const identity = [
    "-c",
    "user.name=t",
    "-c",
    "user.email=t@t.test",
    "-c",
    "init.defaultBranch=main",
    "-c",
    "init.templateDir=",
  ];
  return (await exec("git", [...identity, ...args], { cwd: join(folder, cwd) })).stdout;
}

/** A program of that name which notes its arguments. */
async function standIn(name: string, script: string): Promise<void> {
  await put(`bin/${name}`, `#!/bin/bash\necho "${name} $*" >> "${log}"\n${script}\n`);
  await chmod(join(folder, "bin", name), 0o755);
}

/** Runs what a job runs, as the runner does. */
async function runJob(workflow: string, job: string, cwd: string): Promise<{ code: number; output: string }> {
  const { jobs } = parse(await readFile(join(workflows, workflow), "utf8")) as {
    jobs: Record<string, { steps: { run?: string; env?: Record<string, string> }[] }>;
  };
  const step = jobs[job]?.steps.find(({ run }) => run !== undefined);
  await writeFile(join(folder, "step.sh"), step?.run ?? "exit 99");
  const env = {
    ...process.env,
    ...step?.env,
    PATH: `${join(folder, "bin")}${delimiter}${process.env.PATH}`,
    REPOSITORY: "acme/clients",
    COMMIT: "c0ffee",
  };
  try {
    const { stdout, stderr } = await exec(
      "bash",
      ["--noprofile", "--norc", "-eo", "pipefail", "../step.sh"],
      {
        cwd: join(folder, cwd),
        env,
      },
    );
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code = 1, stdout, stderr } = error as { code?: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

const FILES: Readonly<Record<string, string>> = {
  "specs/acme/openapi.yaml": "openapi: 3.1.0\n",
  "specs/acme/names.lock": "{}\n",
  "specs/acme/released/openapi.yaml": "openapi: 3.1.0\n",
  "packages/acme/package.json": '{ "version": "0.1.0" }\n',
  "packages/acme/src/index.ts": "export {};\n",
  "packages/acme/src/version.ts": 'export const version = "0.1.0";\n',
  "packages/runtime/package.json": '{ "version": "0.1.0" }\n',
  "packages/runtime/src/index.ts": "export {};\n",
  "scripts/run.ts": "export {};\n",
  ".github/workflows/ci.yml": "on: push\n",
  ".changeset/one.md": "A change.\n",
  "pnpm-lock.yaml": "lock\n",
  "package.json": "{}\n",
};

/** A repository, a clone of it, and what a patch is made in: each test has a copy. */
let template: string;
beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), "trunkline-workflow-template-"));
  folder = template;
  await mkdir(join(folder, "origin"));
  await git("origin", "init", "--bare", ".");
  await mkdir(join(folder, "made"));
  await git("made", "init", ".");
  for (const [path, text] of Object.entries(FILES)) await put(`made/${path}`, text);
  await git("made", "add", "--all");
  await git("made", "commit", "--message", "first");
  await git("made", "push", "../origin", "HEAD:main");
  await git(".", "clone", "--branch", "main", "origin", "clone");
  // Both hold in a copy: the path from the clone, and what the index knows of files.
  await git("clone", "remote", "set-url", "origin", "../origin");
  for (const name of ["clone", "made"]) await git(name, "config", "core.checkStat", "minimal");
});
afterAll(() => rm(template, { recursive: true, force: true }));

/** A clone, and a patch of what `change` makes of it. */
async function cloneWithPatch(name: string, change: (root: string) => Promise<void>): Promise<void> {
  await cp(template, folder, { recursive: true, preserveTimestamps: true });
  await change(join(folder, "made"));
  await git("made", "add", "--all");
  await put(`clone/patch/${name}`, await git("made", "diff", "--cached", "--binary", "--no-renames"));
}

const writes =
  (files: Readonly<Record<string, string>>) =>
  async (root: string): Promise<void> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
  };

const REFUSED: readonly [name: string, change: (root: string) => Promise<void>][] = [
  ["a script", writes({ "scripts/run.ts": "x" })],
  ["a workflow", writes({ ".github/workflows/ci.yml": "x" })],
  ["a new workflow", writes({ ".github/workflows/x.yml": "x" })],
  ["a package that is not emitted", writes({ "packages/runtime/src/index.ts": "x" })],
  ["a new package", writes({ "packages/other/src/index.ts": "x" })],
  ["a document", writes({ "specs/acme/openapi.yaml": "x" })],
  ["the root's package.json", writes({ "package.json": "{ }" })],
  ["a file with a quote in its name", writes({ 'packages/"acme/x.ts': "x" })],
  ["a link", (root) => symlink("/etc/passwd", join(root, "packages/acme/src/link.ts"))],
  ["a program", async (root) => chmod(join(root, "packages/acme/src/index.ts"), 0o755)],
  ["a lock that is gone", (root) => rm(join(root, "specs/acme/names.lock"))],
];

describe("the job that commits what was generated", () => {
  it.each([
    [
      "a file",
      writes({ "packages/acme/src/index.ts": "export const a = 1;\n" }),
      ["packages/acme/src/index.ts"],
    ],
    ["a new file", writes({ "packages/acme/src/a b.ts": "x\n" }), ["packages/acme/src/a b.ts"]],
    [
      "a file that is gone",
      (root: string) => rm(join(root, "packages/acme/src/index.ts")),
      ["packages/acme/src/index.ts"],
    ],
    ["a lock", writes({ "specs/acme/names.lock": '{ "a": 1 }\n' }), ["specs/acme/names.lock"]],
  ])("takes %s", async (_, change, paths) => {
    await cloneWithPatch("generated.patch", change);
    expect(await runJob("regenerate.yml", "commit", "clone")).toMatchObject({ code: 0 });
    const log = await git("origin", "log", "--format=%s %an", "--name-only", "-1", "main");
    expect(log.trim().split("\n")).toEqual(["packages: generate github-actions[bot]", "", ...paths]);
  });

  it.each(REFUSED)("refuses %s", async (_, change) => {
    await cloneWithPatch("generated.patch", change);
    expect((await runJob("regenerate.yml", "commit", "clone")).code).not.toBe(0);
    expect(await git("origin", "log", "--format=%s", "main")).toBe("first\n");
  });

  it("has nothing to do without a difference", async () => {
    await cloneWithPatch("generated.patch", async () => undefined);
    expect((await runJob("regenerate.yml", "commit", "clone")).code).toBe(0);
    expect(await git("origin", "log", "--format=%s", "main")).toBe("first\n");
  });
});

describe("the job that makes the pull request of a release", () => {
  const release = writes({
    "packages/acme/package.json": '{ "version": "0.2.0" }\n',
    "packages/acme/CHANGELOG.md": "# 0.2.0\n",
    "packages/acme/src/version.ts": 'export const version = "0.2.0";\n',
    "packages/runtime/package.json": '{ "version": "0.2.0" }\n',
    "specs/acme/released/surface.json": "{}\n",
    "pnpm-lock.yaml": "lock 2\n",
  });

  it.each([
    ["makes one", "0", ["pr create --head release --title Release"]],
    ["brings the open one up to date", "1", []],
  ])("%s", async (_, open, created) => {
    await standIn("gh", `if [ "$2" = list ]; then echo ${open}; fi`);
    await cloneWithPatch("versions.patch", async (root) => {
      await release(root);
      await rm(join(root, ".changeset/one.md"));
    });
    expect(await runJob("release.yml", "pull-request", "clone")).toMatchObject({ code: 0 });
    expect(await git("origin", "log", "--format=%s", "release")).toBe(
      "release: versions and change logs\nfirst\n",
    );
    const started = (await readFile(log, "utf8")).split("\n").filter((line) => line.includes("create"));
    expect(started.map((line) => line.replace(/ --body.*/, ""))).toEqual(created.map((one) => `gh ${one}`));
  });

  it.each([
    ...REFUSED.filter(([name]) => ["a script", "a new workflow", "a document", "a link"].includes(name)),
    ["code of an emitted package", writes({ "packages/acme/src/index.ts": "x" })] as const,
    ["a changeset that is new", writes({ ".changeset/two.md": "x" })] as const,
  ])("refuses %s", async (_, change) => {
    await standIn("gh", "");
    await cloneWithPatch("versions.patch", change);
    expect((await runJob("release.yml", "pull-request", "clone")).code).not.toBe(0);
    expect(await git("origin", "branch", "--list", "release")).toBe("");
  });
});

const VERSIONS = "@acme/a@0.1.0 acme-a-0.1.0.tgz\n@acme/b@0.2.0 acme-b-0.2.0.tgz\n";

describe("the job that publishes", () => {
  it.each([
    ["what is new", "echo 'npm error code E404' >&2; exit 1", 0, ["acme-a-0.1.0.tgz", "acme-b-0.2.0.tgz"]],
    ["a version of a name that is known", "exit 0", 0, ["acme-a-0.1.0.tgz", "acme-b-0.2.0.tgz"]],
    ["nothing that is there", "echo 0.1.0", 0, []],
    [
      "the rest after a failure in the middle",
      'case "$2" in *a@*) echo 0.1.0 ;; esac',
      0,
      ["acme-b-0.2.0.tgz"],
    ],
    ["nothing while the registry does not answer", "echo 'npm error code E503' >&2; exit 1", 1, []],
  ])("publishes %s", async (_, view, code, files) => {
    await standIn("npm", `if [ "$1" = view ]; then ${view}; fi`);
    await put("work/tarballs/versions.txt", VERSIONS);
    expect((await runJob("release.yml", "publish", "work")).code).toBe(code);
    const published = (await readFile(log, "utf8"))
      .split("\n")
      .filter((line) => line.startsWith("npm publish"));
    const options = "--access public --provenance --ignore-scripts";
    expect(published).toEqual(files.map((file) => `npm publish ./tarballs/${file} ${options}`));
  });

  it("has nothing to do without versions", async () => {
    await standIn("npm", "exit 1");
    await put("work/tarballs/versions.txt", "");
    expect((await runJob("release.yml", "publish", "work")).code).toBe(0);
  });
});

it("tags what was published, once", async () => {
  await standIn("gh", 'case "$2" in *git/ref/tags/@acme/a@0.1.0) exit 0 ;; *git/ref/*) exit 1 ;; esac');
  await put("work/tarballs/versions.txt", VERSIONS);
  expect((await runJob("release.yml", "tag", "work")).code).toBe(0);
  const made = (await readFile(log, "utf8")).split("\n").filter((line) => line.includes("raw-field"));
  expect(made).toEqual([
    "gh api repos/acme/clients/git/refs --raw-field ref=refs/tags/@acme/b@0.2.0 --raw-field sha=c0ffee",
  ]);
});

describe("the job that opens an issue", () => {
  const title = "Vendors have changed their descriptions";

  it.each([
    ["opens one", "", `issue create --title ${title} --body-file report/drift.md`],
    ["changes the open one", "7", "issue edit 7 --body-file report/drift.md"],
  ])("%s", async (_, number, command) => {
    await standIn("gh", `if [ "$2" = list ]; then echo "${number}"; fi`);
    await put("work/report/drift.md", "A route is new.\n");
    expect((await runJob("drift.yml", "issue", "work")).code).toBe(0);
    expect((await readFile(log, "utf8")).trim().split("\n").at(-1)).toBe(`gh ${command}`);
  });

  it("has nothing to do without a difference", async () => {
    await standIn("gh", "exit 1");
    await put("work/report/drift.md", "");
    expect((await runJob("drift.yml", "issue", "work")).code).toBe(0);
    expect(await readFile(log, "utf8")).toBe("");
  });
});
