import { isDeepStrictEqual } from "node:util";
import type { JsonObject } from "@trunkline/document";
import { emitFaultTest } from "../emit/package/fault-test.ts";
import { SCHEMA_FILE } from "../emit/package/schema.ts";
import { staticFilesOf } from "../emit/package/static-files.ts";
import { skillName } from "../emit/skill/skill-name.ts";
import { hasInvisible } from "../invisible.ts";
import type { Model } from "../model/types.ts";
import { formatLock } from "../names/lock.ts";
import { declaredBy } from "./declarations.ts";
import { checkIndex, checkPick, checkRaw, checkStatic, checkVersion } from "./fixed-files.ts";
import { checkManifest } from "./manifest.ts";
import { ParsedSources } from "./parse.ts";
import { checkReadme } from "./readme.ts";
import { checkSchemaTypes } from "./schema-types.ts";
import { checkShippedDocument } from "./shipped-document.ts";
import { checkSkill } from "./skill.ts";
import { checkSource } from "./sources.ts";

/** The document itself, as it is shipped. */
export const DOCUMENT_FILE = "openapi.yaml";

const documentFiles: ReadonlySet<string> = new Set([DOCUMENT_FILE, SCHEMA_FILE]);

/** What the files of a package were made of. */
export interface Origin {
  readonly model: Model;
  readonly document: JsonObject;
  readonly packageName: string;
}

/**
 * Reads every emitted file again: each TypeScript file imports and declares the names that the model has, and is made of
 * nodes that do nothing but call the runtime with data. So text of the document can stand only in comments, literals and
 * keys. A document is untrusted input; this is the net under the functions that quote its text.
 *
 * @param parsedBefore - files that need not be parsed again, if they are the same
 * @returns One sentence per fault, with the file's name; empty when all is well.
 */
export function verifyOutput(
  files: ReadonlyMap<string, string>,
  origin: Origin,
  parsedBefore: ParsedSources = new ParsedSources(),
): string[] {
  const { model, document, packageName } = origin;
  const sources = declaredBy(model);
  const staticFiles = staticFilesOf(model);
  const skillFolder = `skills/${skillName(packageName)}`;
  const skillFiles = new Set([`${skillFolder}/SKILL.md`, `${skillFolder}/references/methods.md`]);
  const faults: string[] = [];
  for (const path of sources.keys()) if (!files.has(path)) faults.push(`${path} is missing`);
  for (const [name, text] of files) {
    const source = sources.get(name);
    if (staticFiles.has(name)) faults.push(...checkStatic(name, text, staticFiles.get(name)));
    else if (name === "test/faults.test.ts")
      faults.push(...checkStatic(name, withoutNumber(text), faultTest));
    else if (name === "package.json") faults.push(...checkManifest(text, model));
    else if (name === "README.md") faults.push(...checkReadme(text, packageName, model));
    else if (skillFiles.has(name)) faults.push(...checkSkill(name, text, packageName, model));
    else if (name === "names.lock") faults.push(...checkInvisible(name, text), ...checkLock(text, model));
    else if (documentFiles.has(name)) faults.push(...checkDocumentFile(name, text, document, parsedBefore));
    else if (name.endsWith(".ts")) {
      const parsed = parsedBefore.parse(name, text);
      if (source !== undefined) checkSource(parsed, name, source, sources);
      else if (name === "src/index.ts") checkIndex(parsed, sources);
      else if (name === "src/pick.ts") faults.push(...checkPick(text, model));
      else if (name === "src/raw.ts") faults.push(...checkRaw(text, model));
      else if (name === "src/version.ts") faults.push(...checkVersion(text));
      else faults.push(`${name} is not a file of a package`);
      faults.push(...parsed.all);
    } else if (name !== "CHANGELOG.md") faults.push(`${name} is not a file of a package`);
  }
  return faults;
}

/** The same for the files that are made of the document alone, both of which have to be there. */
export function verifyDocumentFiles(
  files: ReadonlyMap<string, string>,
  document: JsonObject,
  parsedBefore: ParsedSources = new ParsedSources(),
): string[] {
  return [...documentFiles].flatMap((name) => {
    const text = files.get(name);
    return text === undefined
      ? [`${name} is missing`]
      : checkDocumentFile(name, text, document, parsedBefore);
  });
}

function checkDocumentFile(
  name: string,
  text: string,
  document: JsonObject,
  parsedBefore: ParsedSources,
): readonly string[] {
  if (name === DOCUMENT_FILE) return [...checkInvisible(name, text), ...checkShippedDocument(text, document)];
  const parsed = parsedBefore.parse(name, text);
  checkSchemaTypes(parsed, document);
  return parsed.all;
}

const withoutNumber = (text: string): string => text.replace(/applicable: \d+/, "applicable: 0");
const faultTest = emitFaultTest(0);

function checkInvisible(name: string, text: string): string[] {
  return hasInvisible(text) ? [`${name} has a character that cannot be seen`] : [];
}

function checkLock(text: string, { lock }: Model): string[] {
  try {
    if (isDeepStrictEqual(JSON.parse(text), JSON.parse(formatLock(lock)))) return [];
  } catch {
    return ["names.lock is not JSON"];
  }
  return ["names.lock does not hold the names of the model"];
}
