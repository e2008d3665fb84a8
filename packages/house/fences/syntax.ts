import ts from "typescript";
import type { Fault } from "./compile.ts";
import type { Fence } from "./extract.ts";

/** What keeps a fence from being read as its language; `undefined` = nothing. */
export function syntaxFault({ path, line, column, language, text }: Fence): Fault | undefined {
  if (language === "json") {
    try {
      JSON.parse(text);
      return undefined;
    } catch (error) {
      return { path, line, column, message: (error as Error).message };
    }
  }
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: `fence.${language}`,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      jsx: ts.JsxEmit.Preserve,
    },
  });
  const [first] = diagnostics;
  if (first === undefined) return undefined;
  const before = text.slice(0, first.start).split("\n");
  return {
    path,
    line: line + before.length - 1,
    column: column + (before.at(-1)?.length ?? 0),
    message: `error TS${first.code}: ${ts.flattenDiagnosticMessageText(first.messageText, "\n")}`,
  };
}
