import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isArray, isObject, type JsonObject, type JsonValue } from "../../src/json.ts";
import type { MadePackage, MakeInput } from "../../src/make-package.ts";
import { fullDocument } from "./full-document.ts";
import { payloads } from "./payloads.ts";
import { type Place, placesOf } from "./places.ts";
import type { Subject } from "./subject.ts";

/** What became of the cells of one payload. */
export interface CellsResult {
  readonly payload: string;
  readonly cells: number;
  /** Places that are refused with an error: id -> code. */
  readonly refused: ReadonlyMap<string, string>;
  /** The package with the payload in every other place. */
  readonly made: MadePackage | undefined;
  readonly document: JsonObject;
  /** What is neither: the generator failed in a way of its own. */
  readonly violations: readonly string[];
}

/** Brings the files of several packages into their form at once. */
export type Format = (files: ReadonlyMap<string, string>) => Promise<ReadonlyMap<string, string>>;

/**
 * Puts a payload into every place of a document at once, takes out the places that are refused, and makes the package of
 * the rest.
 *
 * @param only - ids of places; all when not given
 */
export async function runCells(
  subject: Pick<Subject, "make">,
  payload: string,
  format: Format,
  only?: (id: string) => boolean,
): Promise<CellsResult> {
  const places = someOfEach(placesOf(fullDocument())).filter(({ id }) => only?.(id) ?? true);
  const refused = new Map<Place, string>();
  const result = (
    made: MadePackage | undefined,
    document: JsonObject,
    violations: readonly string[],
  ): CellsResult => ({
    payload,
    cells: places.length,
    refused: new Map([...refused].map(([{ id, pointer }, code]) => [`${id} ${pointer.join("/")}`, code])),
    made,
    document,
    violations,
  });
  const folder = await mkdtemp(join(tmpdir(), "trunkline-cells-"));
  try {
    await mkdir(join(folder, "spec"));
    for (let round = 0; round < 40; round++) {
      const open = places.filter((place) => !refused.has(place));
      const { text, document, lines } = spoil(open, payload);
      const spec = join(folder, "spec", "openapi.json");
      await writeFile(spec, text);
      try {
        return result(await subject.make.makePackage(inputOf(spec), format), document, []);
      } catch (error) {
        const faults = faultsOf(error);
        if (faults === undefined)
          return result(undefined, document, [`${payload}: ${String(error).slice(0, 2000)}`]);
        const before = refused.size;
        for (const { line, code } of faults) {
          for (const place of lines.get(line) ?? []) refused.set(place, code);
        }
        if (refused.size > before) continue;
        // A fault that stands elsewhere, as where an object begins.
        const culprit = await findCulprit(subject, open, payload, spec);
        if (culprit === undefined) return result(undefined, document, [`${payload}: ${String(error)}`]);
        refused.set(culprit, faults[0]?.code ?? "");
      }
    }
    return result(undefined, {}, [`${payload}: refused again and again`]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Two of each kind: the fields of an object are the same wherever it stands. */
function someOfEach(places: readonly Place[]): readonly Place[] {
  const counts = new Map<string, number>();
  return places.filter(({ id }) => {
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return count < 2;
  });
}

/** The first place whose payload makes a document be refused that was not before. */
async function findCulprit(
  subject: Pick<Subject, "make">,
  places: readonly Place[],
  payload: string,
  spec: string,
): Promise<Place | undefined> {
  for (const place of places.filter(({ id }) => elsewhere.has(id))) {
    if (await isRefused(subject, [place], payload, spec)) return place;
  }
  let good = 0;
  let bad = places.length;
  if (await isRefused(subject, [], payload, spec)) return undefined;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (await isRefused(subject, places.slice(0, middle), payload, spec)) bad = middle;
    else good = middle;
  }
  const culprit = places[good];
  if (culprit !== undefined) elsewhere.add(culprit.id);
  return culprit;
}

/** Places whose faults are reported elsewhere, as another payload has shown. */
const elsewhere = new Set<string>();

async function isRefused(
  subject: Pick<Subject, "make">,
  places: readonly Place[],
  payload: string,
  spec: string,
): Promise<boolean> {
  await writeFile(spec, spoil(places, payload).text);
  const accepted = new Error("accepted");
  try {
    await subject.make.makePackage(inputOf(spec), () => Promise.reject(accepted));
  } catch (error) {
    return faultsOf(error) !== undefined;
  }
  return false;
}

export function inputOf(spec: string): MakeInput {
  return {
    spec,
    packageName: "@acme/pets",
    workspace: false,
    house: false,
    strict: false,
    allowRemote: undefined,
    lock: undefined,
    applicableFaults: undefined,
    kept: { version: "1.0.0", changelog: undefined },
  };
}

function faultsOf(error: unknown): readonly { readonly line: number; readonly code: string }[] | undefined {
  // By its name, because the class of a copy is another one.
  if (!(error instanceof Error) || error.name !== "DocumentError") return undefined;
  const { diagnostics } = error as Error & {
    diagnostics: readonly { severity: string; code: string; location: { line: number } }[];
  };
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, location }) => ({ line: location.line, code }));
}

