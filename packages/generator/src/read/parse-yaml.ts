import type { JsonObject, JsonValue } from "@trunkline/document";
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
} from "yaml";
import type { Faults } from "./faults.ts";
import { tellLostDigits } from "./lost-digits.ts";
import { type Position, type PositionTable, position } from "./positions.ts";
import type { SourceFile } from "./source-file.ts";
import type { ReadLimits } from "./types.ts";
import { countOfFile, holdChildren, TooLarge, type ValueCount } from "./value-count.ts";

/** What a parser of a source file works with. */
export interface ParseContext {
  readonly file: SourceFile;
  readonly fileIndex: number;
  readonly positions: PositionTable;
  readonly faults: Faults;
  readonly limits: ReadLimits;
}

/** How many faults of the syntax are shown: after the first, a parser finds others that are none. */
const SYNTAX_FAULTS = 3;

/** YAML 1.2 (core schema) as plain data; faults are reported and give `undefined`. */
export function parseYaml(context: ParseContext): JsonValue | undefined {
  const { file, fileIndex, faults, limits } = context;
  let document: Document.Parsed;
  try {
    document = parseDocument(file.text, {
      version: "1.2",
      schema: "core",
      strict: true,
      stringKeys: true,
      // Checked below: the package's own check takes quadratic time.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "error",
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    tooDeep(context, position(fileIndex, 0), limits.depth);
    return undefined;
  }
  const more = document.errors.length - SYNTAX_FAULTS;
  for (const [index, fault] of document.errors.slice(0, SYNTAX_FAULTS).entries()) {
    const at = position(fileIndex, fault.pos[0]);
    if (fault.code === "RESOURCE_EXHAUSTION") tooDeep(context, at, limits.depth);
    else {
      const hint = `${more} more of the kind are not shown: mend the first one, from which others may come`;
      const isLast = index + 1 === SYNTAX_FAULTS && more > 0;
      const message = `not valid YAML: ${fault.message.split("\n", 1)[0] ?? ""}`;
      faults.error(at, "yaml-syntax", message, isLast ? hint : undefined);
    }
  }
  if (document.errors.length > 0) return undefined;
  for (const fault of document.warnings) {
    faults.error(position(fileIndex, fault.pos[0]), "yaml-tag", `not plain YAML: ${fault.message}`);
  }
  try {
    return new Converter(context).convert(document.contents, 0, position(fileIndex, 0));
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

export function tooDeep(context: ParseContext, at: Position, depth: number): void {
  context.faults.error(
    at,
    "too-deep",
    `nested deeper than ${depth} levels`,
    "move inner schemas to components and refer to them",
  );
}

class Converter {
  readonly #context: ParseContext;
  readonly #anchors = new Map<string, Node>();
  readonly #targets = new WeakMap<Alias, Node>();
  readonly #open = new Set<Node>();
  readonly #count: ValueCount;
  #aliasValues = 0;

  constructor(context: ParseContext) {
    this.#count = countOfFile(context.limits, context.faults);
    this.#context = context;
  }

  convert(node: ParsedNode | Node | null, depth: number, fallback: Position): JsonValue {
    const { faults, limits } = this.#context;
    const at = this.#positionOf(node) ?? fallback;
    if (this.#open.size > 0 && ++this.#aliasValues > limits.aliasValues) {
      if (this.#aliasValues === limits.aliasValues + 1) {
        faults.error(at, "yaml-aliases", `YAML aliases add more than ${limits.aliasValues} values`);
      }
      return null;
    }
    if (depth > limits.depth) {
      tooDeep(this.#context, at, limits.depth);
      return null;
    }
    this.#count.add(1, at);
    if (node === null) return null;
    if (isAlias(node)) return this.#alias(node, depth, at);
    if (isMap(node) || isSeq(node)) holdChildren(node.items.length, at, limits, faults);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isMap(node)) return this.#map(node, depth, at);
    if (isSeq(node)) {
      const places: Position[] = [];
      const list = node.items.map((item, index) => {
        places[index] = this.#positionOf(item as Node) ?? at;
        return this.convert(item as Node, depth + 1, at);
      });
      this.#context.positions.set(list, at, places);
      return list;
    }
    return isScalar(node) ? this.#scalar(node.value, node.source, at) : null;
  }

  #alias(alias: Alias, depth: number, at: Position): JsonValue {
    // An anchor may be defined again later: an alias means the definition before it, however often it is expanded.
    const target = this.#targets.get(alias) ?? this.#anchors.get(alias.source);
    if (target === undefined) {
      this.#context.faults.error(at, "yaml-alias", `the alias "*${alias.source}" has no anchor before it`);
      return null;
    }
    this.#targets.set(alias, target);
    if (this.#open.has(target)) {
      this.#context.faults.error(at, "yaml-alias", `the alias "*${alias.source}" contains itself`);
      return null;
    }
    this.#open.add(target);
    const value = this.convert(target, depth, at);
    this.#open.delete(target);
    return value;
  }

  #map(node: YAMLMap, depth: number, at: Position): JsonObject {
    const { faults, positions } = this.#context;
    const entries: Record<string, JsonValue> = Object.create(null);
    const places: Record<string, Position> = Object.create(null);
    const merged: JsonObject[] = [];
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : "";
      const keyAt = this.#positionOf(pair.key as Node) ?? at;
      const value = this.convert(pair.value as Node | null, depth + 1, keyAt);
      if (key === "<<" && isScalar(pair.key) && pair.key.type === "PLAIN") {
        for (const source of this.#mergeSources(value, keyAt)) merged.push(source);
        continue;
      }
      if (key in entries) {
        const first = this.#context.file.locate((places[key] ?? 0) - position(this.#context.fileIndex, 0));
        faults.error(
          keyAt,
          "duplicate-key",
          `the key ${JSON.stringify(key)} stands here a second time`,
          `the first one is on line ${first.line}: delete one or rename it`,
        );
        continue;
      }
      entries[key] = value;
      places[key] = keyAt;
    }
    for (const source of merged) {
      for (const [key, value] of Object.entries(source)) {
        if (key in entries) continue;
        entries[key] = value;
        places[key] = positions.child(source, key) ?? at;
      }
    }
    positions.set(
      entries,
      at,
      Object.keys(entries).map((key) => places[key] ?? at),
    );
    return entries;
  }

  /** `<<: *base` is YAML 1.1, but common in hand-written documents, and means nothing else in them. */
  #mergeSources(value: JsonValue, at: Position): readonly JsonObject[] {
    const sources = Array.isArray(value) ? value : [value];
    if (sources.every((source) => typeof source === "object" && source !== null && !Array.isArray(source))) {
      return sources as readonly JsonObject[];
    }
    this.#context.faults.error(at, "yaml-merge", 'what "<<" merges must be a mapping or a list of mappings');
    return [];
  }

  #scalar(value: unknown, text: string | undefined, at: Position): JsonValue {
    if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
    if (typeof value === "number" && Number.isFinite(value)) {
      tellLostDigits(this.#context, text ?? "", at);
      return value;
    }
    this.#context.faults.error(
      at,
      "not-json",
      `${String(value)} is not a JSON value`,
      "put it in quotes if it is a text",
    );
    return null;
  }

  #positionOf(node: Node | null): Position | undefined {
    const start = node?.range?.[0];
    return start === undefined ? undefined : position(this.#context.fileIndex, start);
  }
}
