import {
  type BulkFate,
  type BulkOptions,
  type BulkRows,
  bulkRun,
  type Journal,
  type JournalRecord,
} from "../../src/bulk.ts";
import type { Operation } from "../../src/client.ts";
import { type SampleOptions, sample } from "../support/sample.ts";
import { type Handler, json, type Loopback, serve } from "../support/server.ts";

export interface Lead {
  readonly phone?: string | undefined;
  readonly [field: string]: unknown;
}

/** Answers as Agora does: names rows by their number within the request. */
export const UPLOAD: Operation = {
  id: "leads.upload",
  method: "POST",
  path: "/leads",
  body: "fields",
  retry: "never",
  bulk: {
    rows: "/leads",
    key: "/phone",
    answer: {
      received: "/received",
      accepted: ["/valid"],
      failed: "/invalid",
      errors: { at: "/errors", row: "/row", field: "/field", code: "/code", message: "/message" },
    },
  },
};

/** Answers as Agoralia does: with counts, under an idempotency key that lives for a day. */
export const UPSERT: Operation = {
  id: "leads.upsert",
  method: "POST",
  path: "/leads:upsert",
  body: "fields",
  keyed: true,
  bulk: {
    rows: "/items",
    keyLife: 86_400,
    answer: { accepted: ["/created", "/updated"], failed: "/failed" },
  },
};

export const leads = (count: number): Lead[] =>
  Array.from({ length: count }, (_, index) => ({ phone: `+1555${1_000_000 + index}` }));

/** The rows of each request. */
export const sentRows = ({ seen }: Loopback): readonly Lead[][] =>
  seen.map(({ body }) => {
    const { leads: one, items } = JSON.parse(body);
    return one ?? items;
  });

/** Every row is taken. */
export const takesAll: Handler = ({ body }, response) => {
  const { leads: uploaded, items } = JSON.parse(body);
  if (items) json(response, { created: items.length, updated: 0, failed: 0 });
  else json(response, { received: uploaded.length, valid: uploaded.length, invalid: 0, errors: [] }, 202);
};

export interface Played<Row> {
  readonly fates: BulkFate<Row>[];
  /** Fates as words, in order. */
  readonly words: string;
  readonly error:
    | (Error & { readonly cause?: unknown; readonly summary?: Record<string, unknown> })
    | undefined;
  readonly server: Loopback;
}

/** Reads all fates of a run against a server. */
export async function play<Row = Lead>(
  operation: Operation,
  handler: Handler,
  rows: BulkRows<Row>,
  options: BulkOptions = {},
  client: SampleOptions = {},
): Promise<Played<Row>> {
  const server = await serve(handler);
  const { things } = sample({ baseURL: server.url, retry: { baseDelay: 1, maxDelay: 1 }, ...client });
  const fates: BulkFate<Row>[] = [];
  let error: Played<Row>["error"];
  try {
    for await (const fate of bulkRun(things, operation, rows, { campaign_id: 7 }, options)) fates.push(fate);
  } catch (thrown) {
    error = thrown as Error;
  }
  return { fates, words: words(fates), error, server };
}

/** `3 accepted, 1 rejected`: fates in order, those that follow each other together. */
export function words(fates: readonly BulkFate<unknown>[]): string {
  const runs: [fate: string, count: number][] = [];
  for (const { fate } of fates) {
    const last = runs.at(-1);
    if (last?.[0] === fate) last[1]++;
    else runs.push([fate, 1]);
  }
  return runs.map(([fate, count]) => `${count} ${fate}`).join(", ");
}

/** A journal in memory, which keeps its records for the next run. */
export function memoryJournal(records: JournalRecord[] = []): Journal & {
  readonly records: JournalRecord[];
  isOpen: boolean;
} {
  return {
    place: "the memory of a test",
    records,
    isOpen: false,
    async open() {
      if (this.isOpen) throw new Error("open already");
      this.isOpen = true;
      return structuredClone(records);
    },
    async put(record) {
      records.push(structuredClone(record));
    },
    async close() {
      this.isOpen = false;
    },
  };
}
