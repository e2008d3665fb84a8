import { expect, it } from "vitest";
import { killUploads, type SeenUploads } from "../bulk/kill-uploads.ts";
import { tell } from "../figures/tell.ts";

const long = { kills: 40, chunks: 400, concurrency: 3 } as const;

function told(how: string, asked: string, seen: SeenUploads): void {
  const { lost, doubled, underTwoKeys, accepted, unknown, unknownAtRest } = seen;
  tell(
    `40 kills with -9 and resumes over 400 chunks, ${how}`,
    asked,
    `${seen.kills} kills, ${lost} rows lost, ${doubled} doubled, ${underTwoKeys} chunks under two keys, ${accepted} accepted, ${unknown} unknown, ${unknownAtRest} of them not in flight`,
    lost + doubled + underTwoKeys + unknownAtRest === 0 && accepted + unknown === 2000,
  );
}

it("40 kills over 400 chunks under keys", { timeout: 300_000 }, async () => {
  const seen = await killUploads({ vendor: "agoralia", ...long });
  told("under keys", "0 lost, 0 doubled, 0 chunks under two keys", seen);
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
  told(what, "0 doubled, unknown what was in flight", seen);
  expect(seen).toMatchObject({ kills: 40, lost: 0, doubled: 0, underTwoKeys: 0, unknownAtRest: 0 });
  expect(seen.accepted + seen.unknown).toBe(2000);
});
