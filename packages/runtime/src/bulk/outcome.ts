import { type APIError, type BulkDefinition, readPointer } from "../client.ts";
import type { FateName } from "./fate-name.ts";

/** Why a row was rejected. */
export interface Rejection {
  readonly field?: string | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

/** Rows that travel together. */
export interface Chunk<Row> {
  /** Number of its first row within the run. */
  readonly first: number;
  readonly rows: readonly Row[];
  /** Rows that cannot be sent, by their number within the chunk. */
  readonly refused: ReadonlyMap<number, Rejection>;
  /** Number within the chunk of each row that is sent. */
  readonly places: readonly number[];
  /** What is sent. */
  body: string;
  outcome: Outcome | undefined;
}

/** What became of the rows of a chunk that were sent. */
export interface Outcome {
  /** Those that the vendor named, by their number within the chunk. */
  readonly rejected: ReadonlyMap<number, Rejection>;
  /** Fate of the others. */
  readonly rest: FateName;
  /** Failures among them that nobody names. */
  readonly failed?: number | undefined;
  /** What they were all refused with. */
  readonly code?: string | undefined;
  readonly error?: Error | undefined;
}

/** All rows share a fate. */
export function shared(rest: FateName, error?: unknown): Outcome {
  return { rejected: new Map(), rest, error: error as Error | undefined };
}

/** What an answer says of the rows of a chunk: a success, or the refusal of the whole chunk. */
export function readOutcome(
  { key, answer: { accepted, failed, received, errors } }: BulkDefinition,
  body: unknown,
  { rows, places }: Chunk<unknown>,
  refusal?: APIError,
): Outcome {
  const count = (pointer: string | undefined): number | undefined => {
    const value = at(body, pointer);
    return Number.isInteger(value) ? (value as number) : undefined;
  };
  const rejected = new Map<number, Rejection>();
  let strangers = 0;
  const list = at(body, errors?.at);
  const isListed = Array.isArray(list);
  if (errors && isListed) {
    const named = new Map<string | undefined, number | undefined>();
    for (const place of errors.key === undefined ? [] : places) {
      const name = textAt(rows[place], key);
      // Two rows of one key cannot be told apart.
      named.set(name, named.has(name) ? undefined : place);
    }
    for (const entry of list) {
      const place =
        errors.key === undefined
          ? places[Number(at(entry, errors.row)) - (errors.base ?? 0)]
          : named.get(textAt(entry, errors.key));
      if (place === undefined) strangers++;
      else {
        rejected.set(place, {
          field: textAt(entry, errors.field),
          code: textAt(entry, errors.code),
          message: textAt(entry, errors.message),
          ...rejected.get(place),
        });
      }
    }
  }
  const others = places.length - rejected.size;
  const counts = accepted?.map(count).filter((one) => one !== undefined);
  const taken = counts?.length ? counts.reduce((sum, one) => sum + one) : undefined;
  const lost = count(failed);
  if (refusal && !taken) {
    // Where it names rows, they are what the others were refused for.
    const rest = rejected.size > 0 ? "unsent" : "rejected";
    return { rejected, rest, code: refusal.code ?? `${refusal.status}`, error: refusal };
  }
  const isClean =
    !refusal &&
    (isListed || taken !== undefined || lost !== undefined) &&
    !strangers &&
    (lost ?? rejected.size) === rejected.size &&
    (taken ?? others) === others &&
    (count(received) ?? places.length) === places.length;
  const open = Math.max(strangers, (lost ?? 0) - rejected.size, others - (taken ?? others), 0);
  return { rejected, rest: isClean ? "accepted" : "undetermined", failed: open };
}

function at(value: unknown, pointer: string | undefined): unknown {
  return pointer === undefined ? undefined : readPointer(value, pointer);
}

function textAt(value: unknown, pointer: string | undefined): string | undefined {
  const found = at(value, pointer);
  return typeof found === "string" || typeof found === "number" ? `${found}` : undefined;
}
