import { emitPick } from "../emit/package/pick.ts";
import { emitRaw } from "../emit/package/raw.ts";
import { emitVersion } from "../emit/package/version.ts";
import { ownOperations } from "../model/resources.ts";
import type { Model } from "../model/types.ts";
import { ts } from "../typescript.ts";
import { checkImports, type Offers } from "./imports.ts";
import type { FileFaults } from "./parse.ts";

/** `src/index.ts`: names of the other files and of the runtime, and nothing else. */
export function checkIndex(faults: FileFaults, files: Offers): void {
  const exported = checkImports(faults, "src/index.ts", files);
  for (const statement of faults.file.statements) {
    if (!ts.isExportDeclaration(statement)) faults.add(statement, "has a statement that is not an export");
  }
  for (const name of [...files.values()].flatMap((file) => (file.isInternal ? [] : file.exports))) {
    if (!exported.has(name)) faults.add(0, `does not export ${name}`);
  }
}

/** `src/raw.ts`: the same for every document, but for the name of the client. */
export function checkRaw(text: string, { client: { name } }: Model): string[] {
  return checkStatic("src/raw.ts", text, emitRaw(name));
}

/** `src/pick.ts`: the same for every document, but for the names of the client and of its options, and for methods of its own. */
export function checkPick(text: string, model: Model): string[] {
  const { name, optionsName } = model.client;
  return checkStatic("src/pick.ts", text, emitPick(name, optionsName, ownOperations(model).length > 0));
}

/** `src/version.ts`: the same for every document, but for the version. */
export function checkVersion(text: string): string[] {
  return checkStatic("src/version.ts", text.replace(/"\d+\.\d+\.\d+[\w.+-]*"/, '"0"'), emitVersion("0"));
}

/**
 * Files that are the same for every document. The formatter may break lines elsewhere, and ends members with a sign that
 * stand on lines of their own.
 */
export function checkStatic(name: string, text: string, expected: string | undefined): string[] {
  const squeeze = (code: string | undefined): string =>
    (code ?? "").replace(/[\s,]+/g, "").replaceAll(";}", "}");
  return squeeze(expected) === squeeze(text) ? [] : [`${name} is not the file of every package`];
}
