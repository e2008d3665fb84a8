import { expect, it } from "vitest";
import { killUploads } from "../bulk/kill-uploads.ts";

const long = { kills: 40, chunks: 400, concurrency: 3 } as const;

it("40 kills over 400 chunks under keys", { timeout: 300_000 }, async () => {
  const seen = await killUploads({ vendor: "agoralia", ...long });
  console.log("keyed", seen);
  expect(seen).toEqual({
    kills: 40,
    lost: 0,
    doubled: 0,
    underTwoKeys: 0,
    accepted: 2000,
    unknown: 0,
    unknownAtRest: 0,
  });
});

it.each([
  ["without keys", "agora", false],
  ["under keys whose life is over", "agoralia", true],
] as const)("40 kills over 400 chunks %s", { timeout: 300_000 }, async (what, vendor, isLate) => {
  const seen = await killUploads({ vendor, ...long, isLate });
  console.log(what, seen);
  expect(seen).toMatchObject({ kills: 40, lost: 0, doubled: 0, underTwoKeys: 0, unknownAtRest: 0 });
  expect(seen.accepted + seen.unknown).toBe(2000);
});
