import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const entry = path("../../runtime/src/client.ts");
const target = path("../src/names/runtime-names.ts");
const biome = path("../../../node_modules/@biomejs/biome/bin/biome");

/** The names that `@trunkline/runtime/client` declares, as a file of this package: it imports no code of the runtime. */
export function runtimeNames(): { readonly is: string; readonly should: string } {
  const program = ts.createProgram([entry], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${entry} exports nothing`);
  const exported = checker.getExportsOfModule(module).map((symbol) => ({
    name: symbol.name,
    isTypeOnly: symbol.declarations?.some(
      (one) => ts.isExportSpecifier(one) && (one.isTypeOnly || one.parent.parent.isTypeOnly),
    ),
    target: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  }));
  const isValue = (one: (typeof exported)[number]): boolean =>
    !one.isTypeOnly && (one.target.flags & ts.SymbolFlags.Value) !== 0;
  const isError = ({ target }: (typeof exported)[number]): boolean =>
    checker.getDeclaredTypeOfSymbol(target).getProperty("stack") !== undefined;
  const members = (name: string): string[] => {
    const found = exported.find((one) => one.name === name);
    if (found === undefined) throw new Error(`the runtime has no ${name}`);
    return checker
      .getDeclaredTypeOfSymbol(found.target)
      .getProperties()
      .map((one) => one.name)
      .filter((one) => !one.startsWith("__@"));
  };
  const lists = {
    runtimeErrors: exported.filter((one) => isValue(one) && isError(one)).map(({ name }) => name),
    runtimeValues: exported.filter((one) => isValue(one) && !isError(one)).map(({ name }) => name),
    runtimeTypes: exported
      .filter((one) => !isValue(one) || (one.target.flags & ts.SymbolFlags.Class) !== 0)
      .map(({ name }) => name),
    clientMemberNames: members("APIClient"),
    resourceMemberNames: members("APIResource"),
    pageMemberNames: members("Page"),
    clientOptionNames: members("ClientOptions"),
  };
  const text = Object.entries(lists).map(
    ([name, list]) => `export const ${name} = ${JSON.stringify([...list].sort())} as const;\n`,
  );
  const header =
    "// Names of @trunkline/runtime/client, derived from its declarations by `pnpm run derive`.\n\n";
  const options = ["format", "--stdin-file-path=runtime-names.ts"];
  const should = execFileSync(process.execPath, [biome, ...options], {
    input: header + text.join("\n"),
    encoding: "utf8",
    cwd: path("../../.."),
  });
  return { is: readFileSync(target, "utf8"), should };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { is, should } = runtimeNames();
  if (is !== should) writeFileSync(target, should);
}
