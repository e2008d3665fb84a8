import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, open, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { execute } from "../src/add/package-manager.ts";
import { CommandFailure, inWords } from "../src/failure.ts";
import { main } from "../src/index.ts";
import { document, openTestWorkspace, type TestWorkspace } from "./support/workspace.ts";

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

/** What stands in a place of a workspace that it should not. */
type Spoil = (path: string) => Promise<void>;

const aFolder: Spoil = async (path) => void (await mkdir(path, { recursive: true }));
const aLoop: Spoil = async (path) => {
  await mkdir(dirname(path), { recursive: true });
  await symlink(path, path);
};
const text =
  (content: string): Spoil =>
  async (path) => {
    const handle = await open(path, "w");
    await handle.writeFile(content);
    await handle.close();
  };

const rows: readonly (readonly [path: string, what: string, Spoil, command: string, said: RegExp])[] = [
  ["package.json", "broken JSON", text("{"), "list", /package\.json is not JSON: /],
  ["package.json", "null", text("null"), "generate", /has to be a JSON object/],
  ["package.json", "a list", text("[]"), "lint", /has to be a JSON object/],
  [
    "package.json",
    "a workspace that is a text",
    text('{"trunkline":"@acme"}'),
    "list",
    /trunkline must be an object/,
  ],
  [
    "package.json",
    "a scope that is a number",
    text('{"trunkline":{"scope":1}}'),
    "list",
    /trunkline\.scope must be a text/,
  ],
  [
    "package.json",
    "a scope that leads elsewhere",
    text('{"trunkline":{"scope":"@a/../b"}}'),
    "list",
    /trunkline\.scope must be an npm scope/,
  ],
  [
    "package.json",
    "a strict that is a text",
    text('{"trunkline":{"strict":"no"}}'),
    "list",
    /trunkline\.strict must be true or false/,
  ],
  [
    "package.json",
    "vendors that are a list",
    text('{"trunkline":{"vendors":[1]}}'),
    "list",
    /trunkline\.vendors must be an object/,
  ],
  [
    "package.json",
    "a folder",
    aFolder,
    "list",
    /"package\.json": illegal operation on a directory \(EISDIR\)\. A file belongs there/,
  ],
  ["package.json", "a loop", aLoop, "list", /"package\.json": too many symbolic links encountered \(ELOOP\)/],
  ["specs", "a file", text("a"), "list", /"specs": not a directory \(ENOTDIR\)/],
  ["specs", "a loop", aLoop, "generate", /specs is a link, and commands write to folders/],
  ["specs/acme/openapi.yaml", "a folder", aFolder, "lint", /is a folder/],
  [
    "specs/acme/openapi.yaml",
    "a folder",
    aFolder,
    "diff",
    /is a folder|has no package yet|releases\.json is missing/,
  ],
  ["specs/acme/openapi.yaml", "an empty file", text(""), "generate", /the document is empty/],
  ["specs/acme/openapi.yaml", "YAML that is broken", text("a: ["), "lint", /openapi\.yaml:1/],
  ["specs/acme/openapi.yaml", "a text", text("a"), "lint", /the document is not an object/],
  ["specs/acme/names.lock", "broken JSON", text("{"), "generate", /names\.lock/],
  ["specs/acme/names.lock", "a folder", aFolder, "generate", /names\.lock.*EISDIR|names\.lock.* folder/],
  ["specs/acme/names.lock", "a loop", aLoop, "generate", /names\.lock/],
  ["specs/acme/conformance.json", "broken JSON", text("{"), "generate", /conformance\.json/],
  ["specs/acme/overlay.yaml", "a folder", aFolder, "generate", /overlay\.yaml/],
  ["specs/acme/published.json", "broken JSON", text("{"), "drift", /published\.json is not JSON/],
  ["specs/acme/published.json", "null", text("null"), "drift", /published\.json has to be a JSON object/],
  [
    "specs/acme/published.json",
    "operations that are null",
    text('{"url":"https://a.test","operations":null}'),
    "drift",
    /has no "url" or no "operations"/,
  ],
  ["specs/acme/published.json", "a folder", aFolder, "drift", /published\.json.*EISDIR/],
  ["specs/acme/released", "a file", text("a"), "diff", /released/],
  ["specs/acme/released/releases.json", "null", text("null"), "diff", /has to be a JSON object/],
  [
    "specs/acme/released/releases.json",
    "releases that are null",
    text('{"version":1,"releases":{"1.0.0":null}}'),
    "diff",
    /not a record of releases/,
  ],
  ["specs/acme/released/releases.json", "a folder", aFolder, "diff", /releases\.json.*EISDIR/],
  ["packages", "a file", text("a"), "generate", /packages/],
  ["packages/acme", "a file", text("a"), "generate", /packages\/acme|EEXIST|ENOTDIR/],
  ["packages/acme/package.json", "broken JSON", text("{"), "generate", /package\.json/],
  [
    "packages/acme/package.json",
    "broken JSON",
    text("{"),
    "release",
    /packages\/acme\/package\.json is not JSON/,
  ],
  ["packages/acme/package.json", "null", text("null"), "generate", /package\.json/],
  [
    "packages/acme/package.json",
    "a version that is a number",
    text('{"version":1}'),
    "release",
    /has no version such as/,
  ],
  ["packages/acme/package.json", "a folder", aFolder, "generate", /package\.json/],
  ["packages/acme/names.lock", "null", text("null"), "list acme", /has to be a JSON object/],
  [
    "packages/acme/names.lock",
    "no operations",
    text('{"operations":null}'),
    "list acme",
    /has no operations/,
  ],
  ["packages/acme/names.lock", "a folder", aFolder, "list", /names\.lock.*EISDIR/],
  ["packages/acme/CHANGELOG.md", "a folder", aFolder, "generate", /CHANGELOG\.md/],
  ["packages/acme/src", "a file", text("a"), "generate", /src/],
  [".changeset", "a file", text("a"), "diff --write", /\.changeset/],
  [".changeset/a.md", "a folder", aFolder, "diff --write", /a\.md.*EISDIR/],
];

