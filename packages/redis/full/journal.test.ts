import { bulkRun } from "@trunkline/runtime/bulk";
import { describe, expect, it } from "vitest";
import { redisJournal } from "../src/index.ts";
import { CLIENTS } from "../test/support/clients.ts";
import { countingServer } from "../test/support/counting.ts";
import { killUploads, startUpload, UPLOAD, UPSERT } from "../test/support/killed-uploads.ts";
import { isMissing, startRedis } from "../test/support/redis-server.ts";
import { Sample } from "../test/support/sample.ts";
import { uploadServer } from "../test/support/upload-server.ts";

describe.skipIf(isMissing)("40 kills over 400 chunks, with a journal on Redis", () => {
  it.each([
    ["under keys", UPSERT],
    ["without keys", UPLOAD],
  ])("%s", async (what, operation) => {
    const redis = await startRedis();
    const upload = { redis: redis.port, operation, chunks: 400, chunk: 5, concurrency: 3 };
    const seen = await killUploads(upload, 40);
    await redis.kill();
    console.log(what, seen);
    expect(seen).toMatchObject({ kills: 40, lost: 0, doubled: 0, underTwoKeys: 0, unknownAtRest: 0 });
    expect(seen.accepted + seen.unknown).toBe(2000);
    if (operation === UPSERT) expect(seen.unknown).toBe(0);
  });
});

it.skipIf(isMissing).concurrent.each(Object.entries(CLIENTS))(
  "a run by %s ends before the send where Redis has gone",
  async (_, open) => {
    const redis = await startRedis();
    const server = await countingServer([]);
    const { things } = new Sample({ baseURL: server.url });
    async function* rows() {
      yield { id: 1 };
      await redis.kill();
      yield { id: 2 };
    }
    const journal = redisJournal({ client: await open(redis.port), name: "leads", onWarning: () => {} });
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
describe.skipIf(isMissing)("an upload that another one took over while it stood still", () => {
  it.each([
    ["under keys", UPSERT],
    ["without keys", UPLOAD],
  ])("ends, and nothing is done twice, %s", async (_, operation) => {
    const redis = await startRedis();
    let stopAfter = 20;
    const server = await uploadServer(() => {
      if (--stopAfter === 0) first.child.kill("SIGSTOP");
    });
    const upload = {
      baseURL: server.url,
      redis: redis.port,
      operation,
      chunks: 60,
      chunk: 5,
      concurrency: 3,
    };
    const first = startUpload(upload);
    while (stopAfter > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const second = startUpload(upload);
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
