/** Least severe message that is logged. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

/** Where messages go; `console`, pino and winston fit. */
export interface Logger {
  error(message: string, fields: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields: Readonly<Record<string, unknown>>): void;
  info(message: string, fields: Readonly<Record<string, unknown>>): void;
  debug(message: string, fields: Readonly<Record<string, unknown>>): void;
}

const LEVELS: readonly LogLevel[] = ["off", "error", "warn", "info", "debug"];

/** Logs, if the level is asked for. The fields are made only then. */
export function log(
  options: { readonly logger?: Logger | undefined; readonly logLevel?: LogLevel | undefined },
  level: Exclude<LogLevel, "off">,
  message: string,
  fields: () => Readonly<Record<string, unknown>>,
): void {
  const { logger = console, logLevel = "off" } = options;
  if (LEVELS.indexOf(level) > LEVELS.indexOf(logLevel)) return;
  try {
    logger[level](message, fields());
  } catch {
    // A logger that fails must not make a call fail that went well, and there is nobody to tell.
  }
}
