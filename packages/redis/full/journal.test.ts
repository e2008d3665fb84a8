import { bulkRun } from "@trunkline/runtime/bulk";
import { describe, expect, it } from "vitest";
import { redisJournal } from "../src/index.ts";
import { CLIENTS } from "../test/support/clients.ts";
import { countingServer } from "../test/support/counting.ts";
import { killUploads, UPLOAD, UPSERT } from "../test/support/killed-uploads.ts";
import { isMissing, startRedis } from "../test/support/redis-server.ts";
import { Sample } from "../test/support/sample.ts";

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

it.skipIf(isMissing).each(Object.entries(CLIENTS))(
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
