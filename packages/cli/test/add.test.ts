import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "../src/index.ts";
import { linkPackages } from "./support/link.ts";
import { document, openTestWorkspace, type TestWorkspace } from "./support/workspace.ts";

const run = promisify(execFile);
/** A public document that is none of ours: OpenAPI 3.0 in JSON, without a single example. */
const petstore = createRequire(import.meta.url).resolve(
  "@readme/oas-examples/3.0/json/petstore-expanded.json",
);

/** A workspace with all the places that name vendors. */
const house = {
  "package.json": '{\n  "trunkline": {\n    "scope": "@acme",\n    "strict": true\n  }\n}\n',
  "README.md":
    "# House\n\n| [`@acme/acme`](packages/acme) | Acme | [specs/acme](specs/acme) |\n| other | row |\n",
  "redocly.yaml": "extends:\n  - recommended\napis:\n  acme: { root: specs/acme/openapi.yaml }\n",
  "turbo.json":
    '{\n      "dependsOn": [\n        "@acme/acme#build",\n        "@acme/mock#build"\n      ]\n}\n',
  ".changeset/config.json": "{}\n",
};

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace(house);
});
afterEach(() => workspace.close());

async function snapshot(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes("node_modules"))
    .sort();
  return Object.fromEntries(
    await Promise.all(files.map(async (path) => [path.slice(folder.length), await readFile(path, "utf8")])),
  );
}

// Building, checking and packing run in processes of their own, which a busy machine makes wait.
vi.setConfig({ testTimeout: 240_000 });

