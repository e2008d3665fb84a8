import type { DiagnosticWithLocation, Node, SourceFile } from "typescript";
import { hasInvisible, INVISIBLE } from "../invisible.ts";
import { givesOrder } from "../orders.ts";
import { ts } from "../typescript.ts";

/** Faults of one file, collected with their lines. */
export class FileFaults {
  readonly all: string[] = [];
  readonly file: SourceFile;

  constructor(file: SourceFile) {
    this.file = file;
  }

  add(node: Node | number, reason: string): void {
    const start = typeof node === "number" ? node : node.getStart(this.file);
    const { line } = this.file.getLineAndCharacterOfPosition(start);
    this.all.push(`${this.file.fileName}:${line + 1} ${reason}`);
  }
}

/** Emitted files as they were parsed, kept from one run to the next. */
export class ParsedSources {
  readonly #files = new Map<string, SourceFile>();
  readonly #wanted = new Set<string>();
  readonly #keeps: boolean;

  /** @param keeps - `false` where no other run follows */
  constructor(keeps = true) {
    this.#keeps = keeps;
  }

  /** As {@link parseSource}, once for each text that has no fault. */
  parse(name: string, text: string): FileFaults {
    this.#wanted.add(name);
    const known = this.#files.get(name);
    if (known?.text === text) return new FileFaults(known);
    const parsed = parseSource(name, text);
    if (this.#keeps && parsed.all.length === 0) this.#files.set(name, parsed.file);
    return parsed;
  }

  /** Lets go of files that were not asked for since the last time. */
  forgetUnwanted(): void {
    for (const name of this.#files.keys()) if (!this.#wanted.has(name)) this.#files.delete(name);
    this.#wanted.clear();
  }
}

/** Parses a file again; what is not TypeScript, cannot be seen or speaks to a tool is a fault. */
export function parseSource(name: string, text: string): FileFaults {
  const options = {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  const file = ts.createSourceFile(name, text, options, false, ts.ScriptKind.TS);
  const faults = new FileFaults(file);
  // `parseDiagnostics` is not in the public types, but is the only way to syntax errors without a whole program.
  const { parseDiagnostics = [] } = file as { parseDiagnostics?: readonly DiagnosticWithLocation[] };
  for (const { start, messageText } of parseDiagnostics) {
    faults.add(start, `is not TypeScript: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
  }
  const invisible = hasInvisible(text) ? text.search(INVISIBLE) : -1;
  if (invisible !== -1) faults.add(invisible, "has a character that cannot be seen");
  if (file.referencedFiles.length + file.typeReferenceDirectives.length > 0) {
    faults.add(0, "refers to a file in a comment");
  }
  try {
    checkComments(text, faults);
  } catch (error) {
    // A literal of millions of characters is too long for a regular expression.
    if (!(error instanceof RangeError)) throw error;
    scanComments(text, faults);
  }
  return faults;
}

/** Tools read orders out of comments; a line comment could swallow what follows it. */
function checkComments(text: string, faults: FileFaults): void {
  for (const match of text.matchAll(commentsAndStrings)) {
    const [token] = match;
    if (token.startsWith("/*")) {
      if (givesOrder(token) && !isPure(faults.file.fileName, token))
        faults.add(match.index, "has a comment that gives an order to a tool");
    } else if (token === "//") faults.add(match.index, "has a comment of one line");
    // Templates and regular expressions: where those end, the scanner knows.
    else if (token === "`" || token === "/") {
      scanComments(text, faults);
      return;
    }
  }
}

/** The one order that emitted code gives: its ways to page are left out of a bundle where nobody uses them. */
function isPure(file: string, comment: string): boolean {
  return file === "src/pages.ts" && comment === "/* @__PURE__ */";
}

/** Up to the first template or regular expression, no other token holds text. */
const commentsAndStrings =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|\/\/|[`/]/g;

/** The same of any text, more slowly. */
function scanComments(text: string, faults: FileFaults): void {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  let templates = 0;
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token === ts.SyntaxKind.TemplateHead) templates++;
    if (token === ts.SyntaxKind.CloseBraceToken && templates > 0) {
      if (scanner.reScanTemplateToken(false) === ts.SyntaxKind.TemplateTail) templates--;
    }
    if (token === ts.SyntaxKind.SingleLineCommentTrivia)
      faults.add(scanner.getTokenStart(), "has a comment of one line");
    if (
      token === ts.SyntaxKind.MultiLineCommentTrivia &&
      givesOrder(scanner.getTokenText()) &&
      !isPure(faults.file.fileName, scanner.getTokenText())
    ) {
      faults.add(scanner.getTokenStart(), "has a comment that gives an order to a tool");
    }
  }
}
