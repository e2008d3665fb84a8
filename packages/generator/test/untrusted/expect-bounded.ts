import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { generatePackage } from "../../src/generate.ts";

/** Most megabytes that the process may have: those of a document, and what the tests need themselves. */
const MEMORY = 1400;

/** Holds one document: it becomes a package, or is refused with an error and leaves nothing. */
export async function expectBounded(text: string, timeLimit?: number): Promise<Error | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-bounds-"));
  const before = process.resourceUsage().maxRSS / 1024;
  try {
    const spec = join(folder, "openapi.yaml");
    await writeFile(spec, text);
    const result = await generatePackage({
      spec,
      target: join(folder, "package"),
      packageName: "@a/b",
      workspace: false,
      ...(timeLimit === undefined ? {} : { timeLimit }),
    }).catch((error: Error) => error);
    // Other test files run in the same process: a peak that they made is not of this document.
    expect(process.resourceUsage().maxRSS / 1024).toBeLessThanOrEqual(Math.max(MEMORY, before));
    if (!(result instanceof Error)) return undefined;
    expect(result.name).toBe("DocumentError");
    expect(await readdir(folder)).toEqual(["openapi.yaml"]);
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