/** The document with a payload in some places, a value a line, and which places stand on which line. */
function spoil(
  places: readonly Place[],
  payload: string,
): {
  readonly text: string;
  readonly document: JsonObject;
  readonly lines: ReadonlyMap<number, readonly Place[]>;
} {
  const make = payloads[payload] as (id: string) => string;
  const values = new Map<string, { readonly text: string; readonly place: Place }>();
  const keys = new Map<string, { readonly text: string; readonly place: Place; readonly copy: string }[]>();
  for (const [index, place] of places.entries()) {
    const text = wrap(place, make(`c${index}`));
    if (place.is === "value") values.set(JSON.stringify(place.pointer), { text, place });
    else {
      const parent = JSON.stringify(place.pointer.slice(0, -1));
      keys.set(parent, [...(keys.get(parent) ?? []), { text, place, copy: String(place.pointer.at(-1)) }]);
    }
  }
  const lines: string[] = [];
  const placed = new Map<number, Place[]>();
  const note = (place: Place | undefined): void => {
    if (place !== undefined) placed.set(lines.length + 1, [...(placed.get(lines.length + 1) ?? []), place]);
  };
  const write = (
    value: JsonValue,
    pointer: readonly (string | number)[],
    head: string,
    tail: string,
  ): JsonValue => {
    if (isArray(value)) {
      lines.push(`${head}[`);
      const items = value.map((item, index) =>
        write(item, [...pointer, index], "", index < value.length - 1 ? "," : ""),
      );
      lines.push(`]${tail}`);
      return items;
    }
    if (isObject(value)) {
      lines.push(`${head}{`);
      const added = new Map<string, { readonly place: Place; readonly copy: string }>();
      for (const { text, place, copy } of keys.get(JSON.stringify(pointer)) ?? []) {
        if (!Object.hasOwn(value, text)) added.set(text, { place, copy });
      }
      const entries = [
        ...Object.entries(value),
        ...[...added].map(([key, { copy }]) => [key, value[copy] ?? "x"] as const),
      ];
      const out = entries.map(([key, item], index) => {
        const extra = Object.hasOwn(value, key) ? undefined : added.get(key);
        note(extra?.place);
        const end = index < entries.length - 1 ? "," : "";
        // A copy stays as it was: one payload a cell.
        const at = extra === undefined ? [...pointer, key] : [...pointer, key, " copy"];
        return [key, write(item, at, `${JSON.stringify(key)}: `, end)];
      });
      lines.push(`}${tail}`);
      return Object.fromEntries(out);
    }
    const spoilt = values.get(JSON.stringify(pointer));
    note(spoilt?.place);
    lines.push(`${head}${JSON.stringify(spoilt?.text ?? value)}${tail}`);
    return spoilt?.text ?? value;
  };
  const document = write(fullDocument(), [], "", "") as JsonObject;
  return { text: lines.join("\n"), document, lines: placed };
}

/** Where a text must begin in some way, it does, so that more than its beginning is tried. */
function wrap({ id }: Place, text: string): string {
  if (id === "paths{}") return `/${text}`;
  if (id === "server.url") return `https://shop.test/${text}`;
  if (id.endsWith(".x-{}") || id.endsWith(".unknown")) return id.endsWith(".x-{}") ? `x-${text}` : text;
  return text;
}
