import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import type { Node } from "typescript";
import { RECURSIVE_ALIAS } from "../emit/package/recursive-schemas.ts";
import { WITH_REQUIRED } from "../emit/package/schema.ts";
import { ts } from "../typescript.ts";
import type { FileFaults } from "./parse.ts";
import { ambientTypes, foreignTypeKinds, hasInside, textOfKey } from "./vocabulary.ts";

/** Declarations that openapi-typescript makes of a document. */
const roots: ReadonlySet<string> = new Set(["$defs", "components", "operations", "paths", "webhooks"]);

/** What those may refer to beside the types of the platform. */
const names: ReadonlySet<string> = new Set([...roots, ...ambientTypes, "WithRequired"]);

/** Keys that openapi-typescript writes by itself. */
const ownKeys: ReadonlySet<string> = new Set(
  (
    "callbacks components content cookie delete get head header headers links mediaTypes operations options " +
    "parameters patch path pathItems paths post put query requestBodies requestBody responses schemas securitySchemes " +
    "trace webhooks default */*"
  ).split(" "),
);

/**
 * `src/schema.ts`, which another program writes: types of the five roots and nothing that runs, and no key or literal that
 * the document does not have.
 */
export function checkSchemaTypes(faults: FileFaults, document: JsonObject): void {
  const words = wordsOf(document);
  const aliases = new Set(faults.file.statements.flatMap(aliasName));
  for (const statement of faults.file.statements) {
    // The one helper that it may need, word by word.
    if (squeeze(statement.getText(faults.file)) === squeeze(WITH_REQUIRED)) continue;
    const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
    const isKnown = isType && (roots.has(statement.name.text) || aliasName(statement).length > 0);
    if (!isKnown || statement.typeParameters) {
      faults.add(
        statement,
        `has a statement of kind ${ts.SyntaxKind[statement.kind]} that no document gives`,
      );
      continue;
    }
    ts.forEachChild(statement, (node) => {
      if (node !== statement.name) checkNode(node, words, aliases, faults);
    });
  }
}

/** Of a schema that leads to itself; no other file can name it. */
function aliasName(statement: Node): string[] {
  const isAlias =
    ts.isTypeAliasDeclaration(statement) && !statement.modifiers && RECURSIVE_ALIAS.test(statement.name.text);
  return isAlias ? [statement.name.text] : [];
}

/** The formatter breaks lines as it likes. */
const squeeze = (text: string): string => text.replace(/\s+/g, "");

function checkNode(
  node: Node,
  words: ReadonlySet<string>,
  aliases: ReadonlySet<string>,
  faults: FileFaults,
): void {
  const isKnown = (name: string): boolean => names.has(name) || aliases.has(name);
  if (!hasInside(node, foreignTypeKinds, isKnown, faults)) return;
  if (ts.isStringLiteral(node) && !words.has(node.text)) {
    faults.add(node, `has the text ${JSON.stringify(node.text)}, which the document does not have`);
  }
  ts.forEachChild(node, (child) => {
    if ((ts.isPropertySignature(node) || ts.isParameter(node)) && child === node.name) {
      const text = textOfKey(child);
      if (text !== undefined && (ts.isParameter(node) || words.has(text))) return;
      faults.add(child, "has a key that the document does not have");
    } else checkNode(child, words, aliases, faults);
  });
}

/** Every key and text of a document, and what openapi-typescript makes keys of. */
function wordsOf(document: JsonObject): ReadonlySet<string> {
  const words = new Set(ownKeys);
  const open: JsonValue[] = [document];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === "string") {
      words.add(value);
      // Ids of operations are written so.
      if (value.includes("#")) words.add(value.replaceAll("#", "/"));
    } else if (typeof value === "number" || typeof value === "boolean") words.add(String(value));
    else if (isArray(value)) for (const item of value) open.push(item);
    else if (isObject(value)) {
      for (const [key, field] of Object.entries(value)) {
        words.add(key);
        open.push(field);
      }
    }
  }
  return words;
}
