import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { whenInterrupted } from "./interrupted.ts";

const wrapper = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");

/**
 * The program and the arguments before its own. Biome's command is a Node program that starts the one for this machine;
 * where exactly one such is installed, it is started without the detour, which takes as long as the formatting.
 */
function biomeCommand(): readonly [program: string, ...args: string[]] {
  const { resolve } = createRequire(wrapper);
  const { arch, platform } = process;
  const found = ["", "-musl"].flatMap((libc) => {
    try {
      return [resolve(`@biomejs/cli-${platform}-${arch}${libc}/biome${platform === "win32" ? ".exe" : ""}`)];
    } catch {
      return [];
    }
  });
  const [program] = found;
  const isSure = found.length === 1 && process.env.BIOME_BINARY === undefined;
  return isSure && program !== undefined ? [program] : [process.execPath, wrapper];
}

const configuration = {
  root: true,
  vcs: { enabled: false },
  files: { maxSize: 256 * 1024 * 1024 },
  formatter: { indentStyle: "space", indentWidth: 2, lineWidth: 110 },
  javascript: { formatter: { quoteStyle: "double", trailingCommas: "all" } },
  linter: { enabled: false },
};

/** The formatter was stopped, because it took too long. */
export class FormatTimeout extends Error {
  override readonly name: string = "FormatTimeout";
}

/** File endings that the formatter knows; everything else passes through unchanged. */
const isFormatted = /\.(?:ts|json)$/;

/**
 * Formats emitted files and sorts their imports with Biome, in a temporary folder that is removed again.
 *
 * @param files Path inside the package -> text.
 * @returns The same paths with the formatted text.
 * @param seconds - that it may take; none = however long
 * @throws Error with Biome's own report when a file cannot be parsed; {@link FormatTimeout}
 */
export async function formatFiles(
  files: ReadonlyMap<string, string>,
  seconds?: number,
): Promise<Map<string, string>> {
  const names = [...files.keys()].filter((name) => isFormatted.test(name));
  const texts = new Map<string, string>();
  for (const name of names) {
    const last = lastTime.get(name);
    if (last !== undefined && last.text === files.get(name)) texts.set(name, last.formatted);
  }
  const fresh = names.filter((name) => !texts.has(name));
  if (fresh.length > 0) await formatFresh(fresh, files, texts, seconds);
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

/** @param texts takes the formatted texts */
async function formatFresh(
  names: readonly string[],
  files: ReadonlyMap<string, string>,
  texts: Map<string, string>,
  seconds: number | undefined,
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
    await writeFile(join(folder, "biome.json"), JSON.stringify(configuration));
    const haveImports = names.some((name) => /^(?:import\b|export\b.*\bfrom\b)/m.test(files.get(name) ?? ""));
    await rewrite(folder, haveImports ? "check" : "format", seconds);
    await Promise.all(names.map(async (name) => texts.set(name, await readFile(join(folder, name), "utf8"))));
  } finally {
    await rm(folder, { recursive: true, force: true });
    closed();
  }
}

/** @param command `check` sorts imports besides, which takes longer */
async function rewrite(
  folder: string,
  command: "check" | "format",
  seconds: number | undefined,
): Promise<void> {
  const { code, output, isLate } = await runBiome(folder, command, seconds);
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

/** Biome's command may start a program of its own, so that both have to be stopped: they are one group. */
function runBiome(
  folder: string,
  command: "check" | "format",
  seconds: number | undefined,
): Promise<Outcome> {
  const [program, ...first] = biomeCommand();
  const args = [...first, command, "--write", "--colors=off", "--max-diagnostics=20", "."];
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
