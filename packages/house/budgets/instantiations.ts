import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const exec = promisify(execFile);
const tsc = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript-7/package.json")));
const programs = fileURLToPath(new URL("programs/", import.meta.url));

/** Calls in programs/calls.ts. */
const CALLS = 20;

/** Type instantiations of a typed call, of which `programs/calls.ts` has twenty. */
export async function countInstantiations(): Promise<number> {
  const [calls, clients] = await Promise.all([instantiationsOf("calls"), instantiationsOf("clients")]);
  return (calls - clients) / CALLS;
}

async function instantiationsOf(file: string): Promise<number> {
  // One thread: several would instantiate some types once each.
  const args = ["-p", `tsconfig.${file}.json`, "--singleThreaded", "--extendedDiagnostics"];
  const { stdout } = await exec(process.execPath, [tsc, ...args], { cwd: programs }).catch((error) => {
    throw new Error(`budgets/programs/${file}.ts does not compile:\n${(error as { stdout: string }).stdout}`);
  });
  return Number(/^Instantiations:\s+(\d+)/m.exec(stdout)?.[1]);
}
