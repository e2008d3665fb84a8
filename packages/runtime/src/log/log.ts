/** Least severe message that is logged. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

/**
 * Where log messages go. `console` and winston fit as they are. Pino and bunyan take the fields first: they are
 * recognized by their methods, and called that way. For any other logger that takes the fields first, give an object
 * that swaps the two arguments.
 *
 * @example
 * new Vendor({ logger: pino(), logLevel: "info" });
 */
export interface Logger {
  error(message: string, fields: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields: Readonly<Record<string, unknown>>): void;
  info(message: string, fields: Readonly<Record<string, unknown>>): void;
  debug(message: string, fields: Readonly<Record<string, unknown>>): void;
}

/** A logger that takes the fields before the message. */
type FieldsFirst = Readonly<Record<keyof Logger, (fields: object, message: string) => void>>;

/** From the least to the most. */
export const LEVELS: readonly LogLevel[] = ["off", "error", "warn", "info", "debug"];

/** Where it is logged, and what. */
export interface LogOptions {
  readonly logger?: Logger | undefined;
  readonly logLevel?: LogLevel | undefined;
}

/** Logs, if the level is asked for. The fields are made only then. */
export function log(
  options: LogOptions,
  level: Exclude<LogLevel, "off">,
  message: string,
  fields: () => Readonly<Record<string, unknown>>,
): void {
  const { logger = console, logLevel = "off" } = options;
  if (LEVELS.indexOf(level) > LEVELS.indexOf(logLevel)) return;
  try {
    const told: unknown = takesFieldsFirst(logger)
      ? logger[level](fields(), message)
      : logger[level](message, fields());
    if (told instanceof Promise) told.catch(() => {});
  } catch {
    // A logger that fails must not make a call fail that went well, and there is nobody to tell.
  }
}

/** pino, its children and what Fastify makes of it; bunyan. Of a message first, they forget the fields. */
function takesFieldsFirst(logger: Logger | FieldsFirst): logger is FieldsFirst {
  const { child, bindings, addStream } = logger as object as Readonly<Record<string, unknown>>;
  return typeof child === "function" && [bindings, addStream].some((one) => typeof one === "function");
}
