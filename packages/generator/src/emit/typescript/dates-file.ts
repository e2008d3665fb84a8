import type { DatesModel } from "../../model/places/dates-model.ts";
import { type Code, code, comment, identifier, literal, nothing } from "../text.ts";
import type { File } from "./file.ts";

/** The constant that operations hand their places to. */
export const DATES = "dates";

/** `src/dates.ts`: where types hold dates without a time. */
export function datesFile({ types }: DatesModel, file: File): Code {
  const options = Object.keys(types).length === 0 ? nothing : literal({ types });
  const docs = comment([
    "Where types hold dates without a time. A `Date` is written there as its day in UTC.",
  ]);
  const constant = code`export const ${identifier(DATES)}: ${file.runtimeType("DateWriter")} = ${file.runtime("dateFields")}(${options});\n`;
  return code`${file.imports.statements()}\n${docs}${constant}`;
}
