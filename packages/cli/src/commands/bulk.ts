import { type Command, InvalidArgumentError, Option } from "commander";
import type { Flags } from "../bulk/send-file.ts";

export function addBulk(program: Command): void {
  program
    .command("bulk")
    .description("send all rows of a file through an operation that takes rows")
    .argument("<source>", "a vendor of the workspace, a package's name or folder, or agora, agoralia, buena")
    .argument("<op>", "operation that takes rows, such as leads.upload")
    .argument("<file>", "rows: a CSV file with the names of the columns in its first line, or JSON lines")
    .option("--param <name=value>", "a parameter beside the rows (repeatable)", collect)
    .option("--dry-run", "check every row against the schema, and send nothing")
    .option("--resume", "go on with the run in the journal")
    .option("--journal <path>", "where the run is recorded (default: <file>.journal)")
    .option("--repeatable", "send rows again that may have been processed: only if that does no harm")
    .option(
      "--chunk <rows>",
      "most rows in a request (default: 500, or the API's limit if that is less)",
      count,
    )
    .option("--max-bytes <bytes>", "most bytes in a request's body (default: 4194304)", count)
    .option("--concurrency <requests>", "requests at the same time (default: 1)", count)
    .addOption(
      new Option("--format <format>", "form of the file (default: by its ending)").choices(["csv", "jsonl"]),
    )
    .option("--environment <name>", "server of the API, by the name that the client has for it")
    .option("--base-url <url>", "another address, such as a mock server's")
    // What reads documents and tables would hold up the start of every other command.
    .action(async (source: string, operation: string, path: string, flags: Flags) => {
      const { sendFile } = await import("../bulk/send-file.ts");
      await sendFile(source, operation, path, flags);
    });
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function count(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("It is a whole number from 1.");
}
