import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type InitChoice, planInit } from "../src/init/plan.ts";

const choice: InitChoice = {
  scope: "@acme",
  specs: "specs",
  packages: "packages",
  version: "1.2.3",
  manager: "npm",
  release: false,
};

function plan(
  files: Readonly<Record<string, string>>,
  own: Partial<InitChoice> = {},
): Record<string, string> {
  const planned = planInit({ ...choice, ...own }, (name) => files[name]);
  return Object.fromEntries(planned);
}

const manifest = (text: string | undefined): Record<string, unknown> => JSON.parse(text ?? "null");

describe("a new workspace", () => {
  it("of an empty folder has everything", () => {
    const files = plan({});
    expect(Object.keys(files)).toEqual([
      "package.json",
      ".gitignore",
      ".gitattributes",
      "redocly.yaml",
      "README.md",
    ]);
    expect(manifest(files["package.json"])).toMatchObject({
      name: "acme-clients",
      private: true,
      workspaces: ["packages/*"],
      devDependencies: { "@trunkline/cli": "^1.2.3" },
      trunkline: { scope: "@acme" },
    });
  });

  it("of a fresh clone leaves README and package.json as they are, and adds what is missing", () => {
    const files = plan({
      "README.md": "# Ours\n",
      ".gitignore": "/node_modules\n*.log",
      "package.json": '{\n\t"name": "ours",\n\t"scripts": { "test": "vitest" },\n\t"license": "MIT"\n}\n',
    });
    expect(Object.keys(files)).toEqual(["package.json", ".gitignore", ".gitattributes", "redocly.yaml"]);
    expect(files[".gitignore"]).toBe("/node_modules\n*.log\ndist/\nreports/\n*.tgz\n");
    expect(files["package.json"]).toMatch(/^\{\n\t"name": "ours",\n/);
    expect(manifest(files["package.json"])).toEqual({
      name: "ours",
      license: "MIT",
      workspaces: ["packages/*"],
      scripts: { generate: "trunkline generate", test: "vitest" },
      devDependencies: { "@trunkline/cli": "^1.2.3" },
      trunkline: { scope: "@acme" },
    });
  });

  it.each<[what: string, given: string | undefined, want: string | undefined]>([
    ["none", undefined, "/specs/** -text\n/packages/** text=auto eol=lf\n"],
    ["one of its own", "*.png binary", "*.png binary\n/specs/** -text\n/packages/** text=auto eol=lf\n"],
    ["one that has a line", "/specs/** -text\n", "/specs/** -text\n/packages/** text=auto eol=lf\n"],
    ["one that has both", "/packages/** text=auto eol=lf\r\n/specs/** -text\r\n", undefined],
  ])("keeps ends of lines as they are where .gitattributes is %s", (_what, given, want) => {
    expect(plan(given === undefined ? {} : { ".gitattributes": given })[".gitattributes"]).toBe(want);
  });

  it.each<[what: string, given: unknown, folder: string, want: unknown]>([
    ["a list without ours", ["apps/*"], "packages", ["apps/*", "packages/*"]],
    ["a list with ours", ["packages/*", "apps/*"], "packages", ["packages/*", "apps/*"]],
    ["ours in another spelling", ["./packages/*"], "packages", ["./packages/*"]],
    ["all folders", ["*/*"], "packages", ["*/*"]],
    ["all folders, but not so deep ones", ["*/*"], "libs/clients", ["*/*", "libs/clients/*"]],
    [
      "an object",
      { packages: ["a"], nohoist: ["b"] },
      "packages",
      { packages: ["a", "packages/*"], nohoist: ["b"] },
    ],
  ])("of a monorepo whose workspaces are %s", (_what, given, packages, want) => {
    for (const manager of ["npm", "yarn", "bun"] as const) {
      const files = plan({ "package.json": JSON.stringify({ workspaces: given }) }, { packages, manager });
      expect(manifest(files["package.json"]).workspaces).toEqual(want);
    }
  });

  it("of a pnpm monorepo keeps what its file says, with its comments", () => {
    const text = "# ours\npackages:\n  # apps\n  - apps/*\ncatalog:\n  vite: ^7.0.0 # the newest\n";
    const files = plan({ "pnpm-workspace.yaml": text, "package.json": "{}" }, { manager: "pnpm" });
    expect(files["pnpm-workspace.yaml"]).toContain("# the newest");
    expect(files["pnpm-workspace.yaml"]).toContain("  # apps\n");
    expect(parse(files["pnpm-workspace.yaml"] ?? "")).toEqual({
      packages: ["apps/*", "packages/*"],
      catalog: { vite: "^7.0.0" },
      allowBuilds: { "@scarf/scarf": false },
    });
    expect(manifest(files["package.json"])).not.toHaveProperty("workspaces");
    const settled = "packages: ['packages/**']\nallowBuilds: { '@scarf/scarf': true }\n";
    const covered = { "pnpm-workspace.yaml": settled, "package.json": "{}" };
    expect(plan(covered, { manager: "pnpm" })).not.toHaveProperty(["pnpm-workspace.yaml"]);
  });

  it.each(["", "# nothing yet\n", "catalog: {}\n"])("of a pnpm file that lists nothing: %j", (text) => {
    const files = plan({ "pnpm-workspace.yaml": text }, { manager: "pnpm" });
    expect(parse(files["pnpm-workspace.yaml"] ?? "")).toMatchObject({ packages: ["packages/*"] });
  });

  it("names other folders", () => {
    const files = plan({}, { specs: "apis", packages: "libs/clients" });
    expect(manifest(files["package.json"])).toMatchObject({
      workspaces: ["libs/clients/*"],
      trunkline: { scope: "@acme", specs: "apis", packages: "libs/clients" },
    });
    expect(files["README.md"]).toContain("| `libs/clients/<vendor>` |");
  });

  it.each(["npm", "pnpm", "yarn", "bun"] as const)("tells commands of %s, never the bare name", (manager) => {
    const { "README.md": text = "", "package.json": made } = plan({}, { manager });
    expect(text).not.toContain("npx trunkline");
    expect(text).toContain(`${manager} install\n`);
    expect(JSON.stringify(manifest(made).scripts)).toContain(manager === "npm" ? "npm run build" : manager);
  });

  it.each<[what: string, files: Readonly<Record<string, string>>, said: string]>([
    ["a workspace", { "package.json": '{"trunkline":{}}' }, "this folder is a workspace already"],
    ["a broken package.json", { "package.json": "{" }, "package.json is not JSON"],
    [
      "workspaces of another kind",
      { "package.json": '{"workspaces":7}' },
      '"workspaces" of package.json is not',
    ],
  ])("is not made of %s", (_what, files, said) => {
    expect(() => plan(files)).toThrow(said);
  });

  it("is not made of a pnpm file that is broken", () => {
    const broken = { "pnpm-workspace.yaml": "packages: [a\n" };
    expect(() => plan(broken, { manager: "pnpm" })).toThrow("pnpm-workspace.yaml is not YAML");
    const other = { "pnpm-workspace.yaml": "packages: a\n" };
    expect(() => plan(other, { manager: "pnpm" })).toThrow('"packages" of pnpm-workspace.yaml is not a list');
  });
});
