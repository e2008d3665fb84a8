import { join } from "node:path";
import { build as esbuild } from "esbuild";
import { build as vite } from "vite";
import webpack from "webpack";
import type { Consumer } from "./consumer.ts";

/** Makes one file of a module and the packages that it imports, with whatever it exports. Gives the file's path. */
export type Bundle = (consumer: Consumer, entry: string, name: string) => Promise<string>;

/** Bundlers as a user runs them: with their defaults, for production. */
export const BUNDLERS: Readonly<Record<"esbuild" | "esbuild CJS" | "Vite" | "webpack", Bundle>> = {
  async esbuild(_, entry, name) {
    const outfile = outputOf(entry, `${name}.esbuild.mjs`);
    await esbuild({ entryPoints: [entry], outfile, bundle: true, minify: true, format: "esm" });
    return outfile;
  },
  async "esbuild CJS"(consumer, _, name) {
    const outfile = outputOf(consumer.cjs, `${name}.esbuild.cjs`);
    await esbuild({ entryPoints: [consumer.cjs], outfile, bundle: true, minify: true, format: "cjs" });
    return outfile;
  },
  async Vite({ folder }, entry, name) {
    const fileName = `${name}.vite`;
    await vite({
      root: folder,
      configFile: false,
      logLevel: "error",
      build: {
        lib: { entry, formats: ["es"], fileName },
        outDir: join(folder, "out"),
        emptyOutDir: false,
        minify: true,
      },
    });
    return join(folder, "out", `${fileName}.mjs`);
  },
  async webpack({ folder }, entry, name) {
    const filename = `${name}.webpack.mjs`;
    const compiler = webpack({
      context: folder,
      entry,
      mode: "production",
      target: ["web", "es2022"],
      experiments: { outputModule: true },
      output: { path: join(folder, "out"), filename, library: { type: "module" } },
      performance: false,
    });
    await new Promise<void>((resolve, reject) => {
      compiler.run((error, stats) => {
        compiler.close(() => {});
        if (error) reject(error);
        else if (stats?.hasErrors() || stats?.hasWarnings())
          reject(new Error(stats.toString("errors-warnings")));
        else resolve();
      });
    });
    return join(folder, "out", filename);
  },
};

function outputOf(entry: string, name: string): string {
  return join(entry, "..", "out", name);
}
