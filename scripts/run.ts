import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The repository's root, with a slash at its end. */
export const root: string = fileURLToPath(new URL("..", import.meta.url));

/** Runs a command in the root, its output going where ours goes. Resolves to its exit code. */
export function run(command: string, ...args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, DO_NOT_TRACK: "1" },
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Runs a command as {@link run} does and ends this process with its exit code unless that is 0. */
export async function must(command: string, ...args: readonly string[]): Promise<void> {
  const code = await run(command, ...args);
  if (code !== 0) process.exit(code);
}
