import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Command } from "commander";
import { colors } from "../colors.ts";
import { commandLine } from "../command-line.ts";
import { CommandFailure } from "../failure.ts";
import { workspaceFiles } from "../init/templates.ts";
import { ownVersion } from "../own-version.ts";
import { print } from "../terminal.ts";
import { exists } from "../workspace.ts";

export function addInit(program: Command): void {
  program
    .command("init")
    .description("make a workspace of this folder, to which documents can be added")
    .option("--scope <scope>", "npm scope of the packages, such as @acme; the folder's name when not given")
    .action(init);
}

async function init({ scope }: { readonly scope?: string }): Promise<void> {
  const root = process.cwd();
  const chosen =
    scope ??
    `@${basename(root)
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, "-")
      .replace(/^-+|-+$/g, "")}`;
  if (!/^@[a-z0-9][a-z0-9._-]*$/.test(chosen)) {
    throw new CommandFailure(
      `${JSON.stringify(chosen)} cannot be an npm scope. Give one: ${commandLine("init --scope @acme")}`,
    );
  }
  const files = workspaceFiles(chosen, ownVersion());
  const taken = [];
  for (const name of files.keys()) if (await exists(join(root, name))) taken.push(name);
  if (taken.length > 0) {
    throw new CommandFailure(
      `${taken.join(", ")} ${taken.length === 1 ? "is" : "are"} there already. Run this in an empty folder, or add "trunkline": { "scope": "${chosen}" } to your package.json.`,
    );
  }
  for (const [name, text] of files) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  print(
    `${colors.green("✓")} ${[...files.keys()].join(", ")}\n\nNext:\n  npm install\n  npm exec -- trunkline add <name> <path or https address of a document>\n  npm test`,
  );
}
