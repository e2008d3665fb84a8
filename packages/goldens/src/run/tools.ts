import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Outcome, runNode } from "./child.ts";
import { writeSamples } from "./samples.ts";
import { toolPath } from "./workspace.ts";

/** The strictest check of the emitted sources and of the samples in them, with one of two compilers. */
export function typeCheck(
  target: string,
  compiler: "typescript" | "typescript-7",
  unfit: readonly string[],
): Promise<Outcome> {
  const config = {
    extends: "./tsconfig.json",
    // Declaration files are checked too, the runtime's and Node's among them.
    compilerOptions: { skipLibCheck: false },
    include: ["src", "samples"],
  };
  writeSamples(target, unfit);
  writeFileSync(join(target, "tsconfig.strict.json"), JSON.stringify(config));
  return runNode([toolPath(`${compiler}/bin/tsc`), "-p", "tsconfig.strict.json"], target);
}

/** The lint that hand-written code of this repository has to pass. */
export function lint(target: string): Promise<Outcome> {
  const house = JSON.parse(readFileSync(new URL("../../../../biome.json", import.meta.url), "utf8"));
  const { $schema: _schema, ...rules } = house;
  writeFileSync(
    join(target, "biome.json"),
    JSON.stringify({ ...rules, root: true, vcs: { enabled: false } }),
  );
  const biome = toolPath("@biomejs/biome/bin/biome");
  return runNode([biome, "check", "--colors=off", "src", "test", "package.json", "tsdown.config.ts"], target);
}

/** The package's own build: both module formats and their declarations. */
export function build(target: string): Promise<Outcome> {
  return runNode([toolPath("tsdown/dist/run.mjs")], target);
}
