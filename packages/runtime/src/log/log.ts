/** Least severe message that is logged. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

/** Where messages go; `console`, pino and winston fit. */
export interface Logger {
  error(message: string, fields: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields: Readonly<Record<string, unknown>>): void;
  info(message: string, fields: Readonly<Record<string, unknown>>): void;
  debug(message: string, fields: Readonly<Record<string, unknown>>): void;
}
