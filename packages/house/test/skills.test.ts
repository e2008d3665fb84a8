import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type PackedPackage, unpackPackages } from "../fences/packed.ts";

const exec = promisify(execFile);
const root = fileURLToPath(new URL("../../../", import.meta.url));
const intent = fileURLToPath(new URL("../node_modules/@tanstack/intent/dist/cli.mjs", import.meta.url));

let project: string;
let packages: readonly PackedPackage[];

/** A project that has every package installed, as its tarball has it. */
beforeAll(async () => {
  project = await realpath(await mkdtemp(join(tmpdir(), "trunkline-skills-")));
  packages = await unpackPackages(root, project);
  const dependencies = Object.fromEntries(packages.map(({ name }) => [name, "*"]));
  await writeFile(join(project, "package.json"), JSON.stringify({ name: "project", dependencies }));
}, 60_000);
afterAll(() => rm(project, { recursive: true }));

async function run(...args: readonly string[]): Promise<string> {
  const { stdout } = await exec(process.execPath, [intent, ...args], { cwd: project });
  return stdout;
}

describe("skills in tarballs", () => {
  it("are found, one in each package", async () => {
    const { skills } = JSON.parse(await run("list", "--json")) as {
      skills: readonly { packageName: string; skillName: string; description: string }[];
    };
    // What they are tested with may bring skills of its own.
    const own = skills.filter(({ packageName }) => packageName.startsWith("@trunkline/"));
    expect(own.map(({ packageName }) => packageName).sort()).toEqual(packages.map(({ name }) => name).sort());
    const long = own.filter(({ description }) => description.length < 80 || description.length > 1024);
    expect(long).toEqual([]);
  });

  it("are valid, with what their packages need to be found by", async () => {
    for (const { name, folder } of packages) {
      const told = await run("validate", join(folder, "skills"));
      expect(told, name).toContain("all passed");
      // The tool itself and its plans are of no use in a package.
      const warnings = told
        .split("\n")
        .filter((line) => /⚠/.test(line) && !/devDependencies|_artifacts/.test(line));
      expect(warnings, name).toEqual([]);
    }
  });

  it("carry the name of their package, and are short", async () => {
    const clients = packages.filter(({ client }) => client !== undefined);
    // One for each vendor.
    const vendors = globSync("specs/*/openapi.yaml", { cwd: root }).map((path) => path.split("/")[1]);
    expect(clients.map(({ name }) => name.split("/")[1]).sort()).toEqual(vendors.sort());
    for (const { name, folder } of clients) {
      const skill = name.split("/")[1] ?? "";
      const text = await readFile(join(folder, "skills", skill, "SKILL.md"), "utf8");
      expect(parse(text.split("---")[1] ?? "")).toMatchObject({
        name: skill,
        metadata: { library: name },
      });
      // The page alone is what an agent reads first: the format asks for less than 5,000 tokens.
      expect(text.length).toBeLessThan(8_000);
    }
  });

  it.each([
    [
      "a name that is not its folder's",
      (text: string) => text.replace("name: agora", "name: other"),
      /does not match/,
    ],
    ["a key of its own", (text: string) => text.replace("---\n", "---\npriority: 1\n"), /non-spec/],
  ])("%s would be told", async (_, change, fault) => {
    const copy = join(project, "node_modules/@trunkline/agora/skills/agora/SKILL.md");
    const text = await readFile(copy, "utf8");
    await writeFile(copy, change(text));
    const told = await run("validate", "node_modules/@trunkline/agora/skills").catch(
      (error: { readonly stdout: string; readonly stderr: string }) => error.stdout + error.stderr,
    );
    await writeFile(copy, text);
    expect(told).toMatch(fault);
  });
});
