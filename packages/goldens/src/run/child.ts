import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What a tool said, and whether it was content. */
export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
}

/** Runs a script with this Node. A failure is an outcome, not an exception. */
export async function runNode(args: readonly string[], cwd: string): Promise<Outcome> {
  const start = performance.now();
  const since = (): number => Math.round((performance.now() - start) / 100) / 10;
  try {
    const { stdout } = await run(process.execPath, [...args], { cwd, maxBuffer: 512 * 1024 * 1024 });
    return { ok: true, output: stdout, seconds: since() };
  } catch (error) {
    const {
      stdout = "",
      stderr = "",
      message,
    } = error as { stdout?: string; stderr?: string; message: string };
    return { ok: false, output: `${stdout}${stderr}` || message, seconds: since() };
  }
}

/** The same for a script that prints its result as one line of JSON. */
export async function runScript<T>(
  script: URL,
  args: readonly string[],
): Promise<T & { readonly seconds: number }> {
  const outcome = await runNode([script.pathname, ...args], import.meta.dirname);
  if (!outcome.ok) throw new Error(outcome.output.slice(0, 4000));
  const line = outcome.output.trimEnd().split("\n").at(-1) ?? "";
  return { ...(JSON.parse(line) as T), seconds: outcome.seconds };
}
