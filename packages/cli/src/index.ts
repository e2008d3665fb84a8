import { Command, CommanderError } from "commander";
import { addAdd } from "./commands/add.ts";
import { addConformance } from "./commands/conformance.ts";
import { addDiff } from "./commands/diff.ts";
import { addDrift } from "./commands/drift.ts";
import { addGenerate } from "./commands/generate.ts";
import { addInit } from "./commands/init.ts";
import { addLint } from "./commands/lint.ts";
import { addList } from "./commands/list.ts";
import { addMock } from "./commands/mock.ts";
import { addRelease } from "./commands/release.ts";
import { addRemove } from "./commands/remove.ts";
import { inWords } from "./failure.ts";
import { safeOutput } from "./printable.ts";
import { outputFailure, printError, watchOutput } from "./terminal.ts";

/**
 * Runs the `trunkline` command.
 *
 * @param args The arguments after the command's name.
 * @returns The exit code: 0 done, 1 the command found something wrong, 2 it was called wrongly.
 */
export async function main(args: readonly string[]): Promise<number> {
  const program = new Command("trunkline")
    .description("OpenAPI in, typed TypeScript API clients out")
    .showHelpAfterError("Run trunkline --help for the commands.")
    .configureOutput({
      writeOut: (text) => process.stdout.write(safeOutput(text)),
      writeErr: (text) => process.stderr.write(safeOutput(text)),
    })
    .exitOverride();
  const commands = [
    addInit,
    addAdd,
    addRemove,
    addGenerate,
    addDiff,
    addRelease,
    addDrift,
    addLint,
    addList,
    addMock,
    addConformance,
  ];
  for (const add of commands) add(program);
  watchOutput();
  try {
    await program.parseAsync([...args], { from: "user" });
    return outputFailure() === undefined ? 0 : 1;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    printError(inWords(error));
    return 1;
  }
}