describe("trunkline add and remove", () => {
  it("make a proven package of a foreign document, and leave nothing of it", async () => {
    await linkPackages(workspace.root);
    const before = await snapshot(workspace.root);
    const code = await main(["add", "petstore", petstore, "--no-install"]);
    expect(workspace.output()).toMatch(/✓ document +Swagger Petstore, 4 operations/);
    for (const step of [
      "generate",
      "wiring",
      "lint",
      "build",
      "typecheck",
      "contract",
      "faults",
      "lint:package",
    ]) {
      expect(workspace.output()).toContain(`✓ ${step}`);
    }
    expect(workspace.output()).toMatch(/✓ pack +acme-petstore-0\.0\.0\.tgz, \d+ kB/);
    expect(workspace.output()).toMatch(/does not keep \d+ of the house rules/);
    expect(code).toBe(0);

    expect(await readdir(join(workspace.root, "specs/petstore"))).toEqual([
      "SOURCES.md",
      "examples.overlay.yaml",
      "names.lock",
      "openapi.yaml",
      "released",
      "source.json",
    ]);
    expect(await readFile(join(workspace.root, "specs/petstore/openapi.yaml"))).toEqual(
      await readFile(petstore),
    );
    expect(await workspace.read("specs/petstore/SOURCES.md")).toContain(
      "| Document | petstore-expanded.json; `source.json` says",
    );
    expect(await workspace.read(".changeset/add-petstore.md")).toContain('"@acme/petstore": minor');
    expect(await workspace.read("README.md")).toContain(
      "(specs/acme) |\n| [`@acme/petstore`](packages/petstore) | Swagger Petstore | [specs/petstore](specs/petstore) |\n",
    );
    expect(await workspace.read("redocly.yaml")).toContain(
      "  petstore: { root: specs/petstore/openapi.yaml, extends: [spec] }\n",
    );
    expect(JSON.parse(await workspace.read("turbo.json"))).toEqual({
      dependsOn: ["@acme/petstore#build", "@acme/acme#build", "@acme/mock#build"],
    });
    expect(JSON.parse(await workspace.read("package.json"))).toMatchObject({
      trunkline: { vendors: { petstore: { strict: false } } },
    });

    expect(await main(["remove", "petstore", "--no-install", "--force"])).toBe(0);
    expect(await snapshot(workspace.root)).toEqual(before);
    expect(await readdir(join(workspace.root, "packages"))).toEqual([]);
  });

  it("hold a document that keeps the house rules to them", async () => {
    const path = join(workspace.root, "given.yaml");
    await writeFile(path, document.replaceAll("Acme", "Zeta").replace("ACME_", "ZETA_"));
    await main(["add", "zeta", path, "--no-install"]);
    expect(await workspace.read("redocly.yaml")).toContain("  zeta: { root: specs/zeta/openapi.yaml }\n");
    expect(await workspace.read("package.json")).toBe(house["package.json"]);
  });

  it("except one that names a variable of another vendor's, which the client does not read", async () => {
    const path = join(workspace.root, "given.yaml");
    await writeFile(path, document.replaceAll("Acme", "Zeta"));
    await main(["add", "zeta", path, "--no-install"]);
    expect(JSON.parse(await workspace.read("package.json"))).toMatchObject({
      trunkline: { vendors: { zeta: { strict: false } } },
    });
    expect(await workspace.read("packages/zeta/src/definition.ts")).not.toContain("ACME_API_KEY");
  });

  it("take a document of several files as one", async () => {
    await workspace.put("given/openapi.yaml", document.replace('"#/components/schemas/Thing"', "thing.yaml"));
    await workspace.put(
      "given/thing.yaml",
      "type: object\ndescription: A thing.\nproperties: { id: { type: string } }\n",
    );
    await main(["add", "several", join(workspace.root, "given/openapi.yaml"), "--no-install"]);
    expect(await workspace.read("specs/several/openapi.yaml")).not.toContain("thing.yaml");
    expect(await workspace.read("specs/several/names.lock")).toContain('"client": "Acme"');
  });

  it("tell what was found in files that are not kept", async () => {
    const odd = "\n      parameters: [{ $ref: '#/components/parameters/Nope' }]";
    const given = document
      .replace('"#/components/schemas/Thing"', "thing.yaml")
      .replace(
        "components:",
        `  /odd:\n    get:\n      operationId: odd.get${odd}\n      responses: {}\ncomponents:`,
      );
    await workspace.put("given/openapi.yaml", given);
    await workspace.put("given/thing.yaml", "type: [strange]\ndescription: A thing.\n");
    await main(["add", "untold", join(workspace.root, "given/openapi.yaml"), "--no-install"]);
    expect(workspace.output()).toMatch(/openapi\.yaml:\d+:\d+ warning ref-dangling: .*GET \/odd is left out/);
    expect(workspace.output()).toMatch(/thing\.yaml:1:\d+ warning schema-type/);
    expect(workspace.output()).toMatch(/left out 1;/);
    expect(workspace.output()).not.toMatch(/ 0 warnings/);
  });

  it("read a document from an address, and note the address", async () => {
    const server = createServer((_request, response) => response.end(document)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.yaml`;
    try {
      await main(["add", "remote", url, "--no-install"]);
    } finally {
      server.close();
    }
    expect(await workspace.read("specs/remote/SOURCES.md")).toContain(`| Document | ${url}; `);
    expect(JSON.parse(await workspace.read("specs/remote/source.json"))).toEqual({
      version: 1,
      origin: url,
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      digest: createHash("sha256").update(document).digest("hex"),
      document: createHash("sha256").update(document).digest("hex"),
      operations: 1,
    });
  });

  it.each([
    ["a name that is taken", "acme", petstore, /specs\/acme is there already/],
    ["a name that is none", "../up", petstore, /cannot name a vendor/],
    ["a document that is not there", "gone", "no.yaml", /no\.yaml cannot be read \(ENOENT\)/],
    [
      "a document that is none",
      "bad",
      new URL("../package.json", import.meta.url).pathname,
      /Nothing was added/,
    ],
    ["an address in the clear", "clear", "http://acme.example/openapi.yaml", /not encrypted/],
  ])("refuse %s, and change nothing", async (_what, name, from, message) => {
    const before = await snapshot(workspace.root);
    expect(await main(["add", name, from, "--no-install"])).toBe(1);
    expect(workspace.output()).toMatch(message);
    expect(await snapshot(workspace.root)).toEqual(before);
  });

  it("refuse to remove what version control does not have", async () => {
    expect(await main(["remove", "acme", "--no-install"])).toBe(1);
    expect(workspace.output()).toContain("not under version control");
    await run("git", ["init", "-q"], { cwd: workspace.root });
    expect(await main(["remove", "acme", "--no-install"])).toBe(1);
    expect(workspace.output()).toContain("version control does not have all of it");
    const identity = ["-c", "user.name=a", "-c", "user.email=a@acme.example"];
    await run("git", ["add", "-A"], { cwd: workspace.root });
    await run("git", [...identity, "commit", "-qm", "all"], { cwd: workspace.root });
    expect(await main(["remove", "acme", "--no-install"])).toBe(0);
    expect(await readdir(join(workspace.root, "specs"))).toEqual([]);
  });
});
