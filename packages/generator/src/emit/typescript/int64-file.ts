import type { Int64Model } from "../../model/int64/types.ts";
import { type Code, code, comment, identifier, literal, nothing, stringLiteral } from "../text.ts";
import type { File } from "./file.ts";

/** The constant that operations hand their places to. */
export const INT64 = "exact";

/** `src/int64.ts`: where types hold integers of 64 bits. */
export function int64File({ as, types, unions }: Int64Model, file: File): Code {
  const options = {
    ...(Object.keys(types).length === 0 ? {} : { types }),
    ...(Object.keys(unions).length === 0 ? {} : { unions }),
  };
  const more = Object.keys(options).length === 0 ? nothing : code`, ${literal(options)}`;
  const docs = comment([
    `Where types hold integers of 64 bits, which are ${as === "bigint" ? "bigints" : "texts of digits"} here: a number would round them beyond 2^53.`,
  ]);
  const constant = code`export const ${identifier(INT64)}: ${file.runtimeType("Int64Reader")} = ${file.runtime("int64")}(${stringLiteral(as)}${more});\n`;
  return code`${file.imports.statements()}\n${docs}${constant}`;
}
