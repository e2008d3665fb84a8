import { ts } from "./typescript.ts";

/** How files of a client import each other: as `./client.js`, `./client.ts` or `./client`. */
export type ImportExtension = ".js" | ".ts" | "none";

/**
 * What the compiler settings of an application need: its nearest tsconfig.json, with all that it extends, is asked.
 *
 * Node.js resolves nothing by itself (https://nodejs.org/api/esm.html#mandatory-file-extensions), and runs TypeScript under its
 * own names; bundlers look for the file, and not all of them look for a `.ts` where `.js` is said.
 */
export function importExtensionFor(folder: string): ImportExtension {
  const path = ts.findConfigFile(folder, ts.sys.fileExists);
  if (path === undefined) return ".js";
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    config ?? {},
    // No source file is looked for: only what is said counts.
    { ...ts.sys, readDirectory: () => [] },
    ts.sys.resolvePath(`${path}/..`),
  );
  if (options.allowImportingTsExtensions === true || options.rewriteRelativeImportExtensions === true)
    return ".ts";
  const { ModuleKind, ModuleResolutionKind } = ts;
  const { moduleResolution, module = ModuleKind.ESNext } = options;
  const isNode =
    moduleResolution === undefined
      ? module >= ModuleKind.Node16 && module <= ModuleKind.NodeNext
      : moduleResolution === ModuleResolutionKind.Node16 ||
        moduleResolution === ModuleResolutionKind.NodeNext;
  return isNode ? ".js" : "none";
}

/** A file whose imports of files beside it, which are written with `.js`, have another extension. */
export function withImportExtension(text: string, extension: ImportExtension): string {
  if (extension === ".js") return text;
  const ending = extension === "none" ? "" : extension;
  return text.replace(
    /^((?:import|export|\}).* from "\.\.?\/[^"\n]+)\.js";$/gm,
    (_line, start: string) => `${start}${ending}";`,
  );
}
