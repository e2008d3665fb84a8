import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DocumentError } from "../../src/diagnostics.ts";
import { type MadePackage, makePackage } from "../../src/make-package.ts";
import { inputOf } from "./cells.ts";
import { formatPackages } from "./format-packages.ts";
import { found, foundDocument } from "./found.ts";
import { activeParts } from "./inert.ts";

describe("what fuzzing found", () => {
  let folder: string;
  const packages = new Map<string, MadePackage>();
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
    if (made !== undefined) packages.set(what, made);
  });

  it("is inert when it is formatted", async () => {
    const formatted = await formatPackages(packages);
    expect([...formatted].flatMap(([payload, made]) => activeParts({ payload, made }))).toEqual([]);
    expect(formatted.size).toBe(found.filter(([, fate]) => fate === "inert").length);
  });
});
