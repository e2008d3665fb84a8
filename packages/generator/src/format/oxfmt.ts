import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { whenInterrupted } from "./interrupted.ts";

/**
 * The formatter's command: it takes a process of its own, because one that works on too much can be ended, and what it
 * does to its memory it does to nobody else's.
 */
const formatter: readonly string[] = [
  process.execPath,
  join(dirname(createRequire(import.meta.url).resolve("oxfmt/package.json")), "bin/oxfmt"),
];

const CONFIGURATION = ".oxfmtrc.json";

/** All that an `.editorconfig` of some folder above could decide is decided here. */
const configuration = {
  printWidth: 110,
  useTabs: false,
  tabWidth: 2,
  endOfLine: "lf",
  insertFinalNewline: true,
  singleQuote: false,
  trailingComma: "all",
  // The emitter orders what it writes.
  sortImports: false,
  sortPackageJson: false,
};

/** The formatter was stopped, because it took too long. */
export class FormatTimeout extends Error {
  override readonly name: string = "FormatTimeout";
}

/** File endings that the formatter knows; everything else passes through unchanged. */
const isFormatted = /\.(?:ts|json)$/;

/**
 * Formats emitted files with oxfmt, in a temporary folder that is removed again.
 *
 * @param files Path inside the package -> text.
 * @returns The same paths with the formatted text.
 * @param seconds - that it may take; none = however long
 * @param command - that formats
 * @throws Error with the formatter's own report when a file cannot be parsed; {@link FormatTimeout}
 */
export async function formatFiles(
  files: ReadonlyMap<string, string>,
  seconds?: number,
  command: readonly string[] = formatter,
): Promise<Map<string, string>> {
  const names = [...files.keys()].filter((name) => isFormatted.test(name));
  const texts = new Map<string, string>();
  for (const name of names) {
    const last = lastTime.get(name);
    if (last !== undefined && last.text === files.get(name)) texts.set(name, last.formatted);
  }
  const fresh = names.filter((name) => !texts.has(name));
  if (fresh.length > 0) await formatFresh(fresh, files, texts, { seconds, command });
  for (const [name, formatted] of texts) {
    const text = files.get(name) ?? "";
    if (text.length < LONGEST_KEPT) lastTime.set(name, { text, formatted });
  }
  // Setting existing keys keeps the order of the input, so the result is as deterministic as the input was.
  const result = new Map(files);
  for (const [name, text] of texts) result.set(name, text);
  return result;
}

/** Characters of a file beyond which it is not worth its memory. */
const LONGEST_KEPT = 2_000_000;

/** What each file was made of the last time: from one change of a document to the next, few files differ. */
const lastTime = new Map<string, { readonly text: string; readonly formatted: string }>();

/**
 * Lets go of what was kept of other files than these.
 *
 * @param files - by their paths inside the package
 */
export function forgetFormatted(files: ReadonlyMap<string, unknown>): void {
  for (const name of lastTime.keys()) if (!files.has(name)) lastTime.delete(name);
}

interface Run {
  readonly seconds: number | undefined;
  readonly command: readonly string[];
}

/** @param texts takes the formatted texts */
async function formatFresh(
  names: readonly string[],
  files: ReadonlyMap<string, string>,
  texts: Map<string, string>,
  run: Run,
): Promise<void> {
  // At once: there is no moment at which a signal could leave it behind.
  const folder = mkdtempSync(join(tmpdir(), "trunkline-format-"));
  const closed = whenInterrupted(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  try {
    await Promise.all(
      names.map(async (name) => {
        const path = join(folder, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, files.get(name) ?? "");
      }),
    );
    await writeFile(join(folder, CONFIGURATION), JSON.stringify(configuration));
    await rewrite(folder, run);
    await Promise.all(
      names.map(async (name) => texts.set(name, inHouseForm(await readFile(join(folder, name), "utf8")))),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
    closed();
  }
}

/**
 * Biome checks what is emitted here, as all other code. It differs from Prettier, and so from oxfmt, in the heads of
 * interfaces that are longer than a line: each of what one is made of stands on a line then.
 */
function inHouseForm(text: string): string {
  return text.replace(
    /^(export interface \S+)\s+extends\s+([^{}]+) (\{\}?)$/gm,
    (_head, name: string, parents: string, end: string) => {
      const list = parents.split(/,\s+(?![^<]*>)/);
      const line = `${name} extends ${list.join(", ")} ${end}`;
      return line.length <= configuration.printWidth
        ? line
        : `${name}\n  extends ${list.join(",\n    ")} ${end}`;
    },
  );
}

async function rewrite(folder: string, run: Run): Promise<void> {
  const { code, output, isLate } = await runFormatter(folder, run);
  if (isLate) throw new FormatTimeout("The formatter took too long.");
  if (code === 0) return;
  throw new Error(
    `The emitted files could not be formatted. This is a fault of the generator.\n${output.slice(0, 20_000)}`,
  );
}

interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly isLate: boolean;
}

/** The command may start programs of its own, so that all have to be stopped: they are one group. */
function runFormatter(folder: string, { seconds, command }: Run): Promise<Outcome> {
  const [program = "", ...first] = command;
  const args = [...first, "--config", CONFIGURATION, "--disable-nested-config", "--write", "."];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      detached: process.platform !== "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    let isLate = false;
    const stop = (): void => {
      if (child.pid === undefined || process.platform === "win32") child.kill("SIGKILL");
      else killGroup(child.pid);
    };
    const stopLate = (): void => {
      isLate = true;
      stop();
    };
    const timer = seconds === undefined ? undefined : setTimeout(stopLate, seconds * 1000);
    const ended = whenInterrupted(stop);
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => output.push(text));
    }
    child.on("error", (error) => {
      ended();
      reject(error);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      ended();
      resolve({ code, output: output.join(""), isLate });
    });
  });
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    // It ended just now, and its output is still to be read.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
