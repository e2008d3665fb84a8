import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { documents, type GoldenDocument, pathOf } from "../src/document/documents.ts";
import { judgeAll, verdictOf } from "../src/referee/judge-all.ts";
import { runScript } from "../src/run/child.ts";
import { writeMeasure } from "../src/run/measures.ts";
import { build, lint, typeCheck } from "../src/run/tools.ts";
import { prepareWorkspace } from "../src/run/workspace.ts";
import { digestsOf } from "../src/surface/digests.ts";
import { surfaceOf, withoutComments } from "../src/surface/surface.ts";

interface Generated {
  readonly files: readonly string[];
  readonly operations: number;
  readonly leftOut: number;
  readonly diagnostics: readonly { readonly severity: string; readonly code: string }[];
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly changedAgain: readonly string[];
}

interface Called {
  readonly operations: number;
  readonly called: number;
  readonly calls: number;
  readonly good: number;
  readonly missing: readonly string[];
  readonly problems: readonly string[];
}

const only = process.env.GOLDEN?.split(",");

/** A document that becomes a package. */
interface Proof {
  readonly document: GoldenDocument;
  readonly spec: string;
  readonly target: string;
  /** Set when it has become one. */
  files?: readonly string[];
}

/** Proves the documents of one lane, unless `GOLDEN` names others. */
export function proveLane(lane: GoldenDocument["lane"]): void {
  const own = documents.filter((one) => one.lane === lane);
  const chosen = own.filter(({ name }) => only === undefined || only.includes(name));
  describe.skipIf(chosen.length === 0)("documents", () => {
    const proofs: readonly Proof[] = chosen.map((document) => {
      const { name, spread } = document;
      return { document, ...prepareWorkspace(name, pathOf(document), spread ? "folder" : "file") };
    });
    const each = (prove: (proof: Proof) => void): void => {
      for (const proof of proofs)
        describe(`${proof.document.name}: ${proof.document.package}`, () => prove(proof));
    };
    each(proveMaking);
    // What they have in common is read and checked once for all of them.
    const made = (): readonly Proof[] => proofs.filter(({ files }) => files !== undefined);
    const check = (compiler: "typescript" | "typescript-7") =>
      once(() =>
        typeCheck(
          made().map(({ target, document }) => ({ target, unfit: Object.keys(document.unfit ?? {}) })),
          compiler,
        ),
      );
    const checks = { "typescript-7": check("typescript-7"), typescript: check("typescript") };
    const verdicts = once(() => judgeAll(made().map(({ target }) => target)));
    each((proof) => proveUse(proof, checks, verdicts));
    if (chosen.length === 0) it("are of the other lane", () => {});
  });
}

/** The same promise for all who ask. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const goldenOf = (name: string, file: string): string =>
  fileURLToPath(new URL(`../goldens/${name}/${file}`, import.meta.url));

function proveMaking(proof: Proof): void {
  const { document, spec, target } = proof;
  const { name, operations } = document;
  const golden = (file: string): string => goldenOf(name, file);

  it("generates, and the same again", async () => {
    const script = new URL("../src/run/generate-child.ts", import.meta.url);
    const made = await runScript<Generated>(script, [spec, target, `@goldens/${name}`]);
    proof.files = made.files;
    writeMeasure(name, { milliseconds: made.milliseconds, megabytes: made.megabytes });
    expect(made.changedAgain).toEqual([]);
    expect(made.operations + made.leftOut).toBe(operations);
    await expect(tally(made.diagnostics)).toMatchFileSnapshot(golden("diagnostics.txt"));
  });

  it("shows the surface, the files and the sample that were reviewed", async () => {
    const { files = [] } = proof;
    await expect(surfaceOf(target)).toMatchFileSnapshot(golden("surface.txt"));
    await expect(digestsOf(target, files)).toMatchFileSnapshot(golden("digests.txt"));
    for (const file of document.sample ??
      files.filter((one) => /^src\/(?:client|types|errors|resources\/.*)\.ts$/.test(one)))
      await expect(withoutComments(readFileSync(join(target, file), "utf8"))).toMatchFileSnapshot(
        golden(`${file}.txt`),
      );
  });

  it("passes the lint of hand-written code", async () => {
    expect(failure(await lint(target))).toBe("");
  });
}

function proveUse(
  { document, target }: Proof,
  checks: Readonly<Record<"typescript-7" | "typescript", () => ReturnType<typeof typeCheck>>>,
  verdicts: () => ReturnType<typeof judgeAll>,
): void {
  const { name, operations } = document;

  it.each(["typescript-7", "typescript"] as const)("type-checks strictly with %s", async (compiler) => {
    const wrong = await checks[compiler]();
    expect(wrong.get(target)?.slice(0, 4000) ?? "was not made").toBe("");
  });

  it("builds", async () => {
    expect(failure(await build(target))).toBe("");
  });

  it("calls every operation as the document says", async () => {
    const script = new URL("../src/run/call-child.ts", import.meta.url);
    const original = document.converted ? join(target, "openapi.yaml") : pathOf(document);
    const called = await runScript<Called>(script, [target, original]);
    writeMeasure(name, { operations: called.operations, good: called.good, calls: called.calls });
    expect(called.problems).toEqual([]);
    expect(called.missing).toEqual([]);
    expect(called.good).toBe(operations);
  });

  it("has types that the referee agrees with", async () => {
    const verdict = verdictOf(await verdicts(), target);
    writeMeasure(name, { referee: { ...verdict, unexplained: verdict.unexplained.length } });
    expect(verdict.unexplained).toEqual([]);
    const { pairs, equal, explained, kinds } = verdict;
    await expect(`${JSON.stringify({ pairs, equal, explained, kinds }, undefined, 2)}\n`).toMatchFileSnapshot(
      goldenOf(name, "referee.json"),
    );
  });
}

function failure({ ok, output }: { readonly ok: boolean; readonly output: string }): string {
  return ok ? "" : output.slice(0, 4000) || "failed without a word";
}

function tally(diagnostics: Generated["diagnostics"]): string {
  const counts = new Map<string, number>();
  for (const { severity, code } of diagnostics)
    counts.set(`${severity} ${code}`, (counts.get(`${severity} ${code}`) ?? 0) + 1);
  return `${[...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, count]) => `${String(count).padStart(5)} ${kind}`)
    .join("\n")}\n`;
}
