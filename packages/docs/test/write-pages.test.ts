import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Pages, readReference, writePages } from "../src/index.ts";
import { SHOP } from "./support/shop.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "trunkline-docs-"));
});
afterEach(() => rm(folder, { recursive: true }));

const pages = (files: Record<string, string>): Pages => ({
  pages: [],
  files: new Map(Object.entries(files)),
});

describe("pages in a folder", () => {
  it("are written below it, and taken away when they are no more", async () => {
    const target = join(folder, "new/docs");
    expect(await writePages(target, pages({ "index.md": "a", "shop/methods/old.md": "b" }))).toBe(2);
    await writePages(target, pages({ "index.md": "c", "shop/methods/new.md": "d" }));
    expect(await readFile(join(target, "index.md"), "utf8")).toBe("c");
    expect(await readdir(join(target, "shop/methods"))).toEqual(["new.md"]);
  });

  it("leave files of others alone, and write nothing when one is in the way", async () => {
    await mkdir(join(folder, "shop"));
    await writeFile(join(folder, "shop/index.md"), "mine");
    await writeFile(join(folder, "guide.md"), "mine");
    await expect(writePages(folder, pages({ "index.md": "a", "shop/index.md": "b" }))).rejects.toThrow(
      "shop/index.md is there and was not written by this command",
    );
    expect((await readdir(folder)).sort()).toEqual(["guide.md", "shop"]);
    await writePages(folder, pages({ "index.md": "a" }));
    expect(await readFile(join(folder, "guide.md"), "utf8")).toBe("mine");
  });

  it("take nothing away that a list names elsewhere", async () => {
    const outside = join(folder, "outside.md");
    await writeFile(outside, "mine");
    await mkdir(join(folder, "docs"));
    await writeFile(join(folder, "docs/.trunkline-docs.json"), '["../outside.md", "/etc/passwd", 7]');
    await writePages(join(folder, "docs"), pages({ "index.md": "a" }));
    expect(await readFile(outside, "utf8")).toBe("mine");
    await writeFile(join(folder, "docs/.trunkline-docs.json"), "{");
    await expect(writePages(join(folder, "docs"), pages({ "index.md": "b" }))).rejects.toThrow(
      "was not written",
    );
  });
});

describe("a source", () => {
  const install = async (name: string, files: Record<string, string>): Promise<void> => {
    const home = join(folder, "node_modules", name);
    await mkdir(home, { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(home, file), text);
  };
  const manifest = '{ "name": "@acme/shop", "trunkline": { "document": "./openapi.yaml" } }';

  it("is a package by its name, whose lock gives the names, or its folder", async () => {
    const home = fileURLToPath(new URL("../../agora", import.meta.url));
    await mkdir(join(folder, "node_modules/@trunkline"), { recursive: true });
    await symlink(home, join(folder, "node_modules/@trunkline/agora"));
    for (const source of ["@trunkline/agora", home]) {
      const { packageName, model } = await readReference(source, { from: join(folder, "src/deep") });
      expect([packageName, model.client.name]).toEqual(["@trunkline/agora", "Agora"]);
    }
  });

  it("is a document by its path, whose client gives the name of the package", async () => {
    await writeFile(join(folder, "api.yaml"), SHOP);
    expect(await readReference("api.yaml", { from: folder })).toMatchObject({ packageName: "shop" });
  });

  it.each<[string, { files: Record<string, string>; want: string }]>([
    [
      "of an older version, without names",
      {
        files: { "package.json": manifest, "openapi.yaml": SHOP },
        want: "@acme/shop ships no names.lock: it was made by an older version",
      },
    ],
    [
      "of an older version, without a document",
      { files: { "package.json": manifest }, want: "@acme/shop ships no document" },
    ],
    [
      "that is not a client",
      { files: { "package.json": '{ "name": "@acme/shop" }' }, want: "is not a client of Trunkline" },
    ],
    ["whose package.json is none", { files: { "package.json": "{" }, want: "is not JSON" }],
  ])("%s is told", async (_, { files, want }) => {
    await install("@acme/shop", files);
    await expect(readReference("@acme/shop", { from: folder })).rejects.toThrow(want);
    await expect(readReference(join(folder, "node_modules/@acme/shop"))).rejects.toThrow(want);
  });

  it.each(["@acme/none", "nowhere.yaml", "../x/y.yaml", "a b", ""])(
    "that is not there is told: %j",
    async (source) => {
      await expect(readReference(source, { from: join(folder) })).rejects.toThrow(/Give|give/);
    },
  );
});
