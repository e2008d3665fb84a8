import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const entry = path("../../runtime/src/client.ts");
const target = path("../src/names/runtime-names.ts");
const optionsTarget = path("../src/emit/readme/runtime-options.ts");
const biome = path("../../../node_modules/@biomejs/biome/bin/biome");

interface Derived {
  readonly is: string;
  readonly should: string;
}

/** What `@trunkline/runtime/client` declares, as files of this package: it imports no code of the runtime. */
export function runtimeNames(): { readonly names: Derived; readonly options: Derived } {
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
  const propertiesOf = (name: string): ts.Symbol[] => {
    const found = exported.find((one) => one.name === name);
    if (found === undefined) throw new Error(`the runtime has no ${name}`);
    return checker
      .getDeclaredTypeOfSymbol(found.target)
      .getProperties()
      .filter((one) => !one.name.startsWith("__@"));
  };
  const members = (name: string): string[] => propertiesOf(name).map((one) => one.name);
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
  const ofCalls = propertiesOf("IdempotentRequestOptions");
  const ofClients = propertiesOf("ClientOptions");
  const named = new Map([...ofCalls, ...ofClients].map((one) => [one.name, one]));
  const options = [...named.values()].map((one) => ({
    name: one.name,
    of: [
      ...(ofClients.some(({ name }) => name === one.name) ? ["client"] : []),
      ...(ofCalls.some(({ name }) => name === one.name) ? ["call"] : []),
    ],
    default: ts.displayPartsToString(one.getJsDocTags(checker).find(({ name }) => name === "default")?.text),
    text: ts.displayPartsToString(one.getDocumentationComment(checker)).replace(/\s+/g, " "),
  }));
  // What both take is used most.
  options.sort((a, b) => b.of.length - a.of.length);
  const hooks = hookNames(ofClients, checker);
  return {
    names: { is: read(target), should: formatted(header + text.join("\n")) },
    options: {
      is: read(optionsTarget),
      should: formatted(
        `// Options of @trunkline/runtime/client, derived from its declarations by \`pnpm run derive\`.\n\nexport const runtimeOptions = ${JSON.stringify(options)} as const;\n\nexport const runtimeHooks = ${JSON.stringify(hooks)} as const;\n`,
      ),
    },
  };
}

/** The hooks, each with the first sentence of what its event is. */
function hookNames(
  options: readonly ts.Symbol[],
  checker: ts.TypeChecker,
): readonly { readonly name: string; readonly text: string }[] {
  const option = options.find(({ name }) => name === "hooks");
  const type = option && checker.getNonNullableType(checker.getTypeOfSymbol(option));
  return (type?.getProperties() ?? []).map((hook) => {
    const [signature] = checker.getNonNullableType(checker.getTypeOfSymbol(hook)).getCallSignatures();
    const [event] = signature?.getParameters() ?? [];
    const text = event && checker.getTypeOfSymbol(event).symbol.getDocumentationComment(checker);
    return {
      name: hook.name,
      text: ts.displayPartsToString(text).split(". ")[0]?.replace(/\.?$/, ".") ?? "",
    };
  });
}

function read(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function formatted(text: string): string {
  return execFileSync(process.execPath, [biome, "format", "--stdin-file-path=derived.ts"], {
    input: text,
    encoding: "utf8",
    cwd: path("../../.."),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { names, options } = runtimeNames();
  if (names.is !== names.should) writeFileSync(target, names.should);
  if (options.is !== options.should) writeFileSync(optionsTarget, options.should);
}
