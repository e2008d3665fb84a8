import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Operation } from "@trunkline/runtime/client";
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";
import { uploadServer } from "./upload-server.ts";

/** What a process that uploads is told. */
export interface Upload {
  readonly baseURL: string;
  /** Port. */
  readonly redis: number;
  readonly operation: Operation;
  readonly chunks: number;
  /** Rows of a chunk. */
  readonly chunk: number;
  readonly concurrency: number;
}

/** What a process that uploads says at its end. */
export interface Uploaded {
  readonly summary: { readonly accepted: number; readonly unknown: number };
  /** Numbers of rows. */
  readonly unknown: readonly number[];
}

/** A process that uploads. */
export interface Uploader {
  readonly child: ChildProcess;
  /** Undefined where it was killed, or failed; `error` is what it said then. */
  readonly ended: Promise<{ readonly uploaded: Uploaded | undefined; readonly error: string }>;
}

/** What was seen of uploads that were killed with -9 and started again until all rows had a fate. */
export interface SeenUploads {
  readonly kills: number;
  /** Rows that are accepted and never arrived. */
  readonly lost: number;
  /** Rows that were done more than once. */
  readonly doubled: number;
  /** Chunks that came under more than one key. */
  readonly underTwoKeys: number;
  readonly accepted: number;
  readonly unknown: number;
  /** Rows that are unknown though nothing was under way with them when a process was killed. */
  readonly unknownAtRest: number;
}

const program = fileURLToPath(new URL("upload.ts", import.meta.url));

/** @param atEnd that of the test's context, where tests run side by side */
export function startUpload(upload: Upload, atEnd: typeof onTestFinished = onTestFinished): Uploader {
  const child = spawn(process.execPath, [program, JSON.stringify(upload)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  atEnd(() => void child.kill("SIGKILL"));
  let output = "";
  let error = "";
  child.stdout.on("data", (part) => {
    output += part;
  });
  child.stderr.on("data", (part) => {
    error += part;
  });
  return {
    child,
    ended: new Promise((resolve) =>
      child.once("close", (code) =>
        resolve({ uploaded: code === 0 ? (JSON.parse(output) as Uploaded) : undefined, error }),
      ),
    ),
  };
}

/**
 * Kills real processes, by their number.
 *
 * @param atEnd that of the test's context, where tests run side by side
 */
export async function killUploads(
  given: Omit<Upload, "baseURL">,
  kills: number,
  atEnd: typeof onTestFinished = onTestFinished,
): Promise<SeenUploads> {
  const { chunks, chunk, concurrency } = given;
  const inFlight = new Set<number>();
  let onRequest = (): void => {};
  const server = await uploadServer(() => onRequest(), atEnd);
  const { done, url: baseURL } = server;
  const client = new Redis(given.redis, "127.0.0.1");
  atEnd(() => client.disconnect());
  for (let killed = 0; ; killed++) {
    const { child, ended } = startUpload({ baseURL, ...given }, atEnd);
    const left = kills - killed;
    // So many requests of each life that there are enough for those after it.
    const rest = chunks - done.size / chunk - left * (concurrency + 1);
    let until = left > 0 ? 1 + Math.random() * Math.max(0, rest / left / 2) : Number.POSITIVE_INFINITY;
    onRequest = () => {
      until--;
      if (until > 0) return;
      onRequest = () => {};
      setTimeout(() => child.kill("SIGKILL"), Math.random() * 15);
    };
    const { uploaded, error } = await ended;
    if (child.signalCode === "SIGKILL") {
      for (const first of await openChunks(client)) inFlight.add(first);
      continue;
    }
    if (!uploaded || killed < kills)
      throw new Error(`The upload ended after ${killed} of ${kills} kills. ${error}`);
    const { summary, unknown } = uploaded;
    const all = Array.from({ length: chunks * chunk }, (_, id) => id);
    const isUnknown = new Set(unknown);
    return {
      kills: killed,
      lost: all.filter((id) => !isUnknown.has(id) && !done.has(id)).length,
      doubled: server.doubled(),
      underTwoKeys: server.underTwoKeys(),
      accepted: summary.accepted,
      unknown: summary.unknown,
      unknownAtRest: unknown.filter((id) => !inFlight.has(id - (id % chunk))).length,
    };
  }
}

/** First rows of the chunks that the journal has begun and not ended. */
async function openChunks(client: Redis): Promise<readonly number[]> {
  const chunks = new Map<number, number>();
  for (const record of await client.lrange("{tl:journal:upload}", 0, -1)) {
    const { kind, n, first } = JSON.parse(record) as { kind: string; n: number; first: number };
    if (kind === "chunk") chunks.set(n, first);
    else chunks.delete(n);
  }
  return [...chunks.values()];
}

const bulk: Operation["bulk"] = {
  rows: "/rows",
  keyLife: 86_400,
  answer: { accepted: ["/accepted"], failed: "/failed" },
};

/** Under idempotency keys, and without. */
export const UPSERT: Operation = {
  id: "things.upsert",
  method: "POST",
  path: "/things:upsert",
  body: "fields",
  keyed: true,
  bulk,
};
export const UPLOAD: Operation = {
  id: "things.upload",
  method: "POST",
  path: "/things",
  body: "fields",
  retry: "never",
  bulk,
};
