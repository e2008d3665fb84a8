import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../src/index.ts";
import { document, openTestWorkspace, type TestWorkspace } from "./support/workspace.ts";

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

describe("trunkline generate", () => {
  it("writes a package once, and finds nothing to change after that", async () => {
    expect(await main(["generate"])).toBe(0);
    expect(workspace.output()).toMatch(/✓ acme\s+1 operation\s+\d+ files\s+\d+ changed/);
    const manifest = JSON.parse(await workspace.read("packages/acme/package.json")) as object;
    expect(manifest).toMatchObject({ name: "@acme/acme", trunkline: { client: "Acme" } });
    workspace.clear();
    expect(await main(["generate", "--check"])).toBe(0);
    expect(workspace.output()).toContain("unchanged");
  });

  it("names a file that it removes: somebody may have put it there", async () => {
    await main(["generate"]);
    await workspace.put("packages/acme/test/mine.test.ts", "");
    await workspace.put("packages/acme/notes.md", "mine");
    workspace.clear();
    expect(await main(["generate"])).toBe(0);
    expect(workspace.output()).toContain("  packages/acme/test/mine.test.ts was removed\n");
    expect(await workspace.read("packages/acme/notes.md")).toBe("mine");
    for (let count = 0; count < 22; count++) await workspace.put(`packages/acme/src/mine-${count}.ts`, "");
    workspace.clear();
    await main(["generate"]);
    expect(workspace.output().match(/mine-\d+\.ts was removed/g)).toHaveLength(20);
    expect(workspace.output()).toContain("  and 2 more were removed");
  });

  it("--check writes nothing and names each file that differs", async () => {
    await main(["generate"]);
    await workspace.put(
      "specs/acme/openapi.yaml",
      document.replace("Gets one thing.", "Gets exactly one thing."),
    );
    const before = await workspace.read("packages/acme/src/resources/things.ts");
    workspace.clear();
    expect(await main(["generate", "--check"])).toBe(1);
    expect(workspace.output()).toContain("packages/acme/src/resources/things.ts");
    expect(workspace.output()).toContain(
      "Run npx -p @trunkline/cli trunkline generate and commit the result.",
    );
    expect(await workspace.read("packages/acme/src/resources/things.ts")).toBe(before);
  });

  it.each([
    [
      "YAML that cannot be read",
      (text: string) => text.replace("paths:", "paths: ["),
      /openapi\.yaml:\d+:\d+ error/,
    ],
    [
      "an unknown x-trunkline key",
      (text: string) => text.replace("    name: Acme", "    nmae: Acme"),
      /openapi\.yaml:7:\d+ error .*"?nmae"?[\s\S]*name/,
    ],
    [
      "a missing example",
      (text: string) => text.replace(/ {14}examples:\n {16}default:\n {18}value: \{ id: t1 \}\n/, ""),
      /openapi\.yaml:\d+:\d+ error .*example/,
    ],
    [
      "an example that does not match",
      (text: string) => text.replace("value: { id: t1 }", "value: { id: 1 }"),
      /openapi\.yaml:\d+:\d+ error .*must be string/,
    ],
  ])("refuses %s with its place, and writes nothing", async (_name, spoil, message) => {
    await workspace.put("specs/acme/openapi.yaml", spoil(document));
    expect(await main(["generate"])).toBe(1);
    expect(workspace.output()).toMatch(message);
    expect(workspace.output()).toContain("Nothing was written.");
    expect(await readdir(join(workspace.root, "packages"))).toEqual([]);
    expect(await readdir(join(workspace.root, "specs/acme"))).toEqual(["openapi.yaml"]);
  });

  it.each([
    ["http://specs.acme.example/", /takes https: only/],
    ["https://me:secret@specs.acme.example/", /takes no user name/],
    ["https://specs.acme.example/folder", /takes an origin: write https:\/\/specs\.acme\.example\//],
  ])("refuses --allow-remote %s", async (origin, message) => {
    expect(await main(["generate", "--allow-remote", origin])).toBe(1);
    expect(workspace.output()).toMatch(message);
    expect(workspace.output()).not.toContain("secret");
  });

  it("refuses a document that costs more than is allowed", async () => {
    expect(await main(["generate", "--time-limit", "0.001"])).toBe(1);
    expect(workspace.output()).toMatch(/too-large: .* more than 0\.001 seconds of computing/);
    expect(await readdir(join(workspace.root, "packages"))).toEqual([]);
    expect(await main(["generate", "--time-limit", "0"])).toBe(2);
  });

  it("refuses a vendor that is not there", async () => {
    expect(await main(["generate", "acne"])).toBe(1);
    expect(workspace.output()).toContain('No specs/acne/openapi.yaml; did you mean "acme"?');
  });
});

describe("trunkline", () => {
  it("lists vendors, and the methods of one", async () => {
    await main(["generate"]);
    workspace.clear();
    expect(await main(["list", "acme"])).toBe(0);
    expect(workspace.output()).toMatch(/@acme\/acme\s+1 operation\n\s+things\.get\s+GET \/things\/\{id\}/);
  });

  it("lints documents", async () => {
    expect(await main(["lint"])).toBe(0);
    await workspace.put("specs/acme/openapi.yaml", document.replace("name: Acme", "nmae: Acme"));
    expect(await main(["lint"])).toBe(1);
    expect(workspace.output()).toContain("fault");
  });

  it("exits with 2 and shows the way when it is called wrongly", async () => {
    expect(await main(["generat"])).toBe(2);
    expect(workspace.output()).toMatch(/unknown command 'generat'[\s\S]*generate/);
    expect(await main(["mock"])).toBe(2);
    expect(await main(["mock", "x", "--port", "99999"])).toBe(2);
    expect(await main(["--help"])).toBe(0);
  });
});
