import type { Parameter, ParameterGroup } from "../operation.ts";

/**
 * Parameters that travel together.
 *
 * @param what names one of them in errors: `Header parameter`
 * @param fieldsOf the header fields that carry their texts; asked only where there is one
 */
export function parameterGroup(
  parameters: readonly Parameter[],
  what: string,
  fieldsOf: (texts: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
): ParameterGroup {
  return {
    names: parameters.map(({ name }) => name),
    write(values) {
      const texts: Record<string, string> = {};
      for (const { name, write } of parameters) {
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        const text = value === undefined ? undefined : write(name, value, `${what} "${name}"`);
        if (text !== undefined) texts[name] = text;
      }
      return Object.keys(texts).length === 0 ? {} : fieldsOf(texts);
    },
  };
}
