import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { type Diagnostic, DocumentError } from "../../src/diagnostics.ts";
import { type MadePackage, makePackage } from "../../src/make-package.ts";
import { inputOf } from "../untrusted/cells.ts";
import { breakable, breakOne, seeded } from "./break-one.ts";

export interface BreakReport {
  readonly breaks: number;
  /** Of those, the ones that cost operations. */
  readonly costly: number;
  /** What is wrong with what became of each break. */
  readonly failures: readonly string[];
  /** Packages, to be compiled. */
  readonly made: readonly { readonly what: string; readonly made: MadePackage }[];
}

/** Breaks one thing at a time in a document, and makes a package each time. */
export async function breakMany(given: JsonObject, breaks: number, seed: number): Promise<BreakReport> {
  const base = withoutSettings(given) as JsonObject;
  const folder = await mkdtemp(join(tmpdir(), "trunkline-breaks-"));
  const spec = join(folder, "openapi.json");
  const make = async (document: JsonObject): Promise<MadePackage> => {
    await writeFile(spec, JSON.stringify(document, undefined, 1));
    return makePackage(inputOf(spec), async (files) => files);
  };
  const random = seeded(seed);
  const places = breakable(base);
  const failures: string[] = [];
  const made: { what: string; made: MadePackage }[] = [];
  let costly = 0;
  try {
    const sound = await make(base);
    const known = new Set(sound.diagnostics.map(textOf));
    for (let round = 0; round < breaks; round++) {
      const { document, what, isTold, isUncounted } = breakOne(base, places, random);
      try {
        const one = await make(document);
        made.push({ what, made: one });
        if (one.leftOut > sound.leftOut) costly++;
        const told = one.diagnostics.filter((diagnostic) => !known.has(textOf(diagnostic)));
        if (isTold && told.length === 0) failures.push(`${what}: nothing is said`);
        if (told.some(({ location }) => location.line < 1 || !location.file.endsWith("openapi.json"))) {
          failures.push(`${what}: said of no place`);
        }
        const counted = one.operations + one.leftOut;
        const all = sound.operations + sound.leftOut;
        if (!isUncounted && counted !== all) failures.push(`${what}: ${counted} operations of ${all}`);
      } catch (error) {
        const kind = error instanceof DocumentError ? "refused" : "failed";
        failures.push(`${what}: ${kind}: ${shortly(error)}`);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { breaks, costly, failures, made };
}

/** What packages compile of their own, to be compiled together; the raw client's types are openapi-typescript's. */
export function sourcesOf(made: BreakReport["made"]): ReadonlyMap<string, string> {
  const isOwn = (name: string): boolean =>
    /^src\/.*\.ts$/.test(name) && !/^src\/(?:raw|schema)\.ts$/.test(name);
  return new Map(
    made.flatMap(({ made: { files } }, index) =>
      [...files].filter(([name]) => isOwn(name)).map(([name, text]) => [`${index}/${name}`, text] as const),
    ),
  );
}

/** Settings are a person's, who is told where they lead nowhere; the document is a stranger's. */
function withoutSettings(value: JsonValue): JsonValue {
  if (isArray(value)) return value.map(withoutSettings);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "x-trunkline");
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutSettings(one)]));
}

function textOf({ severity, code, message }: Diagnostic): string {
  return `${severity} ${code} ${message}`;
}

function shortly(error: unknown): string {
  if (!(error instanceof DocumentError))
    return error instanceof Error ? (error.stack ?? "").slice(0, 600) : String(error);
  const errors = error.diagnostics.filter(({ severity }) => severity === "error");
  return errors
    .map(({ code, message }) => `${code}: ${message}`)
    .join("; ")
    .slice(0, 400);
}
