import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { UploadSettings } from "./settings.ts";

const program = fileURLToPath(new URL("upload.ts", import.meta.url));
const CHUNK = 5;

/** What is played: uploads that are killed with -9 and started again until all rows have a fate. */
export interface KilledUploads {
  readonly vendor: UploadSettings["vendor"];
  readonly kills: number;
  readonly chunks: number;
  readonly concurrency: number;
  /** Before each start the journal is made so old that no key lives any more. @default false */
  readonly isLate?: boolean;
}

/** What was seen. */
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
  /** Rows that are unknown though nothing was in flight with them when a process was killed. */
  readonly unknownAtRest: number;
}

/** Kills real processes, by their number. */
export async function killUploads({
  vendor,
  kills,
  chunks,
  concurrency,
  isLate = false,
}: KilledUploads): Promise<SeenUploads> {
  const folder = await mkdtemp(join(tmpdir(), "killed-"));
  const journal = join(folder, "leads.journal");
  /** How often each row was done. */
  const done = new Map<number, number>();
  const keys = new Map<number, Set<string>>();
  const answers = new Map<string, object>();
  const open = new Set<number>();
  const inFlight = new Set<number>();
  let onRequest = (): void => {};
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const part of request) text += part;
    const { leads, items } = JSON.parse(text) as Record<string, { phone: string }[] | undefined>;
    const rows = (leads ?? items ?? []).map(({ phone }) => Number(phone.slice(5)));
    const [first = -1] = rows;
    const key = request.headers["idempotency-key"] as string | undefined;
    keys.set(first, (keys.get(first) ?? new Set()).add(key ?? "none"));
    open.add(first);
    onRequest();
    const known = key === undefined ? undefined : answers.get(key);
    if (!known) for (const row of rows) done.set(row, (done.get(row) ?? 0) + 1);
    const { length } = rows;
    const answer = known ?? {
      ...(leads
        ? {
            status: "accepted",
            import_id: "1",
            received_count: length,
            valid_count: length,
            invalid_count: 0,
            errors: [],
          }
        : { created: length, updated: 0, failed: 0 }),
    };
    if (key !== undefined) answers.set(key, answer);
    setTimeout(() => {
      response.writeHead(leads ? 202 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(answer));
      open.delete(first);
    }, Math.random() * 20);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings: UploadSettings = { baseURL, vendor, journal, chunks, chunk: CHUNK, concurrency };
  let child: ChildProcess | undefined;
  try {
    for (let killed = 0; ; ) {
      if (isLate) await makeOld(journal);
      const started = spawn(process.execPath, [program, JSON.stringify(settings)], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      child = started;
      const left = kills - killed;
      // So many requests of each life that there are enough for those after it: each loses what it has in flight.
      const rest = chunks - done.size / CHUNK - left * (concurrency + 1);
      let until = left > 0 ? 1 + Math.random() * Math.max(0, rest / left / 2) : Number.POSITIVE_INFINITY;
      onRequest = () => {
        until--;
        if (until <= 0) {
          onRequest = () => {};
          setTimeout(() => started.kill("SIGKILL"), Math.random() * 15);
        }
      };
      let output = "";
      started.stdout.on("data", (part) => {
        output += part;
      });
      const signal = await new Promise<NodeJS.Signals | null>((resolve) =>
        started.once("close", (_, reason) => resolve(reason)),
      );
      if (signal === "SIGKILL") {
        killed++;
        // What was not written down when the process died: the journal says it.
        for (const first of await openChunks(journal)) inFlight.add(first);
        continue;
      }
      if (killed < kills) throw new Error(`The upload ended after ${killed} of ${kills} kills: ${output}`);
      const { summary, unknown } = JSON.parse(output) as {
        summary: { accepted: number; unknown: number };
        unknown: number[];
      };
      const isUnknown = new Set(unknown);
      const all = Array.from({ length: chunks * CHUNK }, (_, row) => row);
      return {
        kills: killed,
        lost: all.filter((row) => !isUnknown.has(row) && !done.has(row)).length,
        doubled: [...done.values()].filter((times) => times > 1).length,
        underTwoKeys: [...keys.values()].filter(({ size }) => size > 1).length,
        accepted: summary.accepted,
        unknown: summary.unknown,
        unknownAtRest: unknown.filter((row) => !inFlight.has(row - (row % CHUNK))).length,
      };
    }
  } finally {
    if (child?.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  }
}

/** First rows of the chunks that a journal has begun and not ended. */
async function openChunks(journal: string): Promise<readonly number[]> {
  const text = await readFile(journal, "utf8").catch(() => "");
  const chunks = new Map<number, number>();
  for (const line of text.split("\n").slice(0, -1)) {
    const { kind, n, first } = JSON.parse(line) as { kind: string; n: number; first: number };
    if (kind === "chunk") chunks.set(n, first);
    else chunks.delete(n);
  }
  return [...chunks.values()];
}

/** Two days ago. */
async function makeOld(journal: string): Promise<void> {
  const text = await readFile(journal, "utf8").catch(() => "");
  const days = 2 * 86_400_000;
  await writeFile(
    journal,
    text.replace(/"at":(\d+)/g, (_, at) => `"at":${Math.min(Number(at), Date.now() - days)}`),
  );
}
