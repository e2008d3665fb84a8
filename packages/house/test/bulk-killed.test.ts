import { expect, it } from "vitest";
import { killUploads } from "../bulk/kill-uploads.ts";

// The long form is full/bulk-killed.test.ts.
const short = { kills: 3, chunks: 24, concurrency: 2 } as const;

it("an upload under keys that is killed loses and doubles nothing", async () => {
  expect(await killUploads({ vendor: "agoralia", ...short })).toEqual({
    kills: 3,
    lost: 0,
    doubled: 0,
    underTwoKeys: 0,
    accepted: 120,
    unknown: 0,
    unknownAtRest: 0,
  });
});

it("an upload without keys that is killed doubles nothing, and tells what was in flight", async () => {
  const seen = await killUploads({ vendor: "agora", ...short });
  expect(seen).toMatchObject({ kills: 3, lost: 0, doubled: 0, underTwoKeys: 0, unknownAtRest: 0 });
  expect(seen.accepted + seen.unknown).toBe(120);
  expect(seen.unknown).toBeLessThanOrEqual(3 * 2 * 5);
});
