import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../src/index.ts";
import { document, openTestWorkspace, type TestWorkspace } from "./support/workspace.ts";

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const generate = async (trunkline: object): Promise<Record<string, unknown>> => {
  await workspace.put("package.json", JSON.stringify({ trunkline: { scope: "@acme", ...trunkline } }));
  expect(await main(["generate"]), workspace.output()).toBe(0);
  return JSON.parse(await workspace.read("packages/acme/package.json"));
};

describe("the package.json of a vendor", () => {
  it("has no licence that nobody gave", async () => {
    const made = await generate({});
    expect(made).not.toHaveProperty("license");
    expect(made.engines).toEqual({ node: ">=20.19" });
  });

  it("says what the workspace says, and what the vendor's own words are", async () => {
    const all = {
      license: "Apache-2.0",
      author: "Acme Inc. <sdk@acme.example>",
      keywords: ["acme", "api"],
      engines: { node: ">=22" },
      publishConfig: { access: "public", registry: "https://npm.acme.example/", provenance: true },
    };
    // Skills are found by this word.
    const found = (keywords: readonly string[]) => ({ keywords: [...keywords, "tanstack-intent"] });
    expect(await generate(all)).toMatchObject({ ...all, ...found(all.keywords) });
    const own = { license: "UNLICENSED", keywords: ["things"] };
    const made = await generate({ ...all, vendors: { acme: own } });
    expect(made).toMatchObject({ ...all, ...own, ...found(own.keywords) });
  });

  it("does not lose in silence what a person wrote into it", async () => {
    const made = await generate({});
    const edited = { ...made, license: "ISC", funding: "https://acme.example/give" };
    await workspace.put("packages/acme/package.json", JSON.stringify(edited));
    workspace.clear();
    await generate({});
    expect(workspace.output()).toContain(
      'packages/acme/package.json: "license" was taken out, it was "ISC".',
    );
    expect(workspace.output()).toContain('"funding" was taken out');
    workspace.clear();
    await generate({});
    expect(workspace.output()).not.toContain("taken out");
  });

  it.each<[trunkline: object, said: string]>([
    [{ licence: "MIT" }, '"licence" means nothing in trunkline; did you mean "license"?'],
    [{ strickt: true }, 'did you mean "strict"?'],
    [{ license: "MIT\n" }, 'trunkline.license must be an SPDX expression such as "MIT"'],
    [{ license: 7 }, "trunkline.license must be an SPDX expression"],
    [{ author: "a\u202eb" }, "trunkline.author must be one line"],
    [{ keywords: "api" }, "trunkline.keywords must be a list"],
    [
      { publishConfig: { acces: "public" } },
      "trunkline.publishConfig.acces means nothing. There are: publishConfig.access",
    ],
    [
      { publishConfig: { registry: "https://user:secret@npm.example/" } },
      "the address of a registry, without a user name",
    ],
    [{ publishConfig: [] }, "trunkline.publishConfig must be an object"],
    [{ engines: { node: ">=18" } }, 'not below ">=20.19"'],
    [{ engines: { node: "*" } }, "must be a lowest version"],
    [{ vendors: { acme: { license: "" } } }, "trunkline.vendors.acme.license must be an SPDX"],
    [{ specs: "../elsewhere" }, "trunkline.specs must be a folder of the workspace"],
    [{ packages: "/tmp" }, "trunkline.packages must be a folder of the workspace"],
    [{ specs: 7 }, "trunkline.specs must be a text"],
  ])("%j is refused", async (trunkline, said) => {
    await workspace.put("package.json", JSON.stringify({ trunkline: { scope: "@acme", ...trunkline } }));
    expect(await main(["generate"])).toBe(1);
    expect(workspace.output()).toContain(said);
    expect(workspace.output()).not.toContain("secret");
  });

  it("stands in folders of other names", async () => {
    await workspace.remove("specs");
    await workspace.put("apis/acme/openapi.yaml", document);
    await workspace.put(
      "package.json",
      JSON.stringify({ trunkline: { scope: "@acme", specs: "apis", packages: "libs/clients" } }),
    );
    expect(await main(["generate"]), workspace.output()).toBe(0);
    expect(JSON.parse(await workspace.read("libs/clients/acme/package.json")).name).toBe("@acme/acme");
    expect(await main(["lint"]), workspace.output()).toBe(0);
    expect(workspace.output()).toContain("✓ apis/acme/openapi.yaml");
    expect(await main(["list", "acne"])).toBe(1);
    expect(workspace.output()).toContain("No apis/acne/openapi.yaml;");
  });

  it.each(["specs", "packages"])("is not looked for in %s that is a link", async (folder) => {
    await workspace.remove(folder);
    await workspace.put("elsewhere/acme/openapi.yaml", document);
    await symlink(join(workspace.root, "elsewhere"), join(workspace.root, folder));
    expect(await main(["generate"])).toBe(1);
    expect(workspace.output()).toContain(
      `${folder} is a link, and commands write to folders of the workspace`,
    );
    await expect(workspace.read("elsewhere/acme/package.json")).rejects.toThrow("ENOENT");
  });

  it("is of a workspace of somebody else, whatever its folders are called", async () => {
    await workspace.put("packages/runtime/package.json", '{"name":"@acme/runtime"}');
    const { dependencies } = await generate({});
    expect(dependencies).toEqual({ "@trunkline/runtime": expect.stringMatching(/^\^\d/) });
  });
});
