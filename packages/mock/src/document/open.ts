import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { dirname, resolve as resolvePath } from "node:path";
import {
  isObject,
  type JsonObject,
  type JsonValue,
  objectOf,
  readExtension,
  valueAt,
} from "@trunkline/document";
import { type Guesses, noGuesses, type OpenDocument, readGuesses } from "@trunkline/document/mock";
import { parse } from "yaml";
import { refuseForeign } from "./refuse-foreign.ts";

/** An OpenAPI document that was read from a file. */
export interface DocumentFile extends OpenDocument {
  /** Absolute path of the file. */
  readonly file: string;
}

/**
 * Opens a YAML or JSON document, which may consist of several files. References are resolved when they are needed, so
 * schemas may be recursive.
 *
 * @param file path of the document
 * @throws Error if a file cannot be read or is not an OpenAPI 3 document, or if a reference leads nowhere, to the
 * network or out of the document's folder
 *
 * @example
 * const document = openDocument("specs/petstore/openapi.yaml");
 * const operations = readOperations(document);
 */
export function openDocument(file: string): DocumentFile {
  const files = new Map<string, JsonValue>();
  const home = new WeakMap<object, string>();

  const load = (path: string): JsonValue => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const content = parse(readText(path), { merge: true }) as JsonValue;
    files.set(path, content);
    remember(content, path, home);
    return content;
  };

  const follow = (node: JsonObject, reference: string): JsonValue | undefined => {
    const from = home.get(node) ?? file;
    const hash = reference.indexOf("#");
    const target = hash === -1 ? reference : reference.slice(0, hash);
    const pointer = hash === -1 ? "" : decodeURIComponent(reference.slice(hash + 1));
    if (/^[a-z][a-z0-9+.-]*:/i.test(target))
      throw new Error(`${from}: the remote reference ${reference} is not followed`);
    const path = target === "" ? from : resolvePath(dirname(from), target);
    const found = valueAt(load(path), pointer);
    if (found === undefined) throw new Error(`${from}: the reference ${reference} leads nowhere`);
    return found;
  };

  const resolve = (node: JsonValue | undefined): JsonValue | undefined => {
    const seen = new Set<JsonValue>();
    let current = node;
    while (isObject(current) && typeof current.$ref === "string") {
      if (seen.has(current)) throw new Error(`${file}: the reference ${current.$ref} leads to itself`);
      seen.add(current);
      current = follow(current, current.$ref);
    }
    return current;
  };

  const root = load(resolvePath(file));
  if (isObject(root) && root.swagger !== undefined)
    throw new Error(
      `${file} is Swagger, which is not served as it is: "trunkline mock" converts it, and so does "trunkline add"`,
    );
  if (!isObject(root) || typeof root.openapi !== "string")
    throw new Error(`${file} is not an OpenAPI document: it has no "openapi" version`);
  refuseForeign(resolvePath(file), load);
  return {
    file: resolvePath(file),
    root,
    said: readExtension("document", root),
    guesses: guessesBeside(resolvePath(file)),
    resolve,
  };
}

function guessesBeside(file: string): Guesses {
  const path = resolvePath(dirname(file), "names.lock");
  try {
    return readGuesses(objectOf(JSON.parse(readText(path))));
  } catch {
    // None, or one that its own reader refuses.
    return noGuesses;
  }
}

/** Text of a file; a pipe that nobody writes to is not waited for. */
function readText(path: string): string {
  // Windows has no such flag, and no pipes with a path of a file.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!fstatSync(descriptor).isFile()) throw new Error(`${path} is not a file, so it is not read`);
    return readFileSync(descriptor, "utf8");
  } finally {
    closeSync(descriptor);
  }
}

function remember(node: unknown, path: string, home: WeakMap<object, string>): void {
  if (typeof node !== "object" || node === null || home.has(node)) return;
  home.set(node, path);
  for (const child of Object.values(node)) remember(child, path, home);
}
