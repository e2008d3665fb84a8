import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const CHILD = fileURLToPath(new URL("./build-child.ts", import.meta.url));

/** What a build took. */
export interface Built {
  readonly pages: number;
  readonly seconds: number;
  /** Most memory at once, of the process. */
  readonly megabytes: number;
}

/** Builds a site in a process of its own, with the bound of its heap that `pnpm docs:build` has. */
export async function build(
  out: string,
  kind: "ours" | "others",
  sources: readonly string[],
): Promise<Built> {
  const { HOME, PATH } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--max-old-space-size=500", CHILD, out, kind, ...sources],
    {
      env: { HOME, PATH },
    },
  );
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Built;
}
