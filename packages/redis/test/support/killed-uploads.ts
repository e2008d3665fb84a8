import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Operation } from "@trunkline/runtime/client";
import { Redis } from "ioredis";
import { onTestFinished } from "vitest";

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

/** Kills real processes, by their number. */
export async function killUploads(given: Omit<Upload, "baseURL">, kills: number): Promise<SeenUploads> {
  const { chunks, chunk, concurrency } = given;
  const done = new Map<number, number>();
  const keys = new Map<number, Set<string>>();
  const known = new Set<string>();
  const inFlight = new Set<number>();
  let onRequest = (): void => {};
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const part of request) text += part;
    const { rows } = JSON.parse(text) as { rows: { id: number }[] };
    const first = rows[0]?.id ?? -1;
    const key = request.headers["idempotency-key"]?.toString();
    keys.set(first, (keys.get(first) ?? new Set()).add(key ?? "none"));
    onRequest();
    if (key === undefined || !known.has(key))
      for (const { id } of rows) done.set(id, (done.get(id) ?? 0) + 1);
    if (key !== undefined) known.add(key);
    setTimeout(() => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ accepted: rows.length, failed: 0 }));
    }, Math.random() * 20);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const client = new Redis(given.redis, "127.0.0.1");
  let child: ChildProcess | undefined;
  onTestFinished(() => {
    client.disconnect();
    child?.kill("SIGKILL");
    server.closeAllConnections();
    server.close();
  });
  const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (let killed = 0; ; killed++) {
    const upload = spawn(
      process.execPath,
      [program, JSON.stringify({ baseURL, ...given } satisfies Upload)],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    child = upload;
    const left = kills - killed;
    // So many requests of each life that there are enough for those after it.
    const rest = chunks - done.size / chunk - left * (concurrency + 1);
    let until = left > 0 ? 1 + Math.random() * Math.max(0, rest / left / 2) : Number.POSITIVE_INFINITY;
    onRequest = () => {
      until--;
      if (until > 0) return;
      onRequest = () => {};
      setTimeout(() => upload.kill("SIGKILL"), Math.random() * 15);
    };
    let output = "";
    upload.stdout.on("data", (part) => {
      output += part;
    });
    const signal = await new Promise((resolve) => upload.once("close", (_, reason) => resolve(reason)));
    if (signal === "SIGKILL") {
      for (const first of await openChunks(client)) inFlight.add(first);
      continue;
    }
    if (killed < kills) throw new Error(`The upload ended after ${killed} of ${kills} kills: ${output}`);
    const { summary, unknown } = JSON.parse(output) as {
      summary: { accepted: number; unknown: number };
      unknown: number[];
    };
    const all = Array.from({ length: chunks * chunk }, (_, id) => id);
    const isUnknown = new Set(unknown);
    return {
      kills: killed,
      lost: all.filter((id) => !isUnknown.has(id) && !done.has(id)).length,
      doubled: [...done.values()].filter((times) => times > 1).length,
      underTwoKeys: [...keys.values()].filter(({ size }) => size > 1).length,
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
