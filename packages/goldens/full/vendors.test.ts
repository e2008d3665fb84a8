import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { judgeAll, verdictOf } from "../src/referee/judge-all.ts";
import { writeMeasure } from "../src/run/measures.ts";

// What these clients send and take is proven by their own contract tests.
const packages = new URL("../../", import.meta.url);

const all = ["agora", "agoralia", "agentref", "buena"].map(
  (name) => [name, fileURLToPath(new URL(`${name}/`, packages))] as const,
);
const isThere = (target: string): boolean => existsSync(`${target}names.lock`);

let verdicts: ReturnType<typeof judgeAll>;
beforeAll(() => {
  verdicts = judgeAll(all.map(([, target]) => target).filter(isThere));
});

describe.each(all)("%s", (name, target) => {
  it.skipIf(!isThere(target))("has types that the referee agrees with", async () => {
    const verdict = verdictOf(await verdicts, target);
    writeMeasure(name, { referee: { ...verdict, unexplained: verdict.unexplained.length } });
    expect(verdict.unexplained).toEqual([]);
    expect(verdict.pairs).toBeGreaterThan(0);
    const { pairs, equal, explained, kinds } = verdict;
    const golden = fileURLToPath(new URL(`../goldens/${name}/referee.json`, import.meta.url));
    await expect(`${JSON.stringify({ pairs, equal, explained, kinds }, undefined, 2)}\n`).toMatchFileSnapshot(
      golden,
    );
  });
});
