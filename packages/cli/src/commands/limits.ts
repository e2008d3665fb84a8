import { type Command, InvalidArgumentError } from "commander";

/** What one document may cost, as a person says it. */
export interface Limits {
  readonly memoryLimit?: number;
  readonly timeLimit?: number;
}

/** Adds the options of what one document may cost. */
export function addLimits(command: Command): Command {
  return command
    .option("--time-limit <seconds>", "how long one document may compute (default: 10)", parseLimit)
    .option(
      "--memory-limit <megabytes>",
      "how much memory one document may take (default: 1000)",
      parseLimit,
    );
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isFinite(limit) && limit > 0) return limit;
  throw new InvalidArgumentError("A limit is a number above 0.");
}
