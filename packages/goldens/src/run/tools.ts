import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Outcome, runNode } from "./child.ts";
import { writeSamples } from "./samples.ts";
import { toolPath } from "./workspace.ts";

/** An emitted package, and its methods whose samples must not compile. */
export interface Checked {
  readonly target: string;
  readonly unfit: readonly string[];
}

/**
 * The strictest check of the emitted sources and of the samples in them, with one of two compilers. Packages of one
 * configuration are one program: declarations that they share, Node's and the runtime's, are checked once.
 *
 * @returns what is wrong with each target; what is wrong with a shared declaration is wrong with all
 */
export async function typeCheck(
  packages: readonly Checked[],
  compiler: "typescript" | "typescript-7",
): Promise<ReadonlyMap<string, string>> {
  for (const { target, unfit } of packages) writeSamples(target, unfit);
  const programs = new Map<string, string[]>();
  for (const { target } of packages) {
    const settings = readFileSync(join(target, "tsconfig.json"), "utf8");
    programs.set(settings, [...(programs.get(settings) ?? []), target]);
  }
  const wrong = new Map<string, string>();
  for (const targets of programs.values()) {
    const { ok, output } = await checkProgram(targets, compiler);
    for (const target of targets) wrong.set(target, ok ? "" : blameOf(output, target, targets));
  }
  return wrong;
}

function checkProgram(targets: readonly string[], compiler: string): Promise<Outcome> {
  const [home = ""] = targets;
  const config = {
    extends: "./tsconfig.json",
    // Declaration files are checked too, the runtime's and Node's among them.
    compilerOptions: { skipLibCheck: false },
    include: targets.flatMap((target) => [join(target, "src"), join(target, "samples")]),
  };
  const path = join(home, `tsconfig.strict.${compiler}.json`);
  writeFileSync(path, JSON.stringify(config));
  // From the root, so that every message begins with a path from there.
  return runNode([toolPath(`${compiler}/bin/tsc`), "-p", path, "--pretty", "false"], "/");
}

/** The lines about a target, and those about none. */
function blameOf(output: string, target: string, targets: readonly string[]): string {
  let isMine = true;
  const lines = output.split("\n").filter((line) => {
    // What follows a message is indented.
    if (!/^\s/.test(line)) {
      const about = targets.find((one) => `/${line}`.startsWith(`${one}/`));
      isMine = about === undefined || about === target;
    }
    return isMine;
  });
  return lines.join("\n").trim();
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
