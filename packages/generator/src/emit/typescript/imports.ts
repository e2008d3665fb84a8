import { type Code, code, identifier, join, stringLiteral } from "../text.ts";
import { byModuleOrder, byNameOrder } from "./import-order.ts";

/** What one emitted file imports; filled while its text is made. */
export interface Imports {
  /** The name, noted as needed at run time. */
  value(module: string, name: string): Code;
  /** The name, noted as needed for types only, unless it is needed at run time as well. */
  type(module: string, name: string): Code;
  /** All import statements, in order. */
  statements(): Code;
}

export const RUNTIME = "@trunkline/runtime/client";

export function createImports(): Imports {
  const modules = new Map<string, Map<string, boolean>>();
  const note = (module: string, name: string, isValue: boolean): Code => {
    const names = modules.get(module) ?? new Map<string, boolean>();
    modules.set(module, names.set(name, isValue || names.get(name) === true));
    return identifier(name);
  };
  return {
    value: (module, name) => note(module, name, true),
    type: (module, name) => note(module, name, false),
    statements() {
      return join(
        [...modules]
          .sort(([a], [b]) => byModuleOrder(a, b))
          .map(([module, names]) => statement(module, names)),
        code``,
      );
    },
  };
}

function statement(module: string, names: ReadonlyMap<string, boolean>): Code {
  const onlyTypes = [...names.values()].every((isValue) => !isValue);
  const list = [...names]
    .sort(([a], [b]) => byNameOrder(a, b))
    .map(([name, isValue]) => (isValue || onlyTypes ? identifier(name) : code`type ${identifier(name)}`));
  return code`import ${onlyTypes ? code`type ` : code``}{ ${join(list, code`, `)} } from ${stringLiteral(module)};\n`;
}
