import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { DocumentError } from "../../src/diagnostics.ts";
import type { JsonObject } from "../../src/json.ts";
import { makePackage } from "../../src/make-package.ts";
import { inputOf } from "./cells.ts";
import { documents } from "./grammar.ts";
import { activeParts } from "./inert.ts";

export interface FuzzReport {
  readonly documents: number;
  /** Documents that became a package. */
  readonly made: number;
  /** Documents that were refused with an error. */
  readonly refused: number;
  /** Most seconds that one took. */
  readonly slowest: number;
  /** The first document that is neither, made small, and why. */
  readonly failure: string | undefined;
}

/** Makes packages of many documents: each is refused with an error, or inert in every output. */
export async function fuzz(runs: number, seed: number): Promise<FuzzReport> {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-fuzz-"));
  const spec = join(folder, "openapi.json");
  const count = { made: 0, refused: 0, slowest: 0 };
  const fired: string[] = [];
  Object.defineProperty(globalThis, "fired", {
    value: (id: unknown) => fired.push(String(id)),
    configurable: true,
  });
  const one = async (document: JsonObject): Promise<void> => {
    await writeFile(spec, JSON.stringify(document));
    const started = performance.now();
    try {
      const made = await makePackage(inputOf(spec), async (files) => files);
      const active = activeParts({ payload: "fuzz", made });
      if (active.length > 0) throw new Error(active.join("\n"));
      count.made++;
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      count.refused++;
    } finally {
      count.slowest = Math.max(count.slowest, (performance.now() - started) / 1000);
    }
    if (fired.length > 0) throw new Error(`text of the document ran: ${fired.join()}`);
  };
  try {
    const result = await fc.check(fc.asyncProperty(documents, one), { numRuns: runs, seed });
    const failure = result.failed
      ? `${String(result.errorInstance)}\n${JSON.stringify(result.counterexample?.[0])}\n(seed ${seed}, path ${result.counterexamplePath})`
      : undefined;
    return { documents: result.numRuns, ...count, failure };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
