import ts from "typescript";
import { type Fence, fileStem } from "./extract.ts";

/** A file that the compilers are given, and what it was made of. */
export interface ProgramFile {
  readonly name: string;
  readonly text: string;
  readonly fence: Fence;
  /** Lines in front of the fence's own. */
  readonly lead: number;
}

/** What a package offers to its doc comments. */
export interface Exporting {
  /** Class of its client. */
  readonly client?: string;
  /** Name -> entry that it is imported from. */
  readonly exports: ReadonlyMap<string, string>;
}

/**
 * One module for each fence.
 *
 * A page must hold all that its fences use: what one of them declares or imports, later ones of the page may use. A doc
 * comment is read beside its package, so a `client` and the package's exports are there.
 */
export function programFiles(
  fences: readonly Fence[],
  packages: ReadonlyMap<string, Exporting>,
): ProgramFile[] {
  const code = fences.filter(({ language }) => language !== "json");
  const files = code.map((fence) => ({
    fence,
    name: `${fileStem(fence)}.${fence.language}`,
    ...namesOf(fence),
  }));
  return files.map(({ fence, name, declared, used }, index) => {
    const missing = [...used].filter((one) => !declared.has(one));
    const lead: string[] =
      fence.commentOf === undefined
        ? files
            .slice(0, index)
            .reverse()
            .reduce(
              (borrowed, earlier) => {
                if (earlier.fence.page !== fence.page) return borrowed;
                const names = missing.filter((one) => earlier.declared.has(one) && !borrowed.names.has(one));
                for (const one of names) borrowed.names.add(one);
                if (names.length > 0)
                  borrowed.lines.push(`import { ${names.join(", ")} } from "./${moduleOf(earlier.name)}";`);
                return borrowed;
              },
              { names: new Set<string>(), lines: [] as string[] },
            ).lines
        : beside(fence.commentOf, missing, packages.get(fence.commentOf));
    const shared = [...declared].filter((one) => !isExported(fence.text, one));
    const text = [...lead, fence.text, `export { ${shared.join(", ")} };`, ""].join("\n");
    return { name, text, fence, lead: lead.length };
  });
}

function moduleOf(name: string): string {
  return name.replace(/\.tsx?$/, ".js");
}

function beside(packageName: string, missing: readonly string[], exporting?: Exporting): string[] {
  const { client, exports = new Map<string, string>() } = exporting ?? {};
  return [
    ...missing.flatMap((one) => {
      const entry = exports.get(one);
      return entry === undefined ? [] : [`import { ${one} } from "${entry}";`];
    }),
    ...(client !== undefined && missing.includes("client")
      ? [`declare const client: import("${packageName}").${client};`]
      : []),
  ];
}

/** What a fence declares or imports for itself and those after it, and every name in it. */
function namesOf({ text, language }: Fence): {
  readonly declared: ReadonlySet<string>;
  readonly used: ReadonlySet<string>;
} {
  const file = ts.createSourceFile(`fence.${language}`, text, ts.ScriptTarget.Latest, true);
  const declared = new Set<string>();
  const add = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) declared.add(name.text);
    else for (const one of name.elements) if (ts.isBindingElement(one)) add(one.name);
  };
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement))
      for (const one of statement.declarationList.declarations) add(one.name);
    else if (ts.isImportDeclaration(statement)) {
      const { name, namedBindings } = statement.importClause ?? {};
      if (name) declared.add(name.text);
      if (namedBindings && ts.isNamespaceImport(namedBindings)) declared.add(namedBindings.name.text);
      if (namedBindings && ts.isNamedImports(namedBindings))
        for (const one of namedBindings.elements) declared.add(one.name.text);
    } else if (
      (ts.isFunctionDeclaration(statement) ||
        ts.isClassDeclaration(statement) ||
        ts.isInterfaceDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement)) &&
      statement.name
    )
      declared.add(statement.name.text);
  }
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) used.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { declared, used };
}

function isExported(text: string, name: string): boolean {
  return new RegExp(
    `^export (?:default )?(?:async )?(?:const|let|class|function\\*?|interface|type) ${name}\\b`,
    "m",
  ).test(text);
}
