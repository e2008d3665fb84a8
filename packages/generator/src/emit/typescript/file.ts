import type { Model } from "../../model/types.ts";
import type { RuntimeValue, UsedRuntimeType } from "../../names/reserved.ts";
import { type Code, identifier } from "../text.ts";
import { createImports, type Imports, RUNTIME } from "./imports.ts";

/** Path of the file with the client class. */
export const CLIENT = "client";

/** One file while it is written. */
export interface File {
  readonly model: Model;
  /** Inside `src`, without its ending. */
  readonly path: string;
  readonly imports: Imports;
  /** A type of this package, imported when it stands elsewhere. */
  reference(name: string): Code;
  /** A type of the runtime. */
  runtimeType(name: UsedRuntimeType): Code;
  /** A function or class of the runtime. */
  runtime(name: RuntimeValue): Code;
}

/**
 * @param path - of the file, inside `src`, without its ending
 * @param locate - file (without ending) of a type by its name
 */
export function createFile(model: Model, path: string, locate: (name: string) => string): File {
  const imports = createImports();
  return {
    model,
    path,
    imports,
    reference: (name) =>
      locate(name) === path ? identifier(name) : imports.type(specifier(path, locate(name)), name),
    runtimeType: (name) => imports.type(RUNTIME, name),
    runtime: (name) => imports.value(RUNTIME, name),
  };
}

/** Module specifier of one file of the package in another. */
export function specifier(from: string, to: string): string {
  const fromParts = from.split("/");
  const toParts = to.split("/");
  if (fromParts.length === 1) return `./${to}.js`;
  return fromParts[0] === toParts[0] && toParts.length > 1
    ? `./${toParts.slice(1).join("/")}.js`
    : `../${to}.js`;
}