describe("what stands where it should not", () => {
  it.each(rows)("%s is %s: trunkline is told in words", async (path, _what, spoil, command, said) => {
    if (path.startsWith(".changeset") || path.includes("released/")) {
      await workspace.put("packages/acme/package.json", '{ "version": "0.0.0" }');
      await workspace.put("specs/acme/released/releases.json", '{ "version": 1, "releases": {} }');
    }
    const place = join(workspace.root, path);
    await mkdir(dirname(place), { recursive: true });
    await rm(place, { recursive: true, force: true });
    await spoil(place);
    const code = await main([...command.split(" ")]);
    expect(workspace.output()).toMatch(said);
    expect(workspace.output()).not.toMatch(/^ {4}at |fault of Trunkline/m);
    expect(code).toBe(1);
  });

  it.each([
    ["specs", text("a")],
    ["specs/other", text("a")],
    ["packages", text("a")],
    ["README.md", aFolder],
    ["redocly.yaml", aFolder],
    [".changeset", text("a")],
  ])("%s: trunkline add says so and leaves nothing behind", async (path, spoil) => {
    await workspace.put("given.yaml", document);
    await rm(join(workspace.root, path), { recursive: true, force: true });
    await spoil(join(workspace.root, path));
    expect(await main(["add", "other", join(workspace.root, "given.yaml"), "--no-install"])).toBe(1);
    expect(existsSync(join(workspace.root, "packages/other"))).toBe(false);
    expect(workspace.output()).toMatch(/^error .*\./m);
    expect(workspace.output()).not.toMatch(/^ {4}at |fault of Trunkline/m);
  });

  it("does not fail for a cache that cannot be written", async () => {
    await workspace.put("node_modules", "a file");
    expect(await main(["generate"])).toBe(0);
  });
});

