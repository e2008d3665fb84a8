import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "@trunkline/document";
import fc from "fast-check";
import { DocumentError } from "../../src/diagnostics.ts";
import { type MadePackage, makePackage } from "../../src/make-package.ts";
import { callAll } from "./call-all.ts";
import { inputOf } from "./cells.ts";
import { formatPackages } from "./format-packages.ts";
import { documents } from "./grammar.ts";
import { activeParts } from "./inert.ts";

export interface FuzzReport {
  readonly documents: number;
  /** Documents that became a package. */
  readonly made: number;
  /** Documents that were refused with an error. */
  readonly refused: number;
  /** Methods that were called. */
  readonly calls: number;
  /** Most seconds that one took. */
  readonly slowest: number;
  /** The first document that is neither, made small, and why. */
  readonly failure: string | undefined;
}

interface Made {
  readonly document: JsonObject;
  readonly made: MadePackage;
}

/** What a package is made of. */
export interface FuzzFiles {
  readonly spec: JsonObject;
  /** Text of an overlay for it. */
  readonly overlay?: string | undefined;
}

/**
 * Makes packages of many documents: each is refused with an error, or inert in every output. Those that are made are
 * formatted, imported and called, many at once.
 *
 * @param given - the documents; any of the grammar when left out
 * @param filesOf - what is read for one of them; the document alone when left out
 */
export async function fuzz(
  runs: number,
  seed: number,
  given: fc.Arbitrary<JsonObject> = documents,
  filesOf: (document: JsonObject) => FuzzFiles = (spec) => ({ spec }),
): Promise<FuzzReport> {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-fuzz-"));
  const spec = join(folder, "openapi.json");
  const over = join(folder, "overlay.yaml");
  const count = { made: 0, refused: 0, calls: 0, slowest: 0 };
  const packages: Made[] = [];
  const fired: string[] = [];
  Object.defineProperty(globalThis, "fired", {
    value: (id: unknown) => fired.push(String(id)),
    configurable: true,
  });
  const one = async (document: JsonObject): Promise<void> => {
    const started = performance.now();
    try {
      const { spec: text, overlay } = filesOf(document);
      await writeFile(spec, JSON.stringify(text));
      if (overlay !== undefined) await writeFile(over, overlay);
      const input = overlay === undefined ? inputOf(spec) : { ...inputOf(spec), overlay: over };
      const made = await makePackage(input, async (files) => files);
      const active = activeParts({ payload: "fuzz", made });
      if (active.length > 0) throw new Error(active.join("\n"));
      packages.push({ document, made });
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
    const result = await fc.check(fc.asyncProperty(given, one), { numRuns: runs, seed });
    let failure = result.failed
      ? `${String(result.errorInstance)}\n${JSON.stringify(result.counterexample?.[0])}\n(seed ${seed}, path ${result.counterexamplePath})`
      : undefined;
    for (let start = 0; start < packages.length && failure === undefined; start += 100) {
      const batch = packages.slice(start, start + 100);
      failure = await use(batch, (calls) => {
        count.calls += calls;
      });
    }
    return { documents: result.numRuns, ...count, failure };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns what is wrong with one of some packages, once they are formatted and run */
async function use(batch: readonly Made[], count: (calls: number) => void): Promise<string | undefined> {
  try {
    const packages = await formatPackages(new Map(batch.map(({ made }, index) => [String(index), made])));
    for (const [payload, made] of packages) {
      const active = activeParts({ payload, made });
      if (active.length > 0) throw new Error(active.join("\n"));
    }
    const report = await callAll(packages);
    count(report.calls);
    const faults = [...report.fired, ...report.polluted, ...report.failures];
    if (faults.length > 0) throw new Error(faults.join("\n"));
    return undefined;
  } catch (error) {
    const [first, ...others] = batch;
    if (others.length === 0) return `${String(error)}\n${JSON.stringify(first?.document)}`;
    const middle = Math.ceil(batch.length / 2);
    const culprit = (await use(batch.slice(0, middle), count)) ?? (await use(batch.slice(middle), count));
    return culprit ?? `only together: ${String(error)}`;
  }
}
