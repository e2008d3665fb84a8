import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findWorkspace, selectVendors } from "../src/workspace.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "trunkline-cli-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(join(root, path, ".."), { recursive: true });
  await writeFile(join(root, path), text);
}

describe("the workspace", () => {
  it("is found from a folder below it; folders without a document are not vendors", async () => {
    await put("package.json", '{"trunkline":{"scope":"@acme","strict":true}}');
    await put("specs/petstore/openapi.yaml", "");
    await put("specs/acme/openapi.yaml", "");
    await put("specs/drafts/notes.md", "");
    await mkdir(join(root, "packages/petstore/src"), { recursive: true });
    const workspace = await findWorkspace(join(root, "packages/petstore/src"));
    expect(workspace).toEqual({
      root,
      scope: "@acme",
      specs: "specs",
      packages: "packages",
      metadata: {},
      strict: true,
      isHome: false,
      vendors: ["acme", "petstore"].map((name) => ({
        name,
        spec: join(root, "specs", name, "openapi.yaml"),
        target: join(root, "packages", name),
        specFolder: `specs/${name}`,
        packageFolder: `packages/${name}`,
        packageName: `@acme/${name}`,
        metadata: {},
        strict: true,
      })),
    });
  });

  it("excepts single vendors from the house rules", async () => {
    await put("package.json", '{"trunkline":{"strict":true,"vendors":{"petstore":{"strict":false}}}}');
    await put("specs/petstore/openapi.yaml", "");
    await put("specs/acme/openapi.yaml", "");
    const { vendors } = await findWorkspace(root);
    expect(vendors.map(({ name, strict }) => [name, strict])).toEqual([
      ["acme", true],
      ["petstore", false],
    ]);
  });

  it("says where it is developed", async () => {
    const repository = "https://github.com/acme/clients";
    await put("package.json", JSON.stringify({ trunkline: { repository, directory: "clients" } }));
    expect((await findWorkspace(root)).home).toEqual({ repository, directory: "clients" });
    await put("package.json", JSON.stringify({ trunkline: {} }));
    expect((await findWorkspace(root)).home).toBeUndefined();
  });

  it.each<[trunkline: object, said: RegExp]>([
    [{ repository: "acme/clients" }, /has a "repository" that is not an address such as "https:/],
    [{ repository: "http://github.com/acme/clients" }, /has a "repository" that is not/],
    [{ repository: "git@github.com:acme/clients.git" }, /has a "repository" that is not/],
    [{ repository: "https://user:secret@github.com/acme/clients" }, /has a "repository" that is not/],
    [{ repository: "https://github.com/acme/clients?a=b" }, /has a "repository" that is not/],
    [{ repository: "https://github.com" }, /has a "repository" that is not/],
    [{ repository: 7 }, /has a "repository" that is not/],
    [{ homepage: "https://acme.example" }, /has "homepage", but no "repository" that it belongs to/],
    [{ repository: "https://a.example/b", directory: "../x" }, /has a "directory" that is not a folder/],
    [{ repository: "https://a.example/b", directory: "/x" }, /has a "directory" that is not a folder/],
    [{ repository: "https://a.example/b", bugs: "mailto:a@a.example" }, /has "bugs" that are not an https/],
    [{ repository: "https://a.example/b", homepage: "https://a b" }, /has a "homepage" that is not an https/],
  ])("refuses %j", async (trunkline, said) => {
    await put("package.json", JSON.stringify({ trunkline }));
    await expect(findWorkspace(root)).rejects.toThrow(said);
  });

  it("says which variables a vendor's secrets are read from", async () => {
    const env = { apiKey: "OUR_PETS_KEY" };
    await put("package.json", JSON.stringify({ trunkline: { vendors: { petstore: { env } } } }));
    await put("specs/petstore/openapi.yaml", "");
    await put("specs/acme/openapi.yaml", "");
    const { vendors } = await findWorkspace(root);
    expect(vendors.map((vendor) => [vendor.name, vendor.env, vendor.strict])).toEqual([
      ["acme", undefined, false],
      ["petstore", env, false],
    ]);
  });

  it.each<[trunkline: unknown, message: string]>([
    [{ scpoe: "@a" }, '"scpoe" means nothing in trunkline; did you mean "scope"?'],
    [{ strict: "yes" }, "trunkline.strict must be true or false."],
    [{ scope: 1 }, "trunkline.scope must be a text."],
    [true, "trunkline must be an object."],
    [{ vendors: [] }, "trunkline.vendors must be an object."],
    [{ vendors: { petstore: null } }, "trunkline.vendors.petstore must be an object."],
    [
      { vendors: { petstore: { evn: {} } } },
      '"evn" means nothing in trunkline.vendors.petstore; did you mean "env"?',
    ],
    [{ vendors: { petstore: { env: ["A"] } } }, "trunkline.vendors.petstore.env must be an object."],
    [
      { vendors: { petstore: { env: { apiKey: "a b" } } } },
      "trunkline.vendors.petstore.env.apiKey must be the name of an environment variable: capitals, digits and underscores.",
    ],
    [
      { vendors: { petstor: { strict: true } } },
      'trunkline.vendors.petstor names a vendor that is not here: there is no specs/petstor; did you mean "petstore"?',
    ],
  ])("%j is refused in words", async (trunkline, message) => {
    await put("package.json", JSON.stringify({ trunkline }));
    await put("specs/petstore/openapi.yaml", "");
    await expect(findWorkspace(root)).rejects.toThrow(`${join(root, "package.json")}: ${message}`);
  });

  it("is not the emitted package that the command is started in", async () => {
    await put("package.json", '{"trunkline":{}}');
    await put("packages/acme/package.json", '{"trunkline":{"client":"Acme"}}');
    expect((await findWorkspace(join(root, "packages/acme"))).root).toBe(root);
  });

  it("is missing: the message says what was looked for", async () => {
    await expect(findWorkspace(root)).rejects.toThrow(
      /none of these folders has a package\.json with a "trunkline" key/,
    );
  });

  it("has a package.json that is not JSON: the message names the file", async () => {
    await put("package.json", "{");
    await expect(findWorkspace(root)).rejects.toThrow(/package\.json is not JSON/);
  });

  it("refuses a vendor that is not there and names those that are", async () => {
    await put("package.json", '{"trunkline":{}}');
    await put("specs/acme/openapi.yaml", "");
    const workspace = await findWorkspace(root);
    expect((await selectVendors(workspace, ["acme"])).map(({ name }) => name)).toEqual(["acme"]);
    await expect(selectVendors(workspace, ["acne"])).rejects.toThrow(
      'No specs/acne/openapi.yaml; did you mean "acme"?',
    );
    await expect(selectVendors(workspace, ["unlike"])).rejects.toThrow(
      "No specs/unlike/openapi.yaml; valid here: acme",
    );
  });
});
