import { mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { alone } from "../src/update/lock.ts";

const ENDED = JSON.stringify({ pid: 999_999_999, host: hostname(), since: "" });

it.each([
  ["no lock", undefined],
  ["the lock of a process that has ended", ENDED],
  ["a lock without a name", ""],
])("of many updates that find %s, one is under way at a time", async (_, held) => {
  for (let round = 0; round < 40; round++) {
    const root = await mkdtemp(join(tmpdir(), "update-lock-"));
    const folder = join(root, "node_modules/.cache/trunkline");
    await mkdir(folder, { recursive: true });
    if (held !== undefined) await writeFile(join(folder, "update.lock"), held);
    let inside = 0;
    let most = 0;
    const ran = await Promise.allSettled(
      [0, 1, 2].map(() =>
        alone(root, async () => {
          inside += 1;
          most = Math.max(most, inside);
          await new Promise((resolve) => setImmediate(resolve));
          inside -= 1;
        }),
      ),
    );
    expect(most).toBe(1);
    expect(ran.some(({ status }) => status === "fulfilled")).toBe(true);
    for (const one of ran)
      if (one.status === "rejected") expect(String(one.reason)).toContain("Another update is under way here");
    expect(await readdir(folder)).toEqual([]);
  }
});
