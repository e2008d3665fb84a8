import { BULK, bulkExports, bulkNames } from "../names/bulk-names.ts";
import { runtimeNames } from "../names/reserved.ts";
import { webhookNames } from "../names/webhook-names.ts";
import { ts } from "../typescript.ts";
import type { Declared } from "./declarations.ts";
import type { FileFaults } from "./parse.ts";

const RUNTIME = "@trunkline/runtime/client";

/** Names that the files of a package offer each other. */
export type Offers = ReadonlyMap<string, Pick<Declared, "exports" | "isInternal">>;

/**
 * Imports and exports of a file: of the runtime and of the package's other files, by names that those have, and by no
 * other name.
 *
 * @returns names that the file may refer to
 */
export function checkImports(faults: FileFaults, path: string, files: Offers): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of faults.file.statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const specifier = statement.moduleSpecifier;
    const module = specifier && ts.isStringLiteral(specifier) ? specifier.text : "";
    const offered = offeredBy(module, path, files);
    const clause = ts.isImportDeclaration(statement) ? statement.importClause : statement;
    const list = clause && (ts.isImportClause(clause) ? clause.namedBindings : clause.exportClause);
    const hasDefault = clause !== undefined && ts.isImportClause(clause) && clause.name !== undefined;
    if (offered === undefined) faults.add(statement, `imports ${JSON.stringify(module)}`);
    const isList = list !== undefined && (ts.isNamedImports(list) || ts.isNamedExports(list));
    if (hasDefault || !isList || statement.attributes) {
      faults.add(statement, `imports more of ${JSON.stringify(module)} than names`);
      continue;
    }
    for (const { name, propertyName } of list.elements) {
      if (propertyName !== undefined || !offered?.has(name.text)) {
        faults.add(statement, `imports ${name.text}, which ${JSON.stringify(module)} does not have`);
      }
      names.add(name.text);
    }
  }
  return names;
}

function offeredBy(module: string, from: string, files: Offers): ReadonlySet<string> | undefined {
  if (module === RUNTIME) return runtimeNames;
  if (module === BULK) return new Set([...bulkNames, ...bulkExports.values, ...bulkExports.types]);
  if (from === "src/webhooks.ts" && Object.hasOwn(webhookNames, module)) return new Set(webhookNames[module]);
  if (!module.startsWith("./") && !module.startsWith("../")) return undefined;
  const path = new URL(module, `file:///${from}`).pathname.slice(1).replace(/\.js$/, ".ts");
  if (path === "src/version.ts") return new Set(["VERSION"]);
  const file = files.get(path);
  return file && new Set(file.exports);
}
