import { spawn } from "node:child_process";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds. @default 120_000 */
  readonly limit?: number;
}

/** Runs a program to its end, or until its time is up. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    // What this process was started with (loaders, snapshots of options) is not the business of the runtime under test.
    const { NODE_OPTIONS: _, ...inherited } = process.env;
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...inherited, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: options.limit ?? 120_000,
      killSignal: "SIGKILL",
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (signal) stderr += `\nended by ${signal}`;
      resolve({ code: code ?? 1, stdout, stderr });
    });
  });
}

/** Runs a program that must succeed, and gives what it printed. */
export async function must(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}.\n${stderr || stdout}`);
  return stdout;
}
