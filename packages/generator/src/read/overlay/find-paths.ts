import type { JsonValue } from "@trunkline/document";
import { JSONPathEnvironment, JSONPathError } from "json-p3";
import type { Position } from "../positions.ts";
import type { OverlayFile } from "./read-actions.ts";

/** Keys and indexes from the root of a document. */
export type Path = readonly (string | number)[];

const jsonPath = new JSONPathEnvironment();

/** Paths of what a JSONPath names, none where that is nothing; `undefined` for what is not a JSONPath, which is reported. */
export function findPaths(
  root: JsonValue,
  text: string,
  at: Position,
  { faults }: OverlayFile,
): readonly Path[] | undefined {
  return matchPaths(text, root, ({ message }) => {
    const hint = 'such as $.paths["/users"].get (RFC 9535)';
    faults.error(at, "overlay-path", `${text} is not a JSONPath: ${message}`, hint);
  });
}

/** The same; what is not a JSONPath is told to who asks. */
export function matchPaths(
  text: string,
  root: JsonValue,
  onFault: (error: Error) => void = () => {},
): readonly Path[] | undefined {
  try {
    return [...jsonPath.query(text, root as never)].map(({ location }) => location);
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    onFault(error);
    return undefined;
  }
}
