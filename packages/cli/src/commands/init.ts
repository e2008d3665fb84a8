import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Command, Option } from "commander";
import { colors } from "../colors.ts";
import { commandLine } from "../command-line.ts";
import { isFolderPath } from "../configuration.ts";
import { CommandFailure } from "../failure.ts";
import { firstCommands, runners } from "../init/templates.ts";
import { ownVersion } from "../own-version.ts";
import {
  type PackageManagerName,
  packageManagerNameOf,
  packageManagerNames,
} from "../package-manager-files.ts";
import { readTextIfThere } from "../read-text.ts";
import { print } from "../terminal.ts";

interface Options {
  readonly scope?: string;
  readonly specs: string;
  readonly packages: string;
  readonly packageManager?: PackageManagerName;
  readonly release?: boolean;
}

export function addInit(program: Command): void {
  program
    .command("init")
    .description("make a workspace of this folder, to which documents can be added")
    .option("--scope <scope>", "npm scope of the packages, such as @acme (default: the folder's name)")
    .option("--specs <folder>", "folder of the documents", "specs")
    .option("--packages <folder>", "folder of the packages", "packages")
    .option("--release", "set up changesets and workflows; a folder without package.json gets them anyway")
    .option("--no-release", "set up neither")
    .addOption(
      new Option(
        "--package-manager <name>",
        "package manager of the workspace (default: that of the folder, else the one that runs this)",
      ).choices(packageManagerNames),
    )
    .action(init);
}

async function init({ scope, specs, packages, packageManager, release }: Options): Promise<void> {
  const root = process.cwd();
  const chosen = scope ?? scopeOf(root);
  if (!/^@[a-z0-9][a-z0-9._-]*$/.test(chosen)) {
    throw new CommandFailure(
      `${JSON.stringify(chosen)} cannot be an npm scope. Give one: ${commandLine("init --scope @acme")}`,
    );
  }
  for (const [option, folder] of Object.entries({ specs, packages })) {
    if (isFolderPath(folder)) continue;
    throw new CommandFailure(
      `--${option} ${JSON.stringify(folder)} is not a folder below this one. Give one such as "clients".`,
    );
  }
  if (specs === packages)
    throw new CommandFailure(`--specs and --packages are both ${specs}. Documents and packages stand apart.`);
  // What it reads YAML with would hold up the start of every other command.
  const { lookedAt, planInit } = await import("../init/plan.ts");
  const texts = new Map<string, string | undefined>();
  for (const name of lookedAt) texts.set(name, await readTextIfThere(join(root, name)));
  const manager = packageManager ?? packageManagerNameOf(root, process.env.npm_config_user_agent);
  const isNew = texts.get("package.json") === undefined;
  const choice = {
    ...{ scope: chosen, specs, packages, version: ownVersion(), manager },
    // A project that is there may well release in another way.
    release: release ?? isNew,
  };
  const files = planInit(choice, (name) => texts.get(name));
  // All is planned before one is written.
  for (const [name, text] of files) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  const changed = [...files.keys()].map((name) =>
    texts.get(name) === undefined ? name : `${name} (changed)`,
  );
  const next = firstCommands(manager, runners[manager], "<name> <path or https address of a document>");
  print(`${colors.green("✓")} ${changed.join(", ")}\n\nNext:\n${next.map((line) => `  ${line}`).join("\n")}`);
}

function scopeOf(root: string): string {
  const name = basename(root)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `@${name}`;
}
