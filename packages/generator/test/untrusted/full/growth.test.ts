import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePackage } from "../../../src/make-package.ts";
import { inputOf } from "../cells.ts";
import { documents } from "../growth.ts";
import { growsTooFast } from "../measure.ts";

describe("time grows with the size of a document", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trunkline-growth-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(Object.entries(documents))("%s", async (_name, make) => {
    const spec = async (size: number): Promise<string> => {
      const path = join(folder, `${size}.json`);
      const head = {
        openapi: "3.1.0",
        info: { title: "A", version: "1" },
        servers: [{ url: "https://a.test" }],
      };
      await writeFile(path, JSON.stringify({ ...head, ...make(size) }));
      return path;
    };
    const paths = new Map<number, string>();
    for (const size of [600, 1200, 2400]) paths.set(size, await spec(size));
    const work =
      (size: number): (() => unknown) =>
      () =>
        makePackage(inputOf(paths.get(size) ?? ""), async (files) => files);
    expect(await growsTooFast(work, 600)).toBe(false);
  });
});
