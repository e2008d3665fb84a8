import type {
  Journal,
  JournalChunk,
  JournalOutcome,
  JournalRecord,
  JournalRun,
  RestFate,
} from "./journal.ts";
import { type Chunk, type Outcome, shared } from "./outcome.ts";

/** What a journal has to know of a run. */
export interface LedgerInput {
  readonly journal: Journal;
  readonly client: string;
  readonly operation: string;
  /** The address, and the body without a row. */
  readonly params: string;
  readonly maxBytes: number;
  /** How long an idempotency key lives, in seconds; 0 where nobody says so. */
  readonly keyLife: number;
  readonly repeatable: boolean;
  readonly newKey: () => string | undefined;
  /** Makes an error of a sentence: those of the client's are known by their class. */
  readonly refusal: (sentence: string) => Error;
}

/** The journal of one run, as that sees it. */
export interface Ledger {
  /** Most bytes of a body, as the run began. */
  readonly maxBytes: number;
  /** How many rows the chunk takes that an earlier run has cut. */
  size(n: number): number | undefined;
  /**
   * Puts on record that a chunk is about to be sent.
   *
   * @returns the outcome that is known of it already, or the key to send it under
   * @throws where nothing more may be sent
   */
  begin(n: number, chunk: Chunk<unknown>): Promise<Begun>;
  /** Puts an outcome on record. @throws where it is not kept */
  end(n: number, outcome: Outcome): Promise<void>;
  close(): Promise<void>;
}

/** A chunk that is about to be sent, or is known already. */
export interface Begun {
  readonly key?: string | undefined;
  readonly outcome?: Outcome | undefined;
}

interface PastChunk extends JournalChunk {
  readonly outcome?: JournalOutcome | "unsent" | undefined;
}

/** Codes and names of fields; whatever else an answer has there may be a person's. */
const HARMLESS = /^(?:[A-Za-z_][\w.[\]/-]{0,63}|\d{3})$/;

/** @throws for the journal of another run, or of another version of its format */
export async function openLedger(input: LedgerInput): Promise<Ledger> {
  const { journal, client, operation, newKey, keyLife, repeatable, refusal } = input;
  const { place } = journal;
  const params = await sha256(input.params);
  const run: JournalRun = {
    kind: "run",
    version: 1,
    client,
    operation,
    params,
    maxBytes: input.maxBytes,
    at: Date.now(),
  };
  const records = await journal.open();
  let past: Past;
  try {
    past = readPast(records, run, (what) =>
      refusal(`The journal ${place} ${what}. Give this run a journal of its own.`),
    );
    if (past.isNew) await journal.put(run);
  } catch (error) {
    await journal.close();
    throw error;
  }
  const { chunks } = past;
  return {
    maxBytes: past.run.maxBytes,
    size: (n) => chunks[n]?.rows,
    async begin(n, { first, rows, body }) {
      const before = chunks[n];
      const digest = await sha256(body);
      if (before && (before.first !== first || before.rows !== rows.length || before.digest !== digest)) {
        throw refusal(
          `Rows ${before.first} to ${before.first + before.rows - 1} are not those that the journal ${place} tells of: rows were changed, added or left out since. Give the same rows in the same order.`,
        );
      }
      const outcome = before?.outcome;
      if (outcome && outcome !== "unsent") return { outcome: fromRecord(outcome) };
      if (before && !outcome) {
        // Some of the life is kept for the call's own repetitions.
        const life = (keyLife - Math.min(300, keyLife / 10)) * 1000;
        const isAlive = before.key !== undefined && Math.abs(Date.now() - before.at) < life;
        return isAlive || repeatable ? { key: before.key } : { outcome: shared("unknown") };
      }
      const key = before?.key ?? newKey();
      const at = before?.key === undefined ? Date.now() : before.at;
      await journal.put({
        kind: "chunk",
        n,
        first,
        rows: rows.length,
        digest,
        ...(key === undefined ? {} : { key }),
        at,
      });
      return { key };
    },
    end: (n, outcome) => journal.put(toRecord(n, outcome)),
    close: () => journal.close(),
  };
}

interface Past {
  readonly run: JournalRun;
  readonly isNew: boolean;
  readonly chunks: readonly PastChunk[];
}

function readPast(records: Iterable<JournalRecord>, run: JournalRun, refusal: (what: string) => Error): Past {
  const stranger = "is not of this version, or is damaged";
  let own: JournalRun | undefined;
  const chunks: PastChunk[] = [];
  for (const record of records) {
    if (!own) {
      if (record?.kind !== "run" || record.version !== 1) throw refusal(stranger);
      own = record;
      if (own.client !== run.client || own.operation !== run.operation) {
        throw refusal(`is that of a run of ${own.operation} with the client ${own.client}`);
      }
      if (own.params !== run.params)
        throw refusal("is that of a run with other params, or at another address");
      continue;
    }
    if (!record || record.kind === "run" || !Number.isInteger(record.n)) throw refusal(stranger);
    const chunk = chunks[record.n];
    if (record.kind === "chunk") chunks[record.n] = record;
    else if (chunk && record.kind === "outcome") chunks[record.n] = { ...chunk, outcome: record };
    else if (chunk && record.kind === "unsent") chunks[record.n] = { ...chunk, outcome: "unsent" };
    else throw refusal(stranger);
  }
  return { run: own ?? run, isNew: !own, chunks };
}

function toRecord(n: number, { rejected, rest, failed, code }: Outcome): JournalRecord {
  const at = Date.now();
  // Where rows were named, the others were refused with them, and their chunk is not sent again.
  if (rest === "unsent" && rejected.size === 0) return { kind: "unsent", n, at };
  const harmless = (text: string | undefined): string | null => (text && HARMLESS.test(text) ? text : null);
  return {
    kind: "outcome",
    n,
    rejected: [...rejected].map(([place, one]) => [place, harmless(one.field), harmless(one.code)]),
    rest: rest as RestFate,
    ...(failed ? { failed } : {}),
    ...(rest === "rejected" && code ? { code: harmless(code) ?? "refused" } : {}),
    at,
  };
}

function fromRecord({ rejected, rest, failed, code }: JournalOutcome): Outcome {
  return {
    rejected: new Map(
      rejected.map(([place, field, own]) => [place, { field: field ?? undefined, code: own ?? undefined }]),
    ),
    rest,
    failed,
    code,
  };
}

async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
