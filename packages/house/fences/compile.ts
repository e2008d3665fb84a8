import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProgramFile } from "./program.ts";

/** One thing that a compiler said, at the place that a person would mend. */
export interface Fault {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Strict as a careful user's, so that what compiles here compiles everywhere. */
const compilerOptions = {
  target: "es2022",
  lib: ["es2022", "esnext.disposable"],
  module: "nodenext",
  moduleResolution: "nodenext",
  moduleDetection: "force",
  jsx: "preserve",
  allowJs: true,
  checkJs: false,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
  types: ["node"],
};

/** Writes the modules for a compiler, beside `node_modules`. */
export async function writeProgram(files: readonly ProgramFile[], folder: string): Promise<void> {
  await mkdir(join(folder, "fences"), { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["fences"] }));
  await Promise.all(files.map(({ name, text }) => writeFile(join(folder, "fences", name), text)));
}

/**
 * Compiles all of them in one process.
 *
 * @param compiler - path of its `tsc`
 */
export async function compile(
  files: readonly ProgramFile[],
  folder: string,
  compiler: string,
): Promise<readonly Fault[]> {
  const { code, output } = await runCompiler(compiler, folder);
  const faults = readFaults(output, files);
  if (code !== 0 && faults.length === 0)
    throw new Error(`The compiler failed and named no place:\n${output}`);
  return faults;
}

function runCompiler(compiler: string, folder: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const args = [compiler, "-p", "tsconfig.json", "--pretty", "false"];
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code !== "number") reject(error);
      else resolve({ code, output: `${stdout}${stderr}` });
    });
  });
}

/** What a compiler said of the modules, with the places that the fences have. */
export function readFaults(output: string, files: readonly ProgramFile[]): Fault[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  const faults: Fault[] = [];
  for (const line of output.split("\n")) {
    const told = /^(?:fences\/)?([^(]+)\((\d+),(\d+)\): (.*)$/.exec(line);
    if (told === null) {
      const last = faults.at(-1);
      // What follows a message, indented, belongs to it.
      if (last !== undefined && /^\s+\S/.test(line))
        faults[faults.length - 1] = { ...last, message: `${last.message}\n${line}` };
      continue;
    }
    const [, name = "", row = "", column = "", message = ""] = told;
    const file = byName.get(name);
    if (file === undefined) throw new Error(`The compiler found fault with a file of its own: ${line}`);
    const { fence } = file;
    const at = Math.min(Math.max(Number(row) - file.lead, 1), fence.text.split("\n").length) - 1;
    faults.push({
      path: fence.path,
      line: fence.line + at,
      column: Number(column) + fence.column - 1,
      message,
    });
  }
  return faults;
}
