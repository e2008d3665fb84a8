import { relative } from "node:path";
import { getSystemErrorMessage } from "node:util";

/** A command ended without success, for a reason that the message tells completely: no stack trace is shown. */
export class CommandFailure extends Error {
  override readonly name: string = "CommandFailure";
}

/**
 * Why a command failed, in words, whatever was thrown. The one place that knows the failures of the system and of what
 * Trunkline is made of.
 */
export function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (isSystemError(error)) return systemFailure(error);
  if (error instanceof AggregateError) return [error.message, ...error.errors.map(inWords)].join("\n");
  // What is thrown on purpose says what is wrong: it has a name of its own, or none but "Error".
  if (!isFault(error)) return error.message;
  return `This is a fault of Trunkline, not of yours: ${error.name}: ${error.message}\nPlease report it, with what TRUNKLINE_DEBUG=1 shows.${process.env.TRUNKLINE_DEBUG ? `\n${error.stack}` : ""}`;
}

/** JavaScript itself throws these. */
const faults: readonly (abstract new (...args: never[]) => Error)[] = [
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
];

function isFault(error: Error): boolean {
  // What a thread threw is told by its stack alone.
  const isThrownElsewhere = faults.some(({ name }) => error.stack?.startsWith(`${name}:`));
  return faults.some((one) => error instanceof one) || isThrownElsewhere || error.name === "AssertionError";
}

interface SystemError extends Error {
  readonly code: string;
  readonly errno: number;
  readonly syscall: string;
  readonly path?: string;
}

function isSystemError(error: Error): error is SystemError {
  const { code, errno, syscall } = error as Partial<SystemError>;
  return typeof code === "string" && typeof errno === "number" && typeof syscall === "string";
}

/** Code of a failure of the system -> what to do. */
const advice: Readonly<Record<string, string>> = {
  EACCES: "Give yourself the right to read it, and to write there.",
  EPERM: "Give yourself the right to read it, and to write there.",
  ENOENT: "Restore it, and run the command again.",
  ENOTDIR: "A part of that path is a file: a folder belongs there.",
  EISDIR: "A file belongs there.",
  ELOOP: "Links lead in a circle there: replace them.",
  ENOSPC: "Make room, and run the command again.",
  EDQUOT: "Make room, and run the command again.",
  EROFS: "Run the command where files can be written.",
  EMFILE: "Raise the limit of open files (ulimit -n), and run the command again.",
};

function systemFailure({ code, errno, syscall, path }: SystemError): string {
  if (syscall === "uv_cwd") return "The working directory is gone. Change to a folder that is there.";
  if (syscall.startsWith("spawn ") && code === "ENOENT") {
    return `There is no program ${JSON.stringify(path ?? syscall.slice(6))}. Install it, and run the command again.`;
  }
  const what = path === undefined ? syscall : JSON.stringify(shortened(path));
  const todo = advice[code];
  return `${what}: ${getSystemErrorMessage(errno)} (${code}).${todo === undefined ? "" : ` ${todo}`}`;
}

function shortened(path: string): string {
  const short = relative(process.cwd(), path);
  return short === "" || short.startsWith("..") ? path : short;
}
