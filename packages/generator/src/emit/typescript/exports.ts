import { type Code, code, identifier, join, stringLiteral } from "../text.ts";
import { byNameOrder } from "./import-order.ts";

/** What a file passes on from a module. */
export interface Export {
  readonly module: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** The statement, its names in order; nothing where there is none. */
export function exportFrom({ module, values, types }: Export): Code {
  if (values.length + types.length === 0) return code``;
  const isTypeOnly = values.length === 0;
  const names = [
    ...values.map((name) => ({ name, text: identifier(name) })),
    ...types.map((name) => ({ name, text: isTypeOnly ? identifier(name) : code`type ${identifier(name)}` })),
  ];
  const texts = [...names].sort((a, b) => byNameOrder(a.name, b.name)).map(({ text }) => text);
  const keyword = isTypeOnly ? code`export type` : code`export`;
  return code`${keyword} { ${join(texts, code`, `)} } from ${stringLiteral(module)};\n`;
}
