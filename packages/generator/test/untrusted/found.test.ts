import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DocumentError } from "../../src/diagnostics.ts";
import { formatFiles } from "../../src/format/biome.ts";
import { makePackage } from "../../src/make-package.ts";
import { inputOf } from "./cells.ts";
import { found, foundDocument } from "./found.ts";
import { activeParts } from "./inert.ts";

describe("what fuzzing found", () => {
  let folder: string;
  const written = new Map<string, string>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trunkline-found-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(found)("%s is refused or inert", async (what, fate, more) => {
    const spec = join(folder, "openapi.json");
    await writeFile(spec, JSON.stringify(foundDocument(more)));
    const made = await makePackage(inputOf(spec), async (files) => files).catch((error: unknown) => {
      if (error instanceof DocumentError) return undefined;
      throw error;
    });
    expect(made === undefined ? "refused" : "inert").toBe(fate);
    expect(activeParts({ payload: what, made })).toEqual([]);
    for (const [name, text] of made?.files ?? []) written.set(`p${written.size}/${name}`, text);
  });

  it("can be formatted", async () => {
    expect((await formatFiles(written)).size).toBe(written.size);
  });
});
