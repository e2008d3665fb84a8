import type { ServerTemplate } from "./definition.ts";
import { UsageError } from "./errors/usage-error.ts";

/** What stands in a server's address in braces. */
export interface ServerVariable {
  /** Name of the client option. */
  readonly option: string;
  readonly default: string;
  /** The only values that there are. @default any name, version or port */
  readonly values?: readonly string[] | undefined;
}

/**
 * An address with variables that options of the client set. A value can lead to another name, port or path, never to
 * what a URL reads as something else: `/`, `@`, `?` and their like are refused outside of paths.
 */
export function serverVariables(
  template: string,
  variables: Readonly<Record<string, ServerVariable>>,
): ServerTemplate {
  return (options) =>
    template.replace(/\{([^{}]+)\}/g, (braces, name: string, index: number) => {
      const variable = variables[name];
      if (variable === undefined) return braces;
      const { option, values } = variable;
      const value = String(options[option] ?? variable.default);
      if (values && !values.includes(value)) {
        throw new UsageError(`${option} cannot be "${value}"; it is one of ${values.join(", ")}.`);
      }
      const isInPath = /^[a-z]+:\/\/[^/]*\//i.test(template.slice(0, index));
      const isWhole = index === 0;
      if (
        !(isWhole || (isInPath ? /^[\w.~/-]*$/ : /^[\w.-]*$/).test(value)) ||
        /(?:^|\/)\.\.?(?:\/|$)/.test(value)
      ) {
        throw new UsageError(
          `${option} cannot be "${value}": it holds what has a meaning of its own in a URL.`,
        );
      }
      return value;
    });
}
