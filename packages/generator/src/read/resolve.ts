import { field, formatPointer, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import type { Faults } from "./faults.ts";
import { suggest } from "./nearest.ts";
import { type Position, type PositionTable, position } from "./positions.ts";
import { parseReference } from "./reference.ts";

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

interface ResolveOptions {
  /** Refs that were followed to get here. @default 0 */
  readonly hops?: number;
  /** A ref that leads nowhere costs what it stands for, and not the document. @default false */
  readonly spared?: boolean | undefined;
}

interface Asked extends ResolveOptions {
  readonly ref: string;
  readonly at: Position;
  readonly hops: number;
}

const MAX_HOPS = 100;

/** Stands for the address of a document that says only a part of its own. */
const BASE = "https://document.invalid/";

/** Follows refs between parsed files. */
export class Resolver {
  /** Files that were asked for and are not there yet, with the place of the first ref to each. */
  readonly missing: Map<string, Position> = new Map();
  readonly #found = new Map<string, Target>();
  readonly #files: ReadonlyMap<string, ParsedFile | undefined>;
  readonly #positions: PositionTable;
  readonly #faults: Faults;
  readonly #origin: string | undefined;

  /** @param files by key; `undefined` is a file that could not be read, which was reported */
  constructor(
    files: ReadonlyMap<string, ParsedFile | undefined>,
    positions: PositionTable,
    faults: Faults,
    origin?: string,
  ) {
    this.#origin = origin;
    this.#files = files;
    this.#positions = positions;
    this.#faults = faults;
  }

  /** @returns `undefined` where the ref leads nowhere, which is reported, or to a file that is still missing */
  resolve(
    ref: string,
    from: string,
    at: Position,
    { hops = 0, spared = false }: ResolveOptions = {},
  ): Target | undefined {
    if (hops > MAX_HOPS) {
      this.#faults.error(at, "ref-cycle", `the $ref ${JSON.stringify(ref)} goes in a circle`);
      return undefined;
    }
    // Most refs lead where others of the same file led before.
    const id = `${from} ${ref}`;
    const known = this.#found.get(id);
    if (known !== undefined) return known;
    const reference = parseReference(this.#ownRef(ref, from), from, this.#origin);
    if ("code" in reference) {
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
    const root: Target = {
      file: reference.file,
      tokens: [],
      value: file.value,
      at: position(file.fileIndex, 0),
    };
    const found = this.walk(root, reference.tokens, { ref, at, hops, spared });
    if (found !== undefined) this.#found.set(id, found);
    return found;
  }

  /** A document that says its own address (`$self`, OpenAPI 3.2) may refer to itself by it. */
  #ownRef(ref: string, from: string): string {
    const self = field(this.#files.get(from)?.value, "$self");
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
  walk(from: Target, tokens: readonly string[], asked: Asked): Target | undefined {
    let here = from;
    for (const token of tokens) {
      let next = this.#step(here, token);
      if (next === undefined && isRef(here.value)) {
        const through = this.resolve(here.value.$ref, here.file, this.placeOf(here.value, here.at), {
          hops: asked.hops + 1,
          spared: asked.spared,
        });
        if (through === undefined) return undefined;
        here = through;
        next = this.#step(here, token);
      }
      if (next === undefined) {
        this.#dangling(here, token, asked);
        return undefined;
      }
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

  #dangling(here: Target, token: string, asked: Asked): void {
    const inside = here.tokens.length === 0 ? here.file : `${here.file}#${formatPointer(here.tokens)}`;
    const names =
      typeof here.value === "object" && here.value !== null && !Array.isArray(here.value)
        ? Object.keys(here.value)
        : [];
    const message = `the $ref ${JSON.stringify(asked.ref)} leads nowhere: ${inside} has no ${JSON.stringify(token)}`;
    const hint = suggest(token, names);
    if (asked.spared === true) {
      this.#faults.warning(asked.at, "ref-dangling", `${message}; the schema is read as unknown`, hint);
    } else {
      this.#faults.error(asked.at, "ref-dangling", message, hint);
    }
  }
}

/** A `$ref`, with or without siblings. */
export function isRef(value: JsonValue | undefined): value is JsonObject & { readonly $ref: string } {
  return isObject(value) && Object.hasOwn(value, "$ref") && typeof value.$ref === "string";
}

/** A `$ref` with nothing beside it: another name for what it leads to. */
export function isPureRef(value: JsonValue | undefined): value is { readonly $ref: string } {
  return isRef(value) && Object.keys(value).length === 1;
}
