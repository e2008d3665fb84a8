import { EXTENSION, type Read, readExtension } from "../../extension.ts";
import { type JsonObject, listOf, objectOf, textsOf } from "../../json.ts";

/** What the client of a document does and the document does not say, as its names.lock records it. */
export interface Guesses {
  /** As `x-trunkline` at the root would say it. */
  readonly document: Read<"document">;
  /** Route -> as `x-trunkline` at the operation would say it. */
  readonly operations: ReadonlyMap<string, Read<"operation">>;
  /** Routes that the client lacks. */
  readonly leftOut: ReadonlySet<string>;
}

interface Guessed {
  readonly said: Read<"document">;
  readonly guesses: Guesses;
}

export const noGuesses: Guesses = { document: {}, operations: new Map(), leftOut: new Set() };

/** @param lock what stands in a names.lock, if there is one */
export function readGuesses(lock: JsonObject): Guesses {
  const operations = Object.entries(objectOf(lock.operations)).flatMap(([route, names]) => {
    const pagination = listOf(objectOf(names).pagination);
    return pagination.length === 0
      ? []
      : [[route, readExtension("operation", { [EXTENSION]: { pagination } })] as const];
  });
  return {
    document: readExtension("document", { [EXTENSION]: objectOf(lock.guessed) }),
    operations: new Map(operations),
    leftOut: new Set(textsOf(lock.leftOut)),
  };
}

/** What a document says of the client at its root, what was guessed included. */
export function documentExtension({ said, guesses }: Guessed): Read<"document"> {
  const { document: guessed } = guesses;
  const errors = guessed.errors === undefined ? {} : { errors: { ...guessed.errors, ...said.errors } };
  return { ...guessed, ...said, ...errors };
}

/** What a document says of the client at an operation, what was guessed included. */
export function operationExtension(
  { said: root, guesses }: Guessed,
  route: string,
  operation: JsonObject,
): Read<"operation"> {
  const said = readExtension("operation", operation);
  // A document that names a way to page has said what it means.
  return root.pagination !== undefined ? said : { ...guesses.operations.get(route), ...said };
}
