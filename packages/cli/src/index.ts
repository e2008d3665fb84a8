import { Command, CommanderError } from "commander";
import { commandLine } from "./command-line.ts";
import { addAdd } from "./commands/add.ts";
import { addBulk } from "./commands/bulk.ts";
import { addConformance } from "./commands/conformance.ts";
import { addDiff } from "./commands/diff.ts";
import { addDocs } from "./commands/docs.ts";
import { addDrift } from "./commands/drift.ts";
import { addGenerate } from "./commands/generate.ts";
import { addInit } from "./commands/init.ts";
import { addLint } from "./commands/lint.ts";
import { addList } from "./commands/list.ts";
import { addMock } from "./commands/mock.ts";
import { addRelease } from "./commands/release.ts";
import { addRemove } from "./commands/remove.ts";
import { addUpdate } from "./commands/update.ts";
import { inWords } from "./failure.ts";
import { ownVersion } from "./own-version.ts";
import { outputFailure, printError, shown, watchOutput } from "./terminal.ts";

/** Commands that work where the reader stands. */
function examples(): string {
  const rows: readonly (readonly [what: string, args: string])[] = [
    ["make a workspace of this folder", "init --scope @acme"],
    ["make a package from a document, and test it", "add acme https://api.acme.example/openapi.yaml"],
    ["update it from its publisher's document, and test it", "update acme"],
    ["write packages again whenever a document changes", "generate --watch"],
    ["say what changes for users since the last release", "diff"],
    ["serve the examples of a document", "mock acme --port 4010"],
    ["write reference pages of all packages", "docs --markdown reference"],
    ["check a file of leads, before it is uploaded", "bulk agora leads.upload leads.csv --dry-run"],
  ];
  const lines = rows.map(([what, args]) => `  # ${what}\n  ${commandLine(args)}\n`);
  return `\nExamples:\n${lines.join("")}\nExit codes: 0 done, 1 something was found wrong, 2 called wrongly.`;
}

/**
 * Runs the `trunkline` command.
 *
 * @param args The arguments after the command's name.
 * @returns The exit code: 0 done, 1 the command found something wrong, 2 it was called wrongly.
 */
export async function main(args: readonly string[]): Promise<number> {
  const commands = [
    addInit,
    addAdd,
    addUpdate,
    addRemove,
    addGenerate,
    addDiff,
    addRelease,
    addDrift,
    addLint,
    addList,
    addMock,
    addConformance,
    addDocs,
    addBulk,
  ];
  watchOutput(args);
  try {
    const program = new Command("trunkline")
      .description("OpenAPI in, typed TypeScript API clients out")
      .version(ownVersion(), "-v, --version", "print the version")
      .addHelpText("after", examples)
      .showHelpAfterError(`Run ${commandLine("--help")} for the commands.`)
      .configureOutput({
        writeOut: (text) => process.stdout.write(shown(text)),
        writeErr: (text) => process.stderr.write(shown(text)),
      })
      .exitOverride();
    for (const add of commands) add(program);
    await program.parseAsync([...args], { from: "user" });
    return outputFailure() === undefined ? 0 : 1;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    printError(inWords(error));
    return 1;
  }
}
