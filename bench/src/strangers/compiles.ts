import { writeFile } from "node:fs/promises";
import { installed } from "../folders.ts";
import { run } from "../run.ts";

const compilers = { "5.9": "typescript/lib/tsc.js", "7": "ts7/bin/tsc" };

/**
 * Whether sources compile under TypeScript 5.9 and 7, strictly and with declarations checked (`skipLibCheck` off).
 *
 * @param options.exact - with `exactOptionalPropertyTypes` besides
 * @returns `yes`, or which compilers find how many errors
 */
export async function compiles(source: string, { exact }: { readonly exact: boolean }): Promise<string> {
  const config = `${source.replace(/\/[^/]*$/, "")}/tsconfig.check.json`;
  const isFile = source.endsWith(".ts");
  const compilerOptions = {
    ...{
      strict: true,
      skipLibCheck: false,
      noEmit: true,
      target: "es2022",
      lib: ["es2023", "dom", "dom.iterable"],
    },
    ...{ module: "esnext", moduleResolution: "bundler", types: [], exactOptionalPropertyTypes: exact },
  };
  await writeFile(
    config,
    JSON.stringify({ compilerOptions, include: [isFile ? source : `${source}/**/*.ts`] }),
  );
  const failed: string[] = [];
  for (const [version, path] of Object.entries(compilers)) {
    const ran = await run("node", [installed(path), "-p", config], { limit: 300 });
    if (ran.code === 0) continue;
    failed.push(`${version}: ${[...ran.stdout.matchAll(/error TS\d+/g)].length} errors`);
  }
  return failed.length === 0 ? "yes" : failed.join("; ");
}
