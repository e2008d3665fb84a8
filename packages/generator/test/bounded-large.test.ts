import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeBounded } from "../src/bounded/run-bounded.ts";
import { formatFiles } from "../src/format/biome.ts";
import { makePackage } from "../src/make-package.ts";
import { inputOf } from "./untrusted/cells.ts";

const bounds = { seconds: 60, megabytes: 1000 };

function largeDocument(title: string): string {
  const description = "What it is. ".repeat(50);
  const schemas = Object.fromEntries(
    Array.from({ length: 350 }, (_, index) => [`Thing${index}`, { type: "object", title, description }]),
  );
  const info = { title: "Shop", version: "1" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: {}, components: { schemas } });
}

it("makes of a large document, in two threads, what it makes in one, and so again when it has changed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-large-"));
  try {
    const spec = join(folder, "openapi.json");
    for (const title of ["Before", "After"]) {
      await writeFile(spec, largeDocument(title));
      const alone = await makePackage(inputOf(spec), (files) => formatFiles(files));
      expect(alone.files.get("src/schema.ts")).toContain(title);
      expect(await makeBounded(inputOf(spec), bounds)).toEqual(alone);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it("says what is wrong with a large document without waiting for the rest of it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-large-"));
  try {
    const spec = join(folder, "openapi.json");
    await writeFile(spec, largeDocument("Thing").replace('"type":"object"', '"minLength":-1'));
    await expect(makeBounded({ ...inputOf(spec), strict: true }, bounds)).rejects.toThrow(/schema-inert/);
    await writeFile(spec, largeDocument("Mended"));
    const { files } = await makeBounded(inputOf(spec), bounds);
    expect(files.get("src/schema.ts")).toContain("Mended");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
