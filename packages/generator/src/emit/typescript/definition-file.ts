import { type Code, code, comment } from "../text.ts";
import { definitionOf } from "./definition.ts";
import type { File } from "./file.ts";

/** `src/definition.ts`: everything that the client is, as data. */
export function definitionFile(file: File): Code {
  const docs = comment(["What the runtime knows of the API as a whole."]);
  const body = code`${docs}export const definition: ${file.runtimeType("ClientDefinition")} = ${definitionOf(file.model, file)};\n`;
  return code`${file.imports.statements()}\n${body}`;
}
