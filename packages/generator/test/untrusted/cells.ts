import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "@trunkline/document";
import type { Format } from "../../src/format/format.ts";
import type { MadePackage, MakeInput } from "../../src/make-package.ts";
import { fullDocument } from "./full-document.ts";
import { type Place, placesOf } from "./places.ts";
import { type SpoiltDocument, spoil } from "./spoil.ts";
import type { Subject } from "./subject.ts";

/** What became of the cells of one payload: each is in the package or refused, unless there are violations. */
export interface CellsResult {
  readonly payload: string;
  readonly cells: number;
  /** Places that are refused with an error -> its code. */
  readonly refused: ReadonlyMap<Place, string>;
  /** The package with the payload in every other place. */
  readonly made: MadePackage | undefined;
  /** What is neither: the generator failed in a way of its own. */
  readonly violations: readonly string[];
}

export interface CellsOptions {
  /** @default the document that has everything */
  readonly base?: JsonObject;
  /** @default some of each kind that the base has */
  readonly places?: readonly Place[];
  /**
   * An overlay for the base, whose places are meant then.
   * @default none
   */
  readonly overlay?: JsonObject;
  /** @default files stay as they are emitted */
  readonly format?: Format;
}

/**
 * Puts a payload into many places of a document at once, each with an id of its own, takes out the places that are
 * refused, and makes the package of the rest.
 */
export async function runCells(
  subject: Pick<Subject, "make">,
  payload: string,
  options: CellsOptions = {},
): Promise<CellsResult> {
  const { base = fullDocument(), overlay, format = async (files) => files } = options;
  const places = options.places ?? someOfEach(placesOf(base), 2);
  const sound = overlay ?? base;
  const refused = new Map<Place, string>();
  const result = (made: MadePackage | undefined, violation?: string): CellsResult => ({
    payload,
    cells: places.length,
    refused,
    made,
    violations: violation === undefined ? [] : [`${payload}: ${violation.slice(0, 2000)}`],
  });
  const folder = await mkdtemp(join(tmpdir(), "trunkline-cells-"));
  const make = async (spoilt: SpoiltDocument, how: Format): Promise<MadePackage | readonly Fault[]> => {
    const spec = join(folder, "openapi.json");
    const over = join(folder, "overlay.json");
    await writeFile(spec, overlay === undefined ? spoilt.text : JSON.stringify(base));
    if (overlay !== undefined) await writeFile(over, spoilt.text);
    const input = overlay === undefined ? inputOf(spec) : { ...inputOf(spec), overlay: over };
    try {
      return await subject.make.makePackage(input, how);
    } catch (error) {
      if (error === accepted) return [];
      const faults = faultsOf(error);
      if (faults === undefined) throw error;
      return faults;
    }
  };
  const isRefused = async (place: Place): Promise<boolean> => {
    const faults = await make(spoil(sound, [place], payload), () => Promise.reject(accepted));
    return "length" in faults && faults.length > 0;
  };
  /** What a fault is told of: the places on its line, or those inside that are refused when they are alone. */
  const culpritsOf = async (line: number, { lines, ends }: SpoiltDocument): Promise<readonly Place[]> => {
    const own = lines.get(line);
    if (own !== undefined) return own;
    const culprits: Place[] = [];
    for (const [at, some] of lines) {
      if (at < line || at > (ends.get(line) ?? line)) continue;
      for (const place of some) if (await isRefused(place)) culprits.push(place);
    }
    return culprits;
  };
  try {
    for (;;) {
      const open = places.filter((place) => !refused.has(place));
      const spoilt = spoil(sound, open, payload);
      const made = await make(spoilt, format);
      if (!("length" in made)) return result(made);
      const before = refused.size;
      for (const { line, code } of made) {
        for (const place of await culpritsOf(line, spoilt)) refused.set(place, code);
      }
      if (refused.size === before) return result(undefined, `refused for no place: ${JSON.stringify(made)}`);
    }
  } catch (error) {
    return result(undefined, String(error));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Some places of each kind: the fields of an object are the same wherever it stands. */
export function someOfEach(places: readonly Place[], most: number): readonly Place[] {
  const counts = new Map<string, number>();
  return places.filter(({ id }) => {
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return count < most;
  });
}

export function inputOf(spec: string): MakeInput {
  return {
    spec,
    packageName: "@acme/pets",
    workspace: false,
    house: false,
    strict: false,
    allowRemote: undefined,
    person: { folder: "pets" },
    lock: undefined,
    applicableFaults: undefined,
    existing: { version: "1.0.0", changelog: undefined },
  };
}

const accepted = new Error("accepted");

interface Fault {
  readonly line: number;
  readonly code: string;
}

function faultsOf(error: unknown): readonly Fault[] | undefined {
  // By its name, because the class of a copy is another one.
  if (!(error instanceof Error) || error.name !== "DocumentError") return undefined;
  const { diagnostics } = error as Error & {
    diagnostics: readonly { severity: string; code: string; location: { line: number } }[];
  };
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, location }) => ({ line: location.line, code }));
}
