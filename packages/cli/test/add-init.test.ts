import { execFile } from "node:child_process";
import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "../src/index.ts";
import { linkPackages } from "./support/link.ts";
import { openTestWorkspace, type TestWorkspace } from "./support/workspace.ts";

const run = promisify(execFile);
/** A public document: XML beside JSON, forms, an upload, operations that document failures only, an unencrypted server. */
const classicPetstore = createRequire(import.meta.url).resolve("@readme/oas-examples/3.0/json/petstore.json");

// Building, checking and packing run in processes of their own, which a busy machine makes wait.
vi.setConfig({ testTimeout: 240_000 });

describe("trunkline init", () => {
  let workspace: TestWorkspace;
  let root: string;
  beforeEach(async () => {
    workspace = await openTestWorkspace();
    root = await realpath(await mkdtemp(join(tmpdir(), "trunkline-init-")));
    vi.spyOn(process, "cwd").mockReturnValue(root);
  });
  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
    await workspace.close();
  });

  it("makes a workspace of an empty folder that builds and tests", async () => {
    expect(await main(["init", "--scope", "@pets"])).toBe(0);
    await linkPackages(root);
    expect(await main(["add", "petstore", classicPetstore, "--no-install"])).toBe(0);
    expect(workspace.output()).toMatch(/✓ contract +(\d+) of \1 cases/);
    expect(workspace.output()).toMatch(/✓ pack +pets-petstore-0\.0\.0\.tgz/);
    expect(await readFile(join(root, "README.md"), "utf8")).toContain(
      "[`@pets/petstore`](packages/petstore)",
    );
    const { stdout } = await run("npm", ["test"], { cwd: root });
    expect(stdout).toMatch(/petstore .* unchanged/);
    expect(stdout).toMatch(/Tests .*passed/);
    expect(stdout).not.toContain("failed");
  });

  it("refuses a workspace, and a scope that is none", async () => {
    await writeFile(join(root, "package.json"), '{"trunkline":{"scope":"@pets"}}');
    expect(await main(["init", "--scope", "@pets"])).toBe(1);
    expect(workspace.output()).toContain("this folder is a workspace already");
    expect(await main(["init", "--scope", "@pets", "--packages", "../clients"])).toBe(1);
    expect(workspace.output()).toContain('--packages "../clients" is not a folder below this one');
    expect(await main(["init", "--scope", "pets"])).toBe(1);
    expect(workspace.output()).toContain('"pets" cannot be an npm scope');
  });
});
