import { spawn } from "node:child_process";
import { watchProcesses } from "./processes.ts";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Wall time. */
  readonly seconds: number;
  /** Of the program and its children together, where the system tells (Linux): the most at any moment. */
  readonly megabytes: number;
  /** Of processors, by the same; known where memory is watched. */
  readonly cpuSeconds: number;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Seconds after which it is ended. @default 120 */
  readonly limit?: number;
  /** Whether to watch memory, which costs a few reads of `/proc` a second. @default false */
  readonly memory?: boolean;
  /** Environment variables that differ from this process's; undefined for none of that name. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const quiet = { DO_NOT_TRACK: "1", NO_COLOR: "1", REDOCLY_TELEMETRY: "off", CI: "true" };

/** Runs a program to its end, or until its time is up, together with all that it started. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { cwd, limit = 120, memory = false, env } = options;
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(command, args, {
      cwd,
      // A group of its own, so that what it started ends with it.
      detached: true,
      env: { ...process.env, ...quiet, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const watch = memory && child.pid !== undefined ? watchProcesses(child.pid) : undefined;
    let stdout = "";
    let stderr = "";
    const timer = setTimeout(() => {
      stderr += `\nended after ${limit} s`;
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    }, limit * 1000);
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      const seconds = (performance.now() - began) / 1000;
      const cost = watch?.stop() ?? { megabytes: Number.NaN, cpuSeconds: Number.NaN };
      resolve({ code: code ?? 1, stdout, stderr, seconds, ...cost });
    });
  });
}

/** Runs a program that must succeed, and gives what it printed. */
export async function must(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const ran = await run(command, args, options);
  if (ran.code !== 0)
    throw new Error(`${command} ${args.join(" ")} ended with ${ran.code}. ${reasonOf(ran)}`);
  return ran.stdout;
}

/** Why a program failed, in a line: what it printed last that looks like a reason. */
export function reasonOf({ code, stdout, stderr }: Ran): string {
  const lines = `${stdout}\n${stderr}`.split("\n").map((line) => line.trim());
  const errors = lines.filter((line) => /error|cannot|failed|ended after|invalid/i.test(line));
  const line = errors[0] ?? lines.findLast((one) => one !== "") ?? "";
  return `exit code ${code}: ${withoutFolders(line).slice(0, 240)}`;
}

/** Text without folders of this machine. */
export function withoutFolders(text: string): string {
  return text.replaceAll(/(?:file:\/\/)?(?:[\w@.+-]*\/){2,}/g, "");
}
