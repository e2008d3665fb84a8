import { spawn } from "node:child_process";

/** A program that ended well, and when it printed what. */
export interface Timed {
  /** By the clock. */
  readonly seconds: number;
  /** Of CPU, with all that it started. */
  readonly cpuSeconds: number;
  /** Each line, with the seconds since the one before it. */
  readonly lines: readonly { readonly text: string; readonly seconds: number }[];
}

/**
 * Runs a program, and takes its time.
 *
 * @throws Error with all that it printed when it fails
 */
export function timeLines(
  [command = "", ...args]: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Timed> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    // A shell knows what CPU the children of its children took.
    const script = 'TIMEFORMAT="cpu %U %S"; time "$@"';
    const child = spawn("bash", ["-c", script, "bash", command, ...args], {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const lines: { text: string; seconds: number }[] = [];
    let last = began;
    let rest = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      const texts = (rest + chunk).split("\n");
      rest = texts.pop() ?? "";
      const now = performance.now();
      for (const text of texts) {
        lines.push({ text, seconds: (now - last) / 1000 });
        last = now;
      }
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      errors += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = (performance.now() - began) / 1000;
      const [, user, system] = /^cpu ([\d.]+) ([\d.]+)$/m.exec(errors) ?? [];
      if (code === 0) resolve({ seconds, cpuSeconds: Number(user) + Number(system), lines });
      else
        reject(new Error([command, ...args, "failed:", ...lines.map(({ text }) => text), errors].join("\n")));
    });
  });
}
