import { bulkRun } from "@trunkline/runtime/bulk";
import { describe, expect, it } from "vitest";
import { redisJournal } from "../src/index.ts";
import { CLIENTS } from "../test/support/clients.ts";
import { countingServer } from "../test/support/counting.ts";
import { killUploads, startUpload, UPLOAD, UPSERT } from "../test/support/killed-uploads.ts";
import { isMissing, startRedis } from "../test/support/redis-server.ts";
import { Sample } from "../test/support/sample.ts";
import { uploadServer } from "../test/support/upload-server.ts";

describe.skipIf(isMissing).concurrent("40 kills over 400 chunks, with a journal on Redis", () => {
  it.for([
    ["under keys", UPSERT],
    ["without keys", UPLOAD],
  ] as const)("%s", async ([what, operation], { onTestFinished }) => {
    const redis = await startRedis([], undefined, onTestFinished);
    const upload = { redis: redis.port, operation, chunks: 400, chunk: 5, concurrency: 3 };
    const seen = await killUploads(upload, 40, onTestFinished);
    await redis.kill();
    console.log(what, seen);
    expect(seen).toMatchObject({ kills: 40, lost: 0, doubled: 0, underTwoKeys: 0, unknownAtRest: 0 });
    expect(seen.accepted + seen.unknown).toBe(2000);
    if (operation === UPSERT) expect(seen.unknown).toBe(0);
  });
});

it.skipIf(isMissing).concurrent.for(Object.entries(CLIENTS))(
  "a run by %s ends before the send where Redis has gone",
  async ([, open], { onTestFinished }) => {
    const redis = await startRedis([], undefined, onTestFinished);
    const server = await countingServer([], 0, onTestFinished);
    const { things } = new Sample({ baseURL: server.url });
    async function* rows() {
      yield { id: 1 };
      await redis.kill();
      yield { id: 2 };
    }
    const client = await open(redis.port, onTestFinished);
    const journal = redisJournal({ client, name: "leads", onWarning: () => {} });
    const error = await bulkRun(things, UPSERT, rows(), {}, { chunk: 2, journal }).catch((thrown) => thrown);
    expect(error).toMatchObject({
      name: "BulkError",
      summary: { read: 2, unsent: 2 },
      cause: {
        message: expect.stringMatching(/^The journal .* cannot be written on Redis: it did not|connection/),
      },
    });
    expect(server.arrivals).toHaveLength(0);
  },
);

// A process that stands still for longer than its lease, as on a machine that slept, goes on as if nothing had been.
describe.skipIf(isMissing).concurrent("an upload that another one took over while it stood still", () => {
  it.for([
    ["under keys", UPSERT],
    ["without keys", UPLOAD],
  ] as const)("ends, and nothing is done twice, %s", async ([, operation], { onTestFinished }) => {
    const redis = await startRedis([], undefined, onTestFinished);
    let stopAfter = 20;
    const server = await uploadServer(() => {
      if (--stopAfter === 0) first.child.kill("SIGSTOP");
    }, onTestFinished);
    const upload = {
      baseURL: server.url,
      redis: redis.port,
      operation,
      chunks: 60,
      chunk: 5,
      concurrency: 3,
    };
    const first = startUpload(upload, onTestFinished);
    while (stopAfter > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const second = startUpload(upload, onTestFinished);
    // Both send at the same time.
    while (stopAfter > -10) await new Promise((resolve) => setTimeout(resolve, 5));
    first.child.kill("SIGCONT");
    const [stopped, went] = await Promise.all([first.ended, second.ended]);
    await redis.kill();
    expect(stopped.uploaded).toBeUndefined();
    expect(stopped.error).toMatch(/was taken by another run/);
    expect(went.uploaded?.summary).toMatchObject({ read: 300 });
    expect([server.doubled(), server.underTwoKeys()]).toEqual([0, 0]);
    const isUnknown = new Set(went.uploaded?.unknown);
    const lost = Array.from({ length: 300 }, (_, id) => id).filter(
      (id) => !isUnknown.has(id) && !server.done.has(id),
    );
    expect(lost).toEqual([]);
    if (operation === UPSERT) expect(isUnknown.size).toBe(0);
  });
});
