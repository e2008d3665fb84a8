import { field, formatPointer, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import type { Faults } from "./faults.ts";
import type { Flaw } from "./losses.ts";
import { idOf, type NamedSchemas, namedSchemas, partOf, tokensWithin } from "./named-schemas.ts";
import { suggest } from "./nearest.ts";
import { type Position, type PositionTable, position } from "./positions.ts";
import { parseReference, type Reference } from "./reference.ts";

/** A parsed source file. */
export interface ParsedFile {
  readonly value: JsonValue;
  readonly fileIndex: number;
}

/** Place that a `$ref` leads to. */
export interface Target {
  readonly file: string;
  readonly tokens: readonly string[];
  readonly value: JsonValue;
  readonly at: Position;
}

/** A file that is not there: what refers to it leads nowhere. */
export interface MissingFile {
  readonly missing: string;
}

interface Asked {
  readonly ref: string;
  readonly at: Position;
  /** Refs that were followed to get here. */
  readonly hops: number;
}

const MAX_HOPS = 100;

/** What a file names, and where refs stand in it that are relative to an `$id`. */
interface Names extends NamedSchemas {
  readonly basesAt: ReadonlyMap<Position, string>;
}

/** Stands for the address of a document that says only a part of its own. */
const BASE = "https://document.invalid/";

/** Follows refs between parsed files. */
export class Resolver {
  /** Files that were asked for and are not there yet, with the place of the first ref to each. */
  readonly missing: Map<string, Position> = new Map();
  readonly #found = new Map<string, Target>();
  readonly #names = new WeakMap<ParsedFile, Names>();
  readonly #files: ReadonlyMap<string, ParsedFile | MissingFile | undefined>;
  readonly #positions: PositionTable;
  readonly #faults: Faults;
  readonly #origin: string | undefined;

  /** @param files by key; `undefined` is a file that could not be read, which was reported */
  constructor(
    files: ReadonlyMap<string, ParsedFile | MissingFile | undefined>,
    positions: PositionTable,
    faults: Faults,
    origin?: string,
  ) {
    this.#origin = origin;
    this.#files = files;
    this.#positions = positions;
    this.#faults = faults;
  }

  /**
   * @returns what is wrong where the ref leads nowhere; `undefined` where it must not be followed, which is reported, and
   * for a file that is still missing
   */
  resolve(ref: string, from: string, at: Position, hops = 0): Target | Flaw | undefined {
    if (hops > MAX_HOPS) {
      return { at, code: "ref-cycle", message: `the $ref ${JSON.stringify(ref)} goes in a circle` };
    }
    // Most refs lead where others of the same file led before.
    const base = this.#baseAt(from, at);
    const id = `${from} ${base ?? ""} ${ref}`;
    const known = this.#found.get(id);
    if (known !== undefined) return known;
    const reference =
      this.#byId(ref, from, base) ?? parseReference(this.#ownRef(ref, from), from, this.#origin);
    if ("code" in reference) {
      if (reference.code === "ref-malformed") return { at, ...reference };
      this.#faults.error(at, reference.code, reference.message, reference.hint);
      return undefined;
    }
    const file = this.#files.get(reference.file);
    if (file === undefined) {
      if (!this.#files.has(reference.file) && !this.missing.has(reference.file)) {
        this.missing.set(reference.file, at);
      }
      return undefined;
    }
    if ("missing" in file) {
      const message = `the $ref ${JSON.stringify(ref)} leads nowhere: ${file.missing}`;
      return { at, code: "ref-dangling", message };
    }
    const root: Target = {
      file: reference.file,
      tokens: [],
      value: file.value,
      at: position(file.fileIndex, 0),
    };
    const { anchor } = reference;
    const { anchors } = this.#namesOf(file);
    const tokens = anchor === undefined ? reference.tokens : anchors.get(anchor);
    if (tokens === undefined) {
      const message = `the $ref ${JSON.stringify(ref)} leads nowhere: ${reference.file} has no $anchor ${JSON.stringify(anchor)}`;
      return { at, code: "ref-dangling", message, hint: suggest(anchor ?? "", anchors.keys()) };
    }
    const found = this.walk(root, tokens, { ref, at, hops });
    if (isTarget(found)) this.#found.set(id, found);
    return found;
  }

  /** `$id` that a ref at this place is relative to. */
  #baseAt(from: string, at: Position): string | undefined {
    const file = this.#files.get(from);
    return file === undefined || "missing" in file ? undefined : this.#namesOf(file).basesAt.get(at);
  }

  /** A schema of the same file that has the address as its `$id`, and what is within one. */
  #byId(ref: string, from: string, base: string | undefined): Reference | undefined {
    const file = this.#files.get(from);
    if (file === undefined || "missing" in file) return undefined;
    const names = this.#namesOf(file);
    const within = base === undefined ? undefined : tokensWithin(file.value, names, base, ref);
    if (within !== undefined) return { file: from, tokens: within };
    if (ref.startsWith("#")) return undefined;
    const [address = "", fragment = ""] = ref.split("#", 2);
    const id = idOf(names, address);
    return id === undefined ? undefined : { file: from, tokens: [], ...partOf(names, id, fragment) };
  }

  #namesOf(file: ParsedFile): Names {
    const known = this.#names.get(file);
    if (known !== undefined) return known;
    const found = namedSchemas(file.value);
    const basesAt = new Map<Position, string>();
    for (const [schema, base] of found.bases) {
      const at = this.#positions.child(schema, "$ref");
      if (at !== undefined) basesAt.set(at, base);
    }
    const names = { ...found, basesAt };
    this.#names.set(file, names);
    return names;
  }

  /** A document that says its own address (`$self`, OpenAPI 3.2) may refer to itself by it. */
  #ownRef(ref: string, from: string): string {
    const file = this.#files.get(from);
    const self = file !== undefined && "value" in file ? field(file.value, "$self") : undefined;
    const hash = ref.indexOf("#");
    if (typeof self !== "string" || hash < 1 || !URL.canParse(self, BASE)) return ref;
    const base = new URL(self, BASE);
    base.hash = "";
    const address = ref.slice(0, hash);
    const isOwn = URL.canParse(address, base.href) && new URL(address, base.href).href === base.href;
    return isOwn ? ref.slice(hash) : ref;
  }

  /** Place of the `$ref` in a ref. */
  placeOf(ref: { readonly $ref: string }, fallback: Position): Position {
    return this.#positions.child(ref, "$ref") ?? fallback;
  }

  /** Goes down from a target; refs on the way are followed. */
  walk(from: Target, tokens: readonly string[], asked: Asked): Target | Flaw | undefined {
    let here = from;
    for (const token of tokens) {
      let next = this.#step(here, token);
      if (next === undefined && isRef(here.value)) {
        const at = this.placeOf(here.value, here.at);
        const through = this.resolve(here.value.$ref, here.file, at, asked.hops + 1);
        if (!isTarget(through)) return through;
        here = through;
        next = this.#step(here, token);
      }
      if (next === undefined) return dangling(here, token, asked);
      here = next;
    }
    return here;
  }

  #step(here: Target, token: string): Target | undefined {
    const { value } = here;
    if (typeof value !== "object" || value === null) return undefined;
    if (Array.isArray(value) ? !/^(0|[1-9]\d{0,9})$/.test(token) : false) return undefined;
    if (!Object.hasOwn(value, token)) return undefined;
    return {
      file: here.file,
      tokens: [...here.tokens, token],
      value: (value as JsonObject)[token] ?? null,
      at: this.#positions.child(value, token) ?? here.at,
    };
  }
}

function dangling(here: Target, token: string, { ref, at }: Asked): Flaw {
  const inside = here.tokens.length === 0 ? here.file : `${here.file}#${formatPointer(here.tokens)}`;
  const names = isObject(here.value) ? Object.keys(here.value) : [];
  const message = `the $ref ${JSON.stringify(ref)} leads nowhere: ${inside} has no ${JSON.stringify(token)}`;
  return { at, code: "ref-dangling", message, hint: suggest(token, names) };
}

export function isTarget(found: object | undefined): found is Target {
  return found !== undefined && "tokens" in found;
}

/** A `$ref`, with or without siblings. */
export function isRef(value: JsonValue | undefined): value is JsonObject & { readonly $ref: string } {
  return isObject(value) && Object.hasOwn(value, "$ref") && typeof value.$ref === "string";
}

/** A `$ref` with nothing beside it: another name for what it leads to. */
export function isPureRef(value: JsonValue | undefined): value is { readonly $ref: string } {
  return isRef(value) && Object.keys(value).length === 1;
}