describe("the words for a failure", () => {
  const system = (code: string, errno: number, syscall = "open", path = "/a/b"): Error =>
    Object.assign(new Error("raw"), { code, errno, syscall, ...(path === "" ? {} : { path }) });

  it.each<[string, unknown, string | RegExp]>([
    ["a failure of a command", new CommandFailure("All of it."), "All of it."],
    ["what is thrown on purpose", new Error("names.lock is broken."), "names.lock is broken."],
    [
      "no right",
      system("EACCES", -13),
      '"/a/b": permission denied (EACCES). Give yourself the right to read it, and to write there.',
    ],
    [
      "a full disk",
      system("ENOSPC", -28, "write", ""),
      "write: no space left on device (ENOSPC). Make room, and run the command again.",
    ],
    ["a disk that cannot be written", system("EROFS", -30), /read-only file system \(EROFS\)/],
    ["another", system("EIO", -5), '"/a/b": i/o error (EIO).'],
    ["a folder that is gone", system("ENOENT", -2, "uv_cwd", ""), /working directory is gone/],
    [
      "a program that is not there",
      system("ENOENT", -2, "spawn pnpm", "pnpm"),
      'There is no program "pnpm". Install it, and run the command again.',
    ],
    [
      "several",
      new AggregateError([new Error("one"), system("EIO", -5)], "Both failed."),
      'Both failed.\none\n"/a/b": i/o error (EIO).',
    ],
    ["what is not an error", "text", "text"],
    [
      "a fault of ours",
      new TypeError("x is not a function"),
      /^This is a fault of Trunkline.*TypeError: x is not a function\nPlease report it, with what TRUNKLINE_DEBUG=1 shows\.$/,
    ],
  ])("%s", (_what, error, words) => {
    if (typeof words === "string") expect(inWords(error)).toBe(words);
    else expect(inWords(error)).toMatch(words);
  });

  it("are followed by the stack of a fault of ours, for those who ask for it", () => {
    vi.stubEnv("TRUNKLINE_DEBUG", "1");
    expect(inWords(new TypeError("x"))).toMatch(/^ {4}at /m);
    expect(inWords(new Error("x"))).not.toMatch(/^ {4}at /m);
    vi.unstubAllEnvs();
  });
});

describe("a command in a shell", () => {
  const bin = fileURLToPath(new URL("../bin/trunkline.cjs", import.meta.url));
  const sh = (script: string, cwd = workspace.root): Promise<{ code: number | null; output: string }> =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, NODE: process.execPath, BIN: bin, NO_COLOR: "1" };
      const child = spawn("bash", ["-c", `set -o pipefail; ${script}`], { cwd, env });
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk) => (output += String(chunk)));
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, output }));
    });

  it("goes on when nobody reads what it prints", async () => {
    const operations = Object.fromEntries(
      Array.from({ length: 50_000 }, (_value, index) => [`GET /${index}`, { resource: "a", method: "b" }]),
    );
    await workspace.put("packages/acme/names.lock", JSON.stringify({ operations }));
    expect(await sh('"$NODE" "$BIN" list acme | head -1')).toEqual({
      code: 0,
      output: expect.stringMatching(/^@acme\/acme +50000 operations\n$/),
    });
    expect(await sh('"$NODE" "$BIN" lint 2>&1 | true')).toEqual({ code: 0, output: "" });
  });

  it("says when what it prints cannot be written", async () => {
    await workspace.put("packages/acme/names.lock", '{"operations":{}}');
    const { code, output } = await sh('"$NODE" "$BIN" list > /dev/full');
    expect(output).toMatch(/^error What is printed cannot be written \(ENOSPC\)\.\n$/);
    expect(code).toBe(1);
  });

  it("says when its folder is gone", async () => {
    const folder = await mkdtemp(join(tmpdir(), "trunkline-gone-"));
    for (const command of ["list", "init", "generate", "add a b", "lint"]) {
      await mkdir(folder, { recursive: true });
      const { code, output } = await sh(`rmdir "$PWD"; "$NODE" "$BIN" ${command}`, folder);
      expect(output).toMatch(/^error The working directory is gone\./);
      expect(code).toBe(1);
    }
  });
});

it("stops a program that does not end", async () => {
  const outcome = await execute([process.execPath, "-e", "for (;;);"], workspace.root, 0.3);
  expect(outcome).toEqual({ code: 1, output: "It was stopped after 0.3 seconds.\n" });
});
